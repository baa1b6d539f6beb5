/* memmem is POSIX since 2024 only. */
#define _GNU_SOURCE

#include "CXMLText.h"

#include <string.h>

/* Whether a byte is an ASCII character of XML 1.0 (§2.2). */
static int is_plain(uint8_t byte) {
  return (uint8_t)(byte - 0x20) < 0x60 || byte == '\t' || byte == '\n' || byte == '\r';
}

/* The end of the plain bytes that begin at a place: 64 at a time, then one. */
static size_t plain_end(const uint8_t *text, size_t at, size_t length) {
  for (; length - at >= 64; at += 64) {
    uint8_t others = 0;
    for (int i = 0; i < 64; i++) others |= !is_plain(text[at + i]);
    if (others) break;
  }
  while (at < length && is_plain(text[at])) at++;
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

/* U+FFFE and U+FFFF are no characters of XML. */
static int is_noncharacter(const uint8_t *sequence) {
  return sequence[0] == 0xEF && sequence[1] == 0xBF && sequence[2] >= 0xBE;
}

size_t respmap_xml_character_prefix(const uint8_t *text, size_t length) {
  size_t at = plain_end(text, 0, length);
  while (at < length) {
    size_t sequence = sequence_length(text + at, length - at);
    if (sequence == 0 || is_noncharacter(text + at)) return at;
    at += sequence;
    if (at < length && text[at] < 0x80) {
      size_t end = plain_end(text, at, length);
      if (end == at) return at;
      at = end;
    }
  }
  return at;
}

const uint8_t *respmap_find(const uint8_t *text, size_t length, const uint8_t *wanted, size_t count) {
  return memmem(text, length, wanted, count);
}
