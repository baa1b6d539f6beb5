#ifndef RESPMAP_XML_TEXT_H
#define RESPMAP_XML_TEXT_H

#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/* Searches the text of XML documents, many bytes at a time. */

/* How many bytes from the first on are characters of XML 1.0 (§2.2) in UTF-8: up to the first sequence
 * that is no character, is none that a document may hold, or is cut off. */
size_t respmap_xml_character_prefix(const uint8_t *text, size_t length);

/* Where a text first stands in another; NULL if it does not. In linear time. */
const uint8_t *respmap_find(const uint8_t *text, size_t length, const uint8_t *wanted, size_t count);

/* The offset, from `at` on, of the first of four bytes; `length` if there is none. */
static inline size_t respmap_xml_first_of(const uint8_t *text, size_t at, size_t length, uint8_t a,
                                          uint8_t b, uint8_t c, uint8_t d) {
#if defined(__SSE2__)
  for (; length - at >= 16; at += 16) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(text + at));
    __m128i found = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)a)),
                                              _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)b))),
                                 _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)c)),
                                              _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)d))));
    unsigned mask = (unsigned)_mm_movemask_epi8(found);
    if (mask != 0) return at + (size_t)__builtin_ctz(mask);
  }
#endif
  while (at < length && text[at] != a && text[at] != b && text[at] != c && text[at] != d) at++;
  return at;
}

/* The end of the run of a text, from `at` on, that has no markup, reference or line end to be looked at. */
static inline size_t respmap_xml_text_end(const uint8_t *text, size_t at, size_t length) {
  return respmap_xml_first_of(text, at, length, '<', '&', ']', '\r');
}

#endif
