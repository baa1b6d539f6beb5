#include "kernels.h"

#include "grammar.h"

/* The kernel for every other processor. Each byte has a word in a table with a byte for each class;
 * eight such words, each shifted by one bit more, make a mask of eight bits for every class. */

#define KERNEL

enum { QUOTE, BACKSLASH, CONTROL, WHITE, STRUCTURAL, NOT_ASCII, DIGIT, COMMA, CLASSES };

#define IN(class) (UINT64_C(1) << (8 * (class)))
#define WHITES(byte) [byte] = IN(WHITE) | ((byte) < 0x20 ? IN(CONTROL) : 0)
#define CONTROLS(byte) [byte] = IN(CONTROL), [(byte) + 1] = IN(CONTROL)

static const uint64_t classes_of[256] = {
    CONTROLS(0x00), CONTROLS(0x02), CONTROLS(0x04), CONTROLS(0x06), [0x08] = IN(CONTROL),
    WHITES('\t'), WHITES('\n'), CONTROLS(0x0B), WHITES('\r'), CONTROLS(0x0E), CONTROLS(0x10),
    CONTROLS(0x12), CONTROLS(0x14), CONTROLS(0x16), CONTROLS(0x18), CONTROLS(0x1A),
    CONTROLS(0x1C), CONTROLS(0x1E), WHITES(' '), ['"'] = IN(QUOTE), ['\\'] = IN(BACKSLASH),
    ['{'] = IN(STRUCTURAL), ['}'] = IN(STRUCTURAL), ['['] = IN(STRUCTURAL),
    [']'] = IN(STRUCTURAL), [':'] = IN(STRUCTURAL), [','] = IN(STRUCTURAL) | IN(COMMA),
    ['0'] = IN(DIGIT), ['1'] = IN(DIGIT), ['2'] = IN(DIGIT), ['3'] = IN(DIGIT),
    ['4'] = IN(DIGIT), ['5'] = IN(DIGIT), ['6'] = IN(DIGIT), ['7'] = IN(DIGIT),
    ['8'] = IN(DIGIT), ['9'] = IN(DIGIT), [0x80 ... 0xFF] = IN(NOT_ASCII)};

#define PUTS_ALWAYS 0

typedef struct {
  uint8_t bytes[64];
  uint64_t classes[CLASSES];
} block;

KERNEL static inline block load(const uint8_t *p) {
  block loaded;
  memcpy(loaded.bytes, p, 64);
  memset(loaded.classes, 0, sizeof loaded.classes);
  for (unsigned eighth = 0; eighth < 8; eighth++) {
    uint64_t masks = 0;
    for (unsigned i = 0; i < 8; i++) masks |= classes_of[p[8 * eighth + i]] << i;
    for (unsigned class = 0; class < CLASSES; class++)
      loaded.classes[class] |= (masks >> (8 * class) & 0xFF) << (8 * eighth);
  }
  return loaded;
}

KERNEL static inline uint64_t equal(block bytes, uint8_t byte) {
  if (byte == '"') return bytes.classes[QUOTE];
  if (byte == '\\') return bytes.classes[BACKSLASH];
  if (byte == ',') return bytes.classes[COMMA];
  uint64_t mask = 0;
  for (unsigned i = 0; i < 64; i++) mask |= (uint64_t)(bytes.bytes[i] == byte) << i;
  return mask;
}

KERNEL static inline uint64_t below(block bytes, uint8_t byte) {
  if (byte == 0x20) return bytes.classes[CONTROL];
  uint64_t mask = 0;
  for (unsigned i = 0; i < 64; i++) mask |= (uint64_t)(bytes.bytes[i] < byte) << i;
  return mask;
}

KERNEL static inline uint64_t digits(block bytes) { return bytes.classes[DIGIT]; }

KERNEL static inline uint64_t hexadecimal(block bytes) {
  uint64_t mask = 0;
  for (unsigned i = 0; i < 64; i++) mask |= (uint64_t)is_hexadecimal(bytes.bytes[i]) << i;
  return mask;
}

KERNEL static inline uint64_t white(block bytes) { return bytes.classes[WHITE]; }

KERNEL static inline uint64_t structural(block bytes) { return bytes.classes[STRUCTURAL]; }

KERNEL static inline uint64_t not_ascii(block bytes) { return bytes.classes[NOT_ASCII]; }

KERNEL static inline uint64_t ranges(uint64_t mask) {
  for (int distance = 1; distance < 64; distance *= 2) mask ^= mask << distance;
  return mask;
}

/* See respmap_utf8_first. */
static inline int is_invalid_utf8(block bytes, block before) {
  uint8_t text[67];
  memcpy(text, before.bytes + 61, 3);
  memcpy(text + 3, bytes.bytes, 64);
  for (const uint8_t *at = text + 3; at < text + 67; at++) {
    uint8_t wrong = respmap_utf8_first[at[-1] >> 4] & respmap_utf8_first_low[at[-1] & 0x0F] &
                    respmap_utf8_second[at[0] >> 4];
    uint8_t continues = at[-2] >= 0xE0 || at[-3] >= 0xF0 ? 0x80 : 0;
    if (wrong != continues) return 1;
  }
  return 0;
}

KERNEL static inline void put(block bytes, uint64_t mask, uint8_t *out) {
  for (; mask; mask &= mask - 1) *out++ = bytes.bytes[__builtin_ctzll(mask)];
}

KERNEL static inline void put_places(uint64_t mask, uint16_t from, uint16_t *out) {
  for (; mask; mask &= mask - 1) *out++ = (uint16_t)(from + __builtin_ctzll(mask));
}

KERNEL static inline block flip(block bytes, uint64_t mask, uint8_t bits) {
  for (; mask; mask &= mask - 1) bytes.bytes[__builtin_ctzll(mask)] ^= bits;
  return bytes;
}

KERNEL static inline block without_marks(block bytes) {
  for (unsigned i = 0; i < 64; i++) bytes.bytes[i] &= 0x7F;
  return load(bytes.bytes);
}

KERNEL static inline block chosen(block bytes, uint64_t mask, uint8_t byte) {
  for (mask = ~mask; mask; mask &= mask - 1) bytes.bytes[__builtin_ctzll(mask)] = byte;
  return bytes;
}

#include "kernel.h"

void respmap_scan_portable(const uint8_t *text, size_t count, size_t from, size_t to,
                           respmap_scan_state *state, respmap_window *window) {
  scan_window(text, count, from, to, state, window);
}
