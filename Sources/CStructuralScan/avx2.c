#include "kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

#include "grammar.h"

/* The kernel for AVX2: a block is two vectors, and tokens are written down by eight bytes. */

#define KERNEL __attribute__((always_inline, target("avx2,pclmul,bmi,popcnt")))

#define PUTS_ALWAYS 0

typedef struct {
  __m256i low, high;
} block;

KERNEL static inline block load(const uint8_t *p) {
  return (block){_mm256_loadu_si256((const __m256i *)p),
                 _mm256_loadu_si256((const __m256i *)(p + 32))};
}

KERNEL static inline uint64_t mask_of(__m256i low, __m256i high) {
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(low) |
         (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

KERNEL static inline uint64_t equal(block bytes, uint8_t byte) {
  __m256i wanted = _mm256_set1_epi8((char)byte);
  return mask_of(_mm256_cmpeq_epi8(bytes.low, wanted), _mm256_cmpeq_epi8(bytes.high, wanted));
}

KERNEL static inline uint64_t below(block bytes, uint8_t byte) {
  __m256i most = _mm256_set1_epi8((char)(byte - 1));
  return mask_of(_mm256_cmpeq_epi8(_mm256_max_epu8(bytes.low, most), most),
                 _mm256_cmpeq_epi8(_mm256_max_epu8(bytes.high, most), most));
}

KERNEL static inline uint64_t digits(block bytes) {
  __m256i zero = _mm256_set1_epi8('0');
  return below((block){_mm256_sub_epi8(bytes.low, zero), _mm256_sub_epi8(bytes.high, zero)}, 10);
}

KERNEL static inline uint64_t hexadecimal(block bytes) {
  __m256i small = _mm256_set1_epi8(0x20), a = _mm256_set1_epi8('a');
  block letters = {_mm256_sub_epi8(_mm256_or_si256(bytes.low, small), a),
                   _mm256_sub_epi8(_mm256_or_si256(bytes.high, small), a)};
  return digits(bytes) | below(letters, 6);
}

KERNEL static inline __m256i table(const uint8_t *sixteen) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)sixteen));
}

KERNEL static inline uint64_t white(block bytes) {
  __m256i whites = table(respmap_white);
  return mask_of(_mm256_cmpeq_epi8(bytes.low, _mm256_shuffle_epi8(whites, bytes.low)),
                 _mm256_cmpeq_epi8(bytes.high, _mm256_shuffle_epi8(whites, bytes.high)));
}

KERNEL static inline __m256i structural_bytes(__m256i bytes) {
  return _mm256_cmpeq_epi8(_mm256_or_si256(bytes, _mm256_set1_epi8(0x20)),
                           _mm256_shuffle_epi8(table(respmap_structural), bytes));
}

KERNEL static inline uint64_t structural(block bytes) {
  return mask_of(structural_bytes(bytes.low), structural_bytes(bytes.high));
}

KERNEL static inline uint64_t not_ascii(block bytes) { return mask_of(bytes.low, bytes.high); }

KERNEL static inline uint64_t ranges(uint64_t mask) {
  __m128i all = _mm_set1_epi8(-1);
  return (uint64_t)_mm_cvtsi128_si64(
      _mm_clmulepi64_si128(_mm_cvtsi64_si128((long long)mask), all, 0));
}

/* See respmap_utf8_first. */
KERNEL static inline __m256i utf8_errors(__m256i bytes, __m256i before) {
  const __m256i nibble = _mm256_set1_epi8(0x0F);
  __m256i lanes = _mm256_permute2x128_si256(before, bytes, 0x21);
  __m256i one = _mm256_alignr_epi8(bytes, lanes, 15);
  __m256i two = _mm256_alignr_epi8(bytes, lanes, 14);
  __m256i three = _mm256_alignr_epi8(bytes, lanes, 13);
  __m256i first = _mm256_shuffle_epi8(table(respmap_utf8_first),
                                      _mm256_and_si256(_mm256_srli_epi16(one, 4), nibble));
  __m256i first_low =
      _mm256_shuffle_epi8(table(respmap_utf8_first_low), _mm256_and_si256(one, nibble));
  __m256i second = _mm256_shuffle_epi8(table(respmap_utf8_second),
                                       _mm256_and_si256(_mm256_srli_epi16(bytes, 4), nibble));
  __m256i wrong = _mm256_and_si256(_mm256_and_si256(first, first_low), second);
  __m256i third = _mm256_subs_epu8(two, _mm256_set1_epi8(0xE0 - 0x80));
  __m256i fourth = _mm256_subs_epu8(three, _mm256_set1_epi8((char)(0xF0 - 0x80)));
  __m256i continues =
      _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
  return _mm256_xor_si256(wrong, continues);
}

