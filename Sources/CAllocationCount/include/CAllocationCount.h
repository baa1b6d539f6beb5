#ifndef RESPMAP_ALLOCATION_COUNT_H
#define RESPMAP_ALLOCATION_COUNT_H

#include <stddef.h>

/* Counts what a thread allocates, for measuring and tests: the functions of the C library are wrapped. While
 * nothing is counted an allocation costs one test more than without.
 *
 * Nothing is counted where the C library is not glibc or a sanitizer has functions of its own. */

/* Whether anything can be counted. */
int respmap_count_is_possible(void);
/* Counts from now on what this thread does. */
void respmap_count_begin(void);
/* Ends counting. */
void respmap_count_end(void);
/* The allocations that were made, reallocations among them. */
long respmap_count_allocations(void);
/* The most bytes that were held beyond what was held at the beginning. */
long respmap_count_peak_bytes(void);

/* Lets the process keep the memory that is freed; without it glibc gives back what it thinks fit. */
void respmap_keep_freed_memory(void);

#endif
