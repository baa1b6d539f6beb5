#include "CAllocationCount.h"

#include <errno.h>
#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

static _Thread_local int is_counting;
static _Thread_local long allocations, held, peak;

void respmap_count_begin(void) {
  allocations = held = peak = 0;
  is_counting = 1;
}

void respmap_count_end(void) { is_counting = 0; }
long respmap_count_allocations(void) { return allocations; }
long respmap_count_peak_bytes(void) { return peak; }

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_SANITIZED 1
#endif
#endif

#if defined(__GLIBC__) && !defined(IS_SANITIZED)

/* glibc's own names of its functions, which are there for those who wrap them. */
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
extern void __libc_free(void *);

int respmap_count_is_possible(void) { return 1; }

void respmap_keep_freed_memory(void) {
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  /* The largest value that it takes. */
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
}

static inline int counts(void) { return __builtin_expect(is_counting, 0); }

static void add(long bytes) {
  held += bytes;
  if (held > peak) peak = held;
}

static void *counted(void *memory) {
  if (memory != NULL) {
    allocations++;
    add((long)malloc_usable_size(memory));
  }
  return memory;
}

void *malloc(size_t size) {
  void *memory = __libc_malloc(size);
  return counts() ? counted(memory) : memory;
}

void *calloc(size_t count, size_t size) {
  void *memory = __libc_calloc(count, size);
  return counts() ? counted(memory) : memory;
}

void *realloc(void *memory, size_t size) {
  if (!counts()) return __libc_realloc(memory, size);
  long before = memory == NULL ? 0 : (long)malloc_usable_size(memory);
  void *moved = __libc_realloc(memory, size);
  if (moved != NULL || size == 0) add(-before);
  return counted(moved);
}

void free(void *memory) {
  if (counts() && memory != NULL) add(-(long)malloc_usable_size(memory));
  __libc_free(memory);
}

void *memalign(size_t alignment, size_t size) {
  void *memory = __libc_memalign(alignment, size);
  return counts() ? counted(memory) : memory;
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **result, size_t alignment, size_t size) {
  if (alignment % sizeof(void *) != 0 || (alignment & (alignment - 1)) != 0 || alignment == 0)
    return EINVAL;
  void *memory = memalign(alignment, size);
  if (memory == NULL) return ENOMEM;
  *result = memory;
  return 0;
}

#else

int respmap_count_is_possible(void) { return 0; }

void respmap_keep_freed_memory(void) {}

#endif