KERNEL static inline int is_invalid_utf8(block bytes, block before) {
  __m256i errors = _mm256_or_si256(utf8_errors(bytes.low, before.high),
                                   utf8_errors(bytes.high, bytes.low));
  return !_mm256_testz_si256(errors, errors);
}

KERNEL static inline void store(block bytes, uint8_t *out) {
  _mm256_storeu_si256((__m256i *)out, bytes.low);
  _mm256_storeu_si256((__m256i *)(out + 32), bytes.high);
}

KERNEL static inline __m128i places_of(uint64_t mask, unsigned eighth) {
  return _mm_loadl_epi64((const __m128i *)&respmap_places[mask >> (8 * eighth) & 0xFF]);
}

KERNEL static inline void put(block bytes, uint64_t mask, uint8_t *out) {
  uint8_t text[64];
  store(bytes, text);
  for (unsigned eighth = 0; eighth < 8; eighth++) {
    __m128i eight = _mm_loadl_epi64((const __m128i *)(text + 8 * eighth));
    _mm_storel_epi64((__m128i *)out, _mm_shuffle_epi8(eight, places_of(mask, eighth)));
    out += __builtin_popcountll(mask >> (8 * eighth) & 0xFF);
  }
}

KERNEL static inline void put_places(uint64_t mask, uint16_t from, uint16_t *out) {
  for (unsigned eighth = 0; eighth < 8; eighth++) {
    __m128i base = _mm_set1_epi16((short)(from + 8 * eighth));
    __m128i places = _mm_cvtepu8_epi16(places_of(mask, eighth));
    _mm_storeu_si128((__m128i *)out, _mm_add_epi16(base, places));
    out += __builtin_popcountll(mask >> (8 * eighth) & 0xFF);
  }
}

/* All bits of the bytes whose bit is set. */
KERNEL static inline __m256i bytes_of(uint32_t mask) {
  const __m256i bits = _mm256_set1_epi64x((long long)0x8040201008040201);
  const __m256i spread =
      _mm256_setr_epi64x(0, 0x0101010101010101, 0x0202020202020202, 0x0303030303030303);
  __m256i spreaded = _mm256_shuffle_epi8(_mm256_set1_epi32((int)mask), spread);
  return _mm256_cmpeq_epi8(_mm256_and_si256(spreaded, bits), bits);
}

KERNEL static inline block flip(block bytes, uint64_t mask, uint8_t bits) {
  __m256i each = _mm256_set1_epi8((char)bits);
  return (block){
      _mm256_xor_si256(bytes.low, _mm256_and_si256(bytes_of((uint32_t)mask), each)),
      _mm256_xor_si256(bytes.high, _mm256_and_si256(bytes_of((uint32_t)(mask >> 32)), each))};
}

KERNEL static inline block without_marks(block bytes) {
  __m256i marks = _mm256_set1_epi8(0x7F);
  return (block){_mm256_and_si256(bytes.low, marks), _mm256_and_si256(bytes.high, marks)};
}

KERNEL static inline block chosen(block bytes, uint64_t mask, uint8_t byte) {
  __m256i other = _mm256_set1_epi8((char)byte);
  return (block){_mm256_blendv_epi8(other, bytes.low, bytes_of((uint32_t)mask)),
                 _mm256_blendv_epi8(other, bytes.high, bytes_of((uint32_t)(mask >> 32)))};
}

#include "kernel.h"

__attribute__((target("avx2,pclmul,bmi,popcnt"))) void respmap_scan_avx2(
    const uint8_t *text, size_t count, size_t from, size_t to, respmap_scan_state *state,
    respmap_window *window) {
  scan_window(text, count, from, to, state, window);
}

#endif
