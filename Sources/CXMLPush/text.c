/* memmem is POSIX since 2024 only. */
#define _GNU_SOURCE

#include "CXMLPush.h"

#include <string.h>

/* The end of the ASCII that begins at a place: 64 bytes at a time, then 8, then one. */
static size_t ascii_end(const uint8_t *text, size_t at, size_t length) {
  const uint64_t high_bits = 0x8080808080808080u;
  for (; length - at >= 64; at += 64) {
    uint64_t words[8], all = 0;
    memcpy(words, text + at, sizeof words);
    for (int i = 0; i < 8; i++) all |= words[i];
    if (all & high_bits) break;
  }
  for (; length - at >= 8; at += 8) {
    uint64_t word;
    memcpy(&word, text + at, sizeof word);
    if (word & high_bits) break;
  }
  while (at < length && text[at] < 0x80) at++;
  return at;
}

/* The length of the well-formed sequence of several bytes that begins there (Unicode table 3-7); 0 if
 * there is none. */
static size_t sequence_length(const uint8_t *text, size_t length) {
  uint8_t first = text[0];
  size_t wanted = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || wanted > length) return 0;
  uint8_t least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  uint8_t most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (text[1] < least || text[1] > most) return 0;
  for (size_t i = 2; i < wanted; i++)
    if ((text[i] & 0xC0) != 0x80) return 0;
  return wanted;
}

size_t respmap_utf8_prefix(const uint8_t *text, size_t length) {
  size_t at = ascii_end(text, 0, length);
  while (at < length) {
    size_t sequence = sequence_length(text + at, length - at);
    if (sequence == 0) return at;
    at += sequence;
    if (at < length && text[at] < 0x80) at = ascii_end(text, at, length);
  }
  return at;
}

const uint8_t *respmap_find(const uint8_t *text, size_t length, const uint8_t *wanted, size_t count) {
  return memmem(text, length, wanted, count);
}
