#include "kernels.h"

/* The kernels that this processor can run, the fastest first. */
static size_t find_kernels(respmap_kernel *found) {
  size_t count = 0;
#if defined(__x86_64__)
  __builtin_cpu_init();
  int has_arithmetic = __builtin_cpu_supports("pclmul") && __builtin_cpu_supports("bmi") &&
                       __builtin_cpu_supports("popcnt");
  if (has_arithmetic && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("avx512f") &&
      __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512vbmi2"))
    found[count++] = (respmap_kernel){"AVX-512", respmap_scan_avx512};
  if (has_arithmetic && __builtin_cpu_supports("avx2"))
    found[count++] = (respmap_kernel){"AVX2", respmap_scan_avx2};
#elif defined(__aarch64__)
  found[count++] = (respmap_kernel){"NEON", respmap_scan_neon};
#endif
  found[count++] = (respmap_kernel){"portable", respmap_scan_portable};
  return count;
}

size_t respmap_kernel_count(void) {
  respmap_kernel found[3];
  return find_kernels(found);
}

respmap_kernel respmap_kernel_at(size_t index) {
  respmap_kernel found[3];
  size_t count = find_kernels(found);
  return found[index < count ? index : count - 1];
}
