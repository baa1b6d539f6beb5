/* memmem is POSIX since 2024 only. */
#define _GNU_SOURCE

#include "CXMLPush.h"

#include <string.h>

const uint8_t *respmap_find(const uint8_t *text, size_t length, const uint8_t *wanted, size_t count) {
  return memmem(text, length, wanted, count);
}
