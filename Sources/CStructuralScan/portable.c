#include "CStructuralScan.h"

#include <string.h>

/* The portable kernel: a table outside strings, eight bytes at a time inside them. */

enum { OUTSIDE = 0, WITHIN_SCALAR, WITHIN_STRING, AFTER_BACKSLASH, WITHIN_HEX, WITHIN_UTF8 };

enum { OTHER = 0, SPACE, STRUCTURE, QUOTE };

static const uint8_t byte_class[256] = {
    [' '] = SPACE,      ['\t'] = SPACE,     ['\n'] = SPACE,     ['\r'] = SPACE,
    ['{'] = STRUCTURE,  ['}'] = STRUCTURE,  ['['] = STRUCTURE,  [']'] = STRUCTURE,
    [':'] = STRUCTURE,  [','] = STRUCTURE,  ['"'] = QUOTE,
};

#define EACH_BYTE(b) (UINT64_C(0x0101010101010101) * (b))

/* The high bit of each byte that is zero; bytes above the lowest such one may be wrong. */
static inline uint64_t zero_bytes(uint64_t word) {
  return (word - EACH_BYTE(0x01)) & ~word & EACH_BYTE(0x80);
}

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define LITTLE_ENDIAN_WORDS 1
#else
#define LITTLE_ENDIAN_WORDS 0
#endif

/* Passes bytes that are ordinary in a string: ASCII but quote, backslash and control characters. */
static inline const uint8_t *skip_ordinary(const uint8_t *p, const uint8_t *end) {
  while (end - p >= 8) {
    uint64_t word;
    memcpy(&word, p, 8);
    uint64_t special = zero_bytes(word ^ EACH_BYTE('"')) | zero_bytes(word ^ EACH_BYTE('\\')) |
                       ((word - EACH_BYTE(0x20)) & ~word & EACH_BYTE(0x80)) |
                       (word & EACH_BYTE(0x80));
    if (special == 0) {
      p += 8;
      continue;
    }
    if (LITTLE_ENDIAN_WORDS) return p + (__builtin_ctzll(special) >> 3);
    break;
  }
  while (p < end && *p >= 0x20 && *p < 0x80 && *p != '"' && *p != '\\') p++;
  return p;
}

/* Passes spaces: indentation is most of the white space that there is. */
static inline const uint8_t *skip_spaces(const uint8_t *p, const uint8_t *end) {
  while (end - p >= 8) {
    uint64_t word;
    memcpy(&word, p, 8);
    uint64_t other = word ^ EACH_BYTE(' ');
    if (other == 0) {
      p += 8;
      continue;
    }
    if (LITTLE_ENDIAN_WORDS) return p + (__builtin_ctzll(other) >> 3);
    break;
  }
  while (p < end && *p == ' ') p++;
  return p;
}

/* Takes the first byte of a UTF-8 sequence (RFC 3629 §4); 0 if no sequence begins so. */
static int begin_sequence(respmap_scan_state *state, uint8_t byte) {
  state->low = 0x80;
  state->high = 0xBF;
  if (byte >= 0xC2 && byte <= 0xDF) {
    state->pending = 1;
  } else if (byte >= 0xE0 && byte <= 0xEF) {
    state->pending = 2;
    if (byte == 0xE0) state->low = 0xA0;
    if (byte == 0xED) state->high = 0x9F;
  } else if (byte >= 0xF0 && byte <= 0xF4) {
    state->pending = 3;
    if (byte == 0xF0) state->low = 0x90;
    if (byte == 0xF4) state->high = 0x8F;
  } else {
    return 0;
  }
  return 1;
}

static int is_hex(uint8_t byte) {
  return (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'f');
}

static int is_escape(uint8_t byte) {
  return byte == '"' || byte == '\\' || byte == '/' || byte == 'b' || byte == 'f' ||
         byte == 'n' || byte == 'r' || byte == 't';
}

static size_t stop(respmap_scan_state *state, uint8_t error, size_t offset, size_t count) {
  state->error = error;
  state->error_offset = offset;
  return count;
}

size_t respmap_scan_portable(const uint8_t *text, size_t from, size_t to,
                             respmap_scan_state *state, uint32_t *offsets) {
  const uint8_t *const window = text + from;
  const uint8_t *const end = text + to;
  const uint8_t *p = window;
  size_t count = 0;
  uint8_t mode = state->mode;
  if (state->error != RESPMAP_SCAN_OK) return 0;

  while (p < end) {
    switch (mode) {
      case OUTSIDE:
      case WITHIN_SCALAR:
        switch (byte_class[*p]) {
          case SPACE:
            mode = OUTSIDE;
            p = skip_spaces(p + 1, end);
            continue;
          case STRUCTURE:
            offsets[count++] = (uint32_t)(p - window);
            mode = OUTSIDE;
            break;
          case QUOTE:
            offsets[count++] = (uint32_t)(p - window);
            mode = WITHIN_STRING;
            break;
          default:
            if (mode == OUTSIDE) offsets[count++] = (uint32_t)(p - window);
            mode = WITHIN_SCALAR;
        }
        p++;
        break;

      case WITHIN_STRING:
        p = skip_ordinary(p, end);
        if (p == end) break;
        if (*p == '"') {
          offsets[count++] = (uint32_t)(p - window);
          mode = OUTSIDE;
        } else if (*p == '\\') {
          state->backslash_seen = 1;
          state->sequence_start = (size_t)(p - text);
          mode = AFTER_BACKSLASH;
        } else if (*p < 0x20) {
          return stop(state, RESPMAP_SCAN_CONTROL_CHARACTER, (size_t)(p - text), count);
        } else {
          state->sequence_start = (size_t)(p - text);
          if (!begin_sequence(state, *p))
            return stop(state, RESPMAP_SCAN_INVALID_UTF8, state->sequence_start, count);
          mode = WITHIN_UTF8;
        }
        p++;
        break;

      case AFTER_BACKSLASH:
        if (*p == 'u') {
          state->pending = 4;
          mode = WITHIN_HEX;
        } else if (is_escape(*p)) {
          mode = WITHIN_STRING;
        } else {
          return stop(state, RESPMAP_SCAN_INVALID_ESCAPE, state->sequence_start, count);
        }
        p++;
        break;

      case WITHIN_HEX:
        if (!is_hex(*p))
          return stop(state, RESPMAP_SCAN_INVALID_ESCAPE, state->sequence_start, count);
        if (--state->pending == 0) mode = WITHIN_STRING;
        p++;
        break;

      default: /* WITHIN_UTF8 */
        if (*p < state->low || *p > state->high)
          return stop(state, RESPMAP_SCAN_INVALID_UTF8, state->sequence_start, count);
        state->low = 0x80;
        state->high = 0xBF;
        if (--state->pending == 0) mode = WITHIN_STRING;
        p++;
    }
  }
  state->mode = mode;
  return count;
}
