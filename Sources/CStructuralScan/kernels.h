#ifndef RESPMAP_KERNELS_H
#define RESPMAP_KERNELS_H

#include "CStructuralScan.h"

respmap_scan respmap_scan_avx512, respmap_scan_avx2, respmap_scan_neon, respmap_scan_portable;

/* Tables of sixteen bytes for looking up half a byte. A byte is in a class if the entry for its low
 * half is the byte itself: what stands in the other entries belongs elsewhere. */
extern const uint8_t respmap_white[16];
/* Compared with the byte and bit 5, which makes { of [ and } of ], and of a few control
 * characters others. */
extern const uint8_t respmap_structural[16];

/* What is wrong with two bytes of UTF-8 that stand side by side (RFC 3629 §4), a bit for each kind of
 * error: it is there if it is in the entries of all three tables, which are for the high and the
 * low half of the first byte and for the high half of the second. Bit 7 is for two continuation
 * bytes, which are right if they are the third or fourth of a sequence. */
extern const uint8_t respmap_utf8_first[16];
extern const uint8_t respmap_utf8_first_low[16];
extern const uint8_t respmap_utf8_second[16];

/* 0, 1, 2 … 63 */
extern const uint8_t respmap_counted[64];

/* For each mask of eight bits the numbers of its bits, one a byte, in order, and 0 behind them. */
extern const uint64_t respmap_places[256];

#endif
