#ifndef RESPMAP_STRUCTURAL_SCAN_H
#define RESPMAP_STRUCTURAL_SCAN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Finds the structure of a JSON text and checks its grammar (RFC 8259), window by window.
 *
 * A token is a character { } [ ] : , outside strings, the opening quote of a string, or the first
 * byte of anything else that is not white space: a number, a literal. One call scans one window and
 * writes down its tokens, and which of them are brackets:
 *
 *     text       {"id": 42, "tags": ["a", true]}
 *     tokens     { " :  4 , "    :  [ " , t   ]}          the first byte of each
 *     offsets    0 1 5  7 9 11  17 ...                     from the window's first byte
 *     brackets   0 7 11 12                                 their numbers among the tokens
 *     codes      { [ ] }                                   their characters, marked; see below
 *
 * The scan checks all of the grammar that does not need to know which containers are open: strings
 * (UTF-8, escapes, control characters), numbers and literals to their last byte, and which token may
 * follow which. Two things are left to whoever walks over the brackets with a stack: that each
 * closing bracket closes the container opened last; and that commas part what this container has.
 * For the latter the code of a bracket tells what commas there were since the bracket before:
 *
 *     bit 7 set      a comma that a name and its colon follow: the container is an object
 *     bit 0 clear    a comma that another value follows: the container is an array
 *
 * What a window ends within is carried over to the next in the state. The scan only says whether
 * there is an error, not which nor where: that is for a second, slower reading to find.

 *
 * Bit 7 of a token is set if it is the next one behind a backslash: the string before it has escapes. No
 * token has that bit of its own, since all of JSON outside strings is ASCII. */

/* The longest window, in bytes. */
#define RESPMAP_WINDOW 8192

/* What a kernel may write behind the last entry of an array, and read there. */
#define RESPMAP_SLACK 64

/* Bytes of a number or literal that wait for those behind them. */
#define RESPMAP_LOOKAHEAD 8

/* How many entries each array of a window has room for. */
enum {
  RESPMAP_TOKENS = RESPMAP_WINDOW + RESPMAP_SLACK,
  RESPMAP_SCALARS = RESPMAP_WINDOW + 5 * RESPMAP_SLACK,
};

/* What a scan writes down. The arrays are the caller's. */
typedef struct {
  size_t token_count, bracket_count;
  /* RESPMAP_TOKENS entries each. */
  uint16_t *offsets;
  uint8_t *tokens;
  uint16_t *brackets;
  uint8_t *codes;
  /* The numbers and literals, a comma behind each, that are still to be checked: RESPMAP_SCALARS
   * bytes, none of them used at a text's beginning. */
  size_t scalar_count;
  uint8_t *scalars;
} respmap_window;

/* What a text ends within; all 0 at its beginning, but for `at_value`, which is 1. */
typedef struct {
  /* Of bytes: all bits set within a string; bits and counts as in kernel.h. */
  uint64_t in_string, escaped, escapes, scalar, not_ascii;
  /* Of tokens. */
  uint64_t after_object_open, after_array_open, after_comma, at_value, after_name;
  uint64_t after_member, after_element;
  /* Of the bytes of numbers and literals. */
  uint64_t within_scalar, minus, zero, dot, exponent, sign, digit, integer, fraction, literal;
  /* Not 0 once the text is found to be no JSON. */
  uint64_t error;
} respmap_scan_state;

/* Scans text[from ..< to] of a text of `count` bytes: to - from is RESPMAP_WINDOW, or less where `to`
 * is `count`, the end of the text. Windows follow one another from the text's first byte on. */
typedef void respmap_scan(const uint8_t *text, size_t count, size_t from, size_t to,
                          respmap_scan_state *state, respmap_window *window);

/* A kernel: the scan for one kind of processor. */
typedef struct {
  const char *name;
  respmap_scan *scan;
} respmap_kernel;

/* The kernels that this processor can run, the fastest first; the last one runs everywhere. */
size_t respmap_kernel_count(void);
respmap_kernel respmap_kernel_at(size_t index);

/* Whether a text may end in this state, all brackets being closed. */
static inline int respmap_scan_is_complete(const respmap_scan_state *state) {
  return (state->error | state->in_string | state->after_object_open | state->after_array_open |
          state->after_comma | state->at_value | state->after_name | state->after_member |
          state->after_element) == 0;
}

/* Compares as many bytes: below 0, 0 or above 0 as the first text stands before, with or behind the
 * second. */
static inline int respmap_compare(const uint8_t *a, const uint8_t *b, size_t count) {
  return memcmp(a, b, count);
}

#endif
