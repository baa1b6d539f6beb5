#include "kernels.h"

#if defined(__aarch64__)

#include <arm_neon.h>

#include "grammar.h"

/* The kernel for NEON, which every 64-bit ARM has: a block is four vectors, and tokens are written
 * down by eight bytes. */

#define KERNEL __attribute__((always_inline))

#define PUTS_ALWAYS 0

typedef uint8x16x4_t block;

KERNEL static inline block load(const uint8_t *p) { return vld1q_u8_x4(p); }

/* A bit for each byte, which holds all ones or none. */
KERNEL static inline uint64_t mask_of(block bytes) {
  const uint8x16_t bits = vreinterpretq_u8_u64(vdupq_n_u64(UINT64_C(0x8040201008040201)));
  uint8x16_t first = vpaddq_u8(vandq_u8(bytes.val[0], bits), vandq_u8(bytes.val[1], bits));
  uint8x16_t second = vpaddq_u8(vandq_u8(bytes.val[2], bits), vandq_u8(bytes.val[3], bits));
  uint8x16_t sums = vpaddq_u8(first, second);
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sums, sums)), 0);
}

KERNEL static inline uint64_t equal(block bytes, uint8_t byte) {
  uint8x16_t wanted = vdupq_n_u8(byte);
  for (int i = 0; i < 4; i++) bytes.val[i] = vceqq_u8(bytes.val[i], wanted);
  return mask_of(bytes);
}

KERNEL static inline uint64_t below(block bytes, uint8_t byte) {
  uint8x16_t limit = vdupq_n_u8(byte);
  for (int i = 0; i < 4; i++) bytes.val[i] = vcltq_u8(bytes.val[i], limit);
  return mask_of(bytes);
}

KERNEL static inline uint64_t digits(block bytes) {
  for (int i = 0; i < 4; i++) bytes.val[i] = vsubq_u8(bytes.val[i], vdupq_n_u8('0'));
  return below(bytes, 10);
}

KERNEL static inline uint64_t hexadecimal(block bytes) {
  block letters;
  for (int i = 0; i < 4; i++)
    letters.val[i] = vsubq_u8(vorrq_u8(bytes.val[i], vdupq_n_u8(0x20)), vdupq_n_u8('a'));
  return digits(bytes) | below(letters, 6);
}

/* The entry of a table for the low half of each byte of ASCII. */
KERNEL static inline uint8x16_t looked_up(const uint8_t *sixteen, uint8x16_t bytes) {
  return vqtbl1q_u8(vld1q_u8(sixteen), vandq_u8(bytes, vdupq_n_u8(0x8F)));
}

KERNEL static inline uint64_t white(block bytes) {
  for (int i = 0; i < 4; i++)
    bytes.val[i] = vceqq_u8(bytes.val[i], looked_up(respmap_white, bytes.val[i]));
  return mask_of(bytes);
}

KERNEL static inline uint64_t structural(block bytes) {
  for (int i = 0; i < 4; i++)
    bytes.val[i] = vceqq_u8(vorrq_u8(bytes.val[i], vdupq_n_u8(0x20)),
                            looked_up(respmap_structural, bytes.val[i]));
  return mask_of(bytes);
}

KERNEL static inline uint64_t not_ascii(block bytes) {
  for (int i = 0; i < 4; i++) bytes.val[i] = vcgeq_u8(bytes.val[i], vdupq_n_u8(0x80));
  return mask_of(bytes);
}

KERNEL static inline uint64_t ranges(uint64_t mask) {
  for (int distance = 1; distance < 64; distance *= 2) mask ^= mask << distance;
  return mask;
}

