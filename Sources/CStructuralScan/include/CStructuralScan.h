#ifndef RESPMAP_STRUCTURAL_SCAN_H
#define RESPMAP_STRUCTURAL_SCAN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Finds the structure of a JSON text, window by window.
 *
 * One call scans one window of the text and writes the offsets, relative to the window's first
 * byte, of everything that a walk over the document stops at:
 *
 *   - the characters { } [ ] : , outside strings,
 *   - the two quotes of every string, so that they come in pairs,
 *   - the first byte of every other run of bytes that is not white space (numbers, literals, and
 *     whatever else stands where it should not: the walk refuses that).
 *
 *     {"id": 42, "ok":true}
 *     ^^  ^^ ^ ^ ^  ^^^   ^
 *
 * Inside strings the scan refuses what RFC 8259 refuses: control characters, wrong escapes, and
 * bytes that are not UTF-8. What a window ends within is carried over to the next in the state. */

/* The longest window: offsets of a window fit an array of this many. */
#define RESPMAP_WINDOW 8192

enum {
  RESPMAP_SCAN_OK = 0,
  RESPMAP_SCAN_CONTROL_CHARACTER = 1,
  RESPMAP_SCAN_INVALID_ESCAPE = 2,
  RESPMAP_SCAN_INVALID_UTF8 = 3,
};

typedef struct {
  /* What the bytes up to here ended within (an internal enumeration); 0 at the beginning. */
  uint8_t mode;
  /* Bytes (UTF-8) or hexadecimal digits (escape) that are still to come. */
  uint8_t pending;
  /* The range the next byte of a UTF-8 sequence must lie in. */
  uint8_t low, high;
  /* 1 once any string held a backslash. */
  uint8_t backslash_seen;
  /* RESPMAP_SCAN_…; nothing behind error_offset is scanned. */
  uint8_t error;
  /* Where the UTF-8 sequence began that the state is in. */
  size_t sequence_start;
  /* The offset in the text at which it stops being JSON, if error is not 0. */
  size_t error_offset;
} respmap_scan_state;

/* Scans text[from ..< to], to - from <= RESPMAP_WINDOW, and writes at most to - from offsets.
 * Returns how many. After an error the offsets before it are written. */
size_t respmap_scan_portable(const uint8_t *text, size_t from, size_t to,
                             respmap_scan_state *state, uint32_t *offsets);

/* Compares as many bytes: below 0, 0 or above 0 as the first text stands before, with or behind the
 * second. */
static inline int respmap_compare(const uint8_t *a, const uint8_t *b, size_t count) {
  return memcmp(a, b, count);
}

#endif
