/* memmem is POSIX since 2024 only. */
#define _GNU_SOURCE

#include "CXMLPush.h"

#include <string.h>

size_t respmap_ascii_prefix(const uint8_t *text, size_t length) {
  size_t at = 0;
  for (; length - at >= 64; at += 64) {
    uint64_t words[8], all = 0;
    memcpy(words, text + at, sizeof words);
    for (int i = 0; i < 8; i++) all |= words[i];
    if (all & 0x8080808080808080u) break;
  }
  while (at < length && text[at] < 0x80) at++;
  return at;
}

const uint8_t *respmap_find(const uint8_t *text, size_t length, const uint8_t *wanted, size_t count) {
  return memmem(text, length, wanted, count);
}