/* See respmap_utf8_first. */
KERNEL static inline uint8x16_t utf8_errors(uint8x16_t bytes, uint8x16_t before) {
  uint8x16_t one = vextq_u8(before, bytes, 15);
  uint8x16_t two = vextq_u8(before, bytes, 14);
  uint8x16_t three = vextq_u8(before, bytes, 13);
  uint8x16_t first = vqtbl1q_u8(vld1q_u8(respmap_utf8_first), vshrq_n_u8(one, 4));
  uint8x16_t first_low =
      vqtbl1q_u8(vld1q_u8(respmap_utf8_first_low), vandq_u8(one, vdupq_n_u8(0x0F)));
  uint8x16_t second = vqtbl1q_u8(vld1q_u8(respmap_utf8_second), vshrq_n_u8(bytes, 4));
  uint8x16_t wrong = vandq_u8(vandq_u8(first, first_low), second);
  uint8x16_t third = vqsubq_u8(two, vdupq_n_u8(0xE0 - 0x80));
  uint8x16_t fourth = vqsubq_u8(three, vdupq_n_u8(0xF0 - 0x80));
  return veorq_u8(wrong, vandq_u8(vorrq_u8(third, fourth), vdupq_n_u8(0x80)));
}

KERNEL static inline int is_invalid_utf8(block bytes, block before) {
  uint8x16_t errors = utf8_errors(bytes.val[0], before.val[3]);
  for (int i = 1; i < 4; i++)
    errors = vorrq_u8(errors, utf8_errors(bytes.val[i], bytes.val[i - 1]));
  return vmaxvq_u8(errors) != 0;
}

KERNEL static inline uint8x8_t places_of(uint64_t mask, unsigned eighth) {
  return vcreate_u8(respmap_places[mask >> (8 * eighth) & 0xFF]);
}

KERNEL static inline void put(block bytes, uint64_t mask, uint8_t *out) {
  uint8_t text[64];
  vst1q_u8_x4(text, bytes);
  for (unsigned eighth = 0; eighth < 8; eighth++) {
    vst1_u8(out, vtbl1_u8(vld1_u8(text + 8 * eighth), places_of(mask, eighth)));
    out += __builtin_popcountll(mask >> (8 * eighth) & 0xFF);
  }
}

KERNEL static inline void put_places(uint64_t mask, uint16_t from, uint16_t *out) {
  for (unsigned eighth = 0; eighth < 8; eighth++) {
    uint16x8_t base = vdupq_n_u16((uint16_t)(from + 8 * eighth));
    vst1q_u16(out, vaddw_u8(base, places_of(mask, eighth)));
    out += __builtin_popcountll(mask >> (8 * eighth) & 0xFF);
  }
}

/* All bits of the bytes whose bit is set. */
KERNEL static inline uint8x16_t bytes_of(uint64_t mask, unsigned quarter) {
  const uint8x16_t bits = vreinterpretq_u8_u64(vdupq_n_u64(UINT64_C(0x8040201008040201)));
  uint8x8_t low = vdup_n_u8((uint8_t)(mask >> (16 * quarter)));
  uint8x8_t high = vdup_n_u8((uint8_t)(mask >> (16 * quarter + 8)));
  return vtstq_u8(vcombine_u8(low, high), bits);
}

KERNEL static inline block flip(block bytes, uint64_t mask, uint8_t bits) {
  for (unsigned i = 0; i < 4; i++)
    bytes.val[i] = veorq_u8(bytes.val[i], vandq_u8(bytes_of(mask, i), vdupq_n_u8(bits)));
  return bytes;
}

KERNEL static inline block without_marks(block bytes) {
  for (int i = 0; i < 4; i++) bytes.val[i] = vandq_u8(bytes.val[i], vdupq_n_u8(0x7F));
  return bytes;
}

KERNEL static inline block chosen(block bytes, uint64_t mask, uint8_t byte) {
  for (unsigned i = 0; i < 4; i++)
    bytes.val[i] = vbslq_u8(bytes_of(mask, i), bytes.val[i], vdupq_n_u8(byte));
  return bytes;
}

#include "kernel.h"

void respmap_scan_neon(const uint8_t *text, size_t count, size_t from, size_t to,
                       respmap_scan_state *state, respmap_window *window) {
  scan_window(text, count, from, to, state, window);
}

#endif
