#ifndef RESPMAP_GRAMMAR_H
#define RESPMAP_GRAMMAR_H

#include "CStructuralScan.h"

/* The grammar of RFC 8259 as arithmetic on masks: a bit for each of 64 bytes or tokens, the lowest
 * for the first. It is the same for all kernels, which bring the masks.
 *
 * Shifting tells what stands behind what. Addition finds where a run ends: a bit added at the
 * beginning of a run of ones carries through it to the place behind.
 *
 *     text           - 1 2 . 5 , 7
 *     digits         . 1 1 . 1 . 1
 *     behind - , or first   1 . . . . 1
 *     sum & ~digits  . . . 1 . . . 1     behind each integer part: a point may stand there
 *
 * A carry out of the mask goes into the next one. */

#define ALWAYS_INLINE static inline __attribute__((always_inline))

/* Adds with the carry of the last addition, which becomes that of this one. */
ALWAYS_INLINE uint64_t add_with_carry(uint64_t a, uint64_t b, uint64_t *carry) {
  unsigned long long out;
  uint64_t sum = __builtin_addcll(a, b, *carry, &out);
  *carry = out;
  return sum;
}

/* What stands behind the bits of a mask; the carry is the last bit of the mask before. */
ALWAYS_INLINE uint64_t behind(uint64_t mask, uint64_t *carry) {
  uint64_t moved = mask << 1 | *carry;
  *carry = mask >> 63;
  return moved;
}

/* What stands behind the runs of `run` that begin at the bits of `start`. */
ALWAYS_INLINE uint64_t run_end(uint64_t start, uint64_t run, uint64_t *within) {
  return add_with_carry(run, start, within) & ~run;
}

/* The first of `stops` behind each bit of `mask`, none of which is one of them. */
ALWAYS_INLINE uint64_t next_stop(uint64_t mask, uint64_t stops, uint64_t *pending) {
  return add_with_carry(~stops, mask, pending) & stops;
}

// MARK: - Strings

/* The bytes behind a backslash that is not itself behind one. A run of backslashes escapes every
 * second byte, counted from its beginning: an addition carries through the runs that begin at odd
 * places, so that what it leaves tells them from those at even places. */
ALWAYS_INLINE uint64_t escaped_bytes(uint64_t backslash, uint64_t *carry) {
  const uint64_t even = UINT64_C(0x5555555555555555);
  backslash &= ~*carry;
  uint64_t follows = backslash << 1 | *carry;
  uint64_t odd_starts = backslash & ~even & ~follows;
  *carry = 0;
  uint64_t sum = add_with_carry(odd_starts, backslash, carry);
  return (even ^ (sum << 1)) & follows;
}

ALWAYS_INLINE int is_hexadecimal(uint8_t byte) {
  return (uint8_t)(byte - '0') < 10 || (uint8_t)((byte | 0x20) - 'a') < 6;
}

/* Whether four hexadecimal digits stand behind each of the letters (RFC 8259 §7, \uXXXX), of which the mask
 * tells those in the block; `end` is the end of the text. */
ALWAYS_INLINE int have_digits(uint64_t letters, uint64_t hexadecimal, const uint8_t *block,
                              const uint8_t *end) {
  const uint64_t within = ~UINT64_C(0) >> 4;
  uint64_t four =
      hexadecimal >> 1 & hexadecimal >> 2 & hexadecimal >> 3 & hexadecimal >> 4;
  if (letters & within & ~four) return 0;
  for (letters &= ~within; letters; letters &= letters - 1) {
    const uint8_t *at = block + __builtin_ctzll(letters);
    if (end - at <= 4 || !is_hexadecimal(at[1]) || !is_hexadecimal(at[2]) ||
        !is_hexadecimal(at[3]) || !is_hexadecimal(at[4]))
      return 0;
  }
  return 1;
}

// MARK: - Numbers and literals

/* 64 bytes of numbers and literals with a comma behind each. */
typedef struct {
  uint64_t comma, digit, zero, dot, exponent, plus, minus;
} scalar_classes;

ALWAYS_INLINE uint64_t literal_length(const uint8_t *text) {
  if (memcmp(text, "true", 4) == 0 || memcmp(text, "null", 4) == 0) return 4;
  return memcmp(text, "false", 5) == 0 ? 5 : 0;
}

/* The bytes of the literals that begin at `starts`. */
ALWAYS_INLINE uint64_t literal_bytes(uint64_t starts, const uint8_t *text,
                                     respmap_scan_state *state) {
  uint64_t bytes = state->literal;
  state->literal = 0;
  for (; starts; starts &= starts - 1) {
    unsigned at = (unsigned)__builtin_ctzll(starts);
    uint64_t length = literal_length(text + at);
    uint64_t word = (UINT64_C(1) << length) - 1;
    state->error |= length == 0;
    bytes |= word << at;
    if (at > 64 - 5) state->literal |= word >> (64 - at);
  }
  return bytes;
}

/* number = [ "-" ] int [ frac ] [ exp ]     (RFC 8259 §6)
 *
 * Each byte is checked against the one before it. Of a run of digits it is known what it began
 * behind: a point stands behind an integer part only, an exponent behind that or a fraction. */
