#include "kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

#include "grammar.h"

/* The kernel for AVX-512 with VBMI2, whose compressing stores write down tokens in one step. */

#define KERNEL \
  __attribute__(( \
      always_inline, target("avx512f,avx512bw,avx512vl,avx512vbmi2,pclmul,bmi,bmi2,popcnt")))

#define PUTS_ALWAYS 1

typedef __m512i block;

KERNEL static inline block load(const uint8_t *p) { return _mm512_loadu_si512(p); }

KERNEL static inline uint64_t equal(block bytes, uint8_t byte) {
  return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)byte));
}

KERNEL static inline uint64_t below(block bytes, uint8_t byte) {
  return _mm512_cmplt_epu8_mask(bytes, _mm512_set1_epi8((char)byte));
}

KERNEL static inline uint64_t digits(block bytes) {
  return below(_mm512_sub_epi8(bytes, _mm512_set1_epi8('0')), 10);
}

KERNEL static inline uint64_t hexadecimal(block bytes) {
  block letters = _mm512_or_si512(bytes, _mm512_set1_epi8(0x20));
  return digits(bytes) | below(_mm512_sub_epi8(letters, _mm512_set1_epi8('a')), 6);
}

KERNEL static inline block table(const uint8_t *sixteen) {
  return _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)sixteen));
}

KERNEL static inline uint64_t white(block bytes) {
  return _mm512_cmpeq_epi8_mask(bytes, _mm512_shuffle_epi8(table(respmap_white), bytes));
}

KERNEL static inline uint64_t structural(block bytes) {
  return _mm512_cmpeq_epi8_mask(_mm512_or_si512(bytes, _mm512_set1_epi8(0x20)),
                                _mm512_shuffle_epi8(table(respmap_structural), bytes));
}

KERNEL static inline uint64_t not_ascii(block bytes) { return _mm512_movepi8_mask(bytes); }

KERNEL static inline uint64_t ranges(uint64_t mask) {
  __m128i all = _mm_set1_epi8(-1);
  return (uint64_t)_mm_cvtsi128_si64(
      _mm_clmulepi64_si128(_mm_cvtsi64_si128((long long)mask), all, 0));
}

/* See respmap_utf8_first. */
KERNEL static inline int is_invalid_utf8(block bytes, block before) {
  const block nibble = _mm512_set1_epi8(0x0F);
  const block last_lanes = _mm512_setr_epi64(6, 7, 8, 9, 10, 11, 12, 13);
  block lanes = _mm512_permutex2var_epi64(before, last_lanes, bytes);
  block one = _mm512_alignr_epi8(bytes, lanes, 15);
  block two = _mm512_alignr_epi8(bytes, lanes, 14);
  block three = _mm512_alignr_epi8(bytes, lanes, 13);
  block first = _mm512_shuffle_epi8(table(respmap_utf8_first),
                                    _mm512_and_si512(_mm512_srli_epi16(one, 4), nibble));
  block first_low =
      _mm512_shuffle_epi8(table(respmap_utf8_first_low), _mm512_and_si512(one, nibble));
  block second = _mm512_shuffle_epi8(table(respmap_utf8_second),
                                     _mm512_and_si512(_mm512_srli_epi16(bytes, 4), nibble));
  block wrong = _mm512_and_si512(_mm512_and_si512(first, first_low), second);
  block third = _mm512_subs_epu8(two, _mm512_set1_epi8(0xE0 - 0x80));
  block fourth = _mm512_subs_epu8(three, _mm512_set1_epi8((char)(0xF0 - 0x80)));
  block continues = _mm512_and_si512(_mm512_or_si512(third, fourth), _mm512_set1_epi8((char)0x80));
  block differs = _mm512_xor_si512(wrong, continues);
  return _mm512_test_epi8_mask(differs, differs) != 0;
}

KERNEL static inline void put(block bytes, uint64_t mask, uint8_t *out) {
  _mm512_storeu_si512(out, _mm512_maskz_compress_epi8(mask, bytes));
}

KERNEL static inline void put_places(uint64_t mask, uint16_t from, uint16_t *out) {
  const block counted = _mm512_loadu_si512(respmap_counted);
  block base = _mm512_set1_epi16((short)from);
  block places = _mm512_maskz_compress_epi8(mask, counted);
  block low = _mm512_cvtepu8_epi16(_mm512_castsi512_si256(places));
  _mm512_storeu_si512(out, _mm512_add_epi16(base, low));
  if (__builtin_popcountll(mask) > 32) {
    block high = _mm512_cvtepu8_epi16(_mm512_extracti64x4_epi64(places, 1));
    _mm512_storeu_si512(out + 32, _mm512_add_epi16(base, high));
  }
}

KERNEL static inline block flip(block bytes, uint64_t mask, uint8_t bits) {
  return _mm512_xor_si512(bytes, _mm512_maskz_set1_epi8(mask, (char)bits));
}

KERNEL static inline block without_marks(block bytes) {
  return _mm512_and_si512(bytes, _mm512_set1_epi8(0x7F));
}

KERNEL static inline block chosen(block bytes, uint64_t mask, uint8_t byte) {
  return _mm512_mask_blend_epi8(mask, _mm512_set1_epi8((char)byte), bytes);
}

#include "kernel.h"

__attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi2,pclmul,bmi,bmi2,popcnt"))) void
respmap_scan_avx512(const uint8_t *text, size_t count, size_t from, size_t to,
                    respmap_scan_state *state, respmap_window *window) {
  scan_window(text, count, from, to, state, window);
}

#endif