ALWAYS_INLINE void check_scalars(const scalar_classes *c, const uint8_t *text,
                                 respmap_scan_state *state) {
  uint64_t scalar = ~c->comma;
  uint64_t starts = scalar & ~behind(scalar, &state->within_scalar);
  uint64_t leading_minus = c->minus & starts;
  uint64_t literal = literal_bytes(starts & ~(c->digit | leading_minus), text, state);
  uint64_t exponent = c->exponent & ~literal;
  uint64_t sign = (c->plus | c->minus) & ~leading_minus;

  uint64_t behind_minus = behind(leading_minus, &state->minus);
  uint64_t integer = c->digit & (starts | behind_minus);
  uint64_t behind_zero = behind(integer & c->zero, &state->zero);
  uint64_t behind_dot = behind(c->dot, &state->dot);
  uint64_t behind_exponent = behind(exponent, &state->exponent);
  uint64_t behind_sign = behind(sign, &state->sign);
  uint64_t run_starts = c->digit & ~behind(c->digit, &state->digit);
  uint64_t integer_end = run_end(integer, c->digit, &state->integer);
  uint64_t fraction_end = run_end(behind_dot & c->digit, c->digit, &state->fraction);

  uint64_t error = scalar & ~(c->digit | leading_minus | literal | c->dot | exponent | sign);
  error |= (behind_minus | behind_dot | behind_sign) & ~c->digit;
  error |= behind_zero & c->digit;
  error |= behind_exponent & ~(c->digit | sign);
  error |= sign & ~behind_exponent;
  error |= c->dot & ~integer_end;
  error |= exponent & ~(integer_end | fraction_end);
  error |= run_starts & ~(integer | behind_dot | behind_exponent | behind_sign);
  state->error |= error;
}

// MARK: - Tokens

/* Up to 64 tokens by their first bytes. */
typedef struct {
  uint64_t object_open, object_close, array_open, array_close, colon, comma, string;
  /* The last of them. */
  unsigned last;
} token_classes;

/* What the tokens tell of the containers they stand in. */
typedef struct {
  uint64_t brackets;
  /* Brackets before which, since the bracket before, a comma parted members or elements. */
  uint64_t after_member, after_element;
} bracket_marks;

/* As `behind`, for so many tokens as there are. */
ALWAYS_INLINE uint64_t next_token(uint64_t mask, unsigned last, uint64_t *pending) {
  uint64_t moved = mask << 1 | *pending;
  *pending = mask >> last & 1;
  return moved;
}

/* The first bracket at or behind each bit of `mask`. */
ALWAYS_INLINE uint64_t next_bracket(uint64_t mask, uint64_t brackets, uint64_t all, unsigned last,
                                    uint64_t *pending) {
  uint64_t overflow = *pending;
  uint64_t sum = add_with_carry(all & ~brackets, mask & ~brackets, &overflow);
  *pending = last == 63 ? overflow : sum >> (last + 1);
  return (sum & brackets) | (mask & brackets);
}

/* Checks which token follows which. The beginning of a text is like a colon: a value comes next.
 *
 *     {  a name, }          :  a value          [  a value, ]
 *     ,  a value            a value  , } ] or, where it is a name, :
 *
 * A name is a string behind { or a comma, so in an array one may be followed by a colon, and in an object
 * not: that is found by the stack of containers. */
ALWAYS_INLINE bracket_marks check_tokens(const token_classes *c, respmap_scan_state *state) {
  uint64_t all = ~UINT64_C(0) >> (63 - c->last);
  uint64_t opening = c->object_open | c->array_open;
  uint64_t closing = c->object_close | c->array_close;
  uint64_t scalar = all & ~(opening | closing | c->colon | c->comma | c->string);
  uint64_t value = opening | c->string | scalar;

  uint64_t after_open = next_token(c->object_open, c->last, &state->after_object_open) & all;
  uint64_t after_comma = next_token(c->comma, c->last, &state->after_comma) & all;
  uint64_t in_array = next_token(c->array_open, c->last, &state->after_array_open) & all;
  uint64_t at_value = next_token(c->colon, c->last, &state->at_value) & all;
  uint64_t after_value = all & ~(after_open | in_array | after_comma | at_value);
  uint64_t name = (after_open | after_comma) & c->string;
  uint64_t after_name = next_token(name, c->last, &state->after_name) & all;

  uint64_t error = after_open & ~(c->string | c->object_close);
  error |= in_array & ~(value | c->array_close);
  error |= (after_comma | at_value) & ~value;
  error |= after_value & ~(c->comma | c->colon | closing);
  error |= c->colon & ~after_name;
  state->error |= error;

  bracket_marks marks;
  marks.brackets = opening | closing;
  marks.after_member = next_bracket(after_name & c->colon, marks.brackets, all, c->last,
                                    &state->after_member);
  marks.after_element = next_bracket((after_name & ~c->colon) | (after_comma & ~c->string),
                                     marks.brackets, all, c->last, &state->after_element);
  return marks;
}

#endif
