#include <cstdlib>
#include <string_view>

#include "ingest/model/simd/kernel_table.hpp"

namespace hearsay::simd {
namespace {

bool has_avx512() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
         __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("fma");
}

bool has_avx2() { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }

bool has_avx_vnni() { return has_avx2() && __builtin_cpu_supports("avxvnni"); }

Isa asked_for() {
  const char* const value = std::getenv("HEARSAY_ISA");
  const std::string_view name = value != nullptr ? value : "";
  if (name == "baseline") return Isa::baseline;
  if (name == "avx2") return Isa::avx2;
  return name == "avx-vnni" ? Isa::avx_vnni : Isa::avx512;
}

}  // namespace

const Kernels& choose_kernels(Isa best) {
#if defined(__x86_64__)
  if (best >= Isa::avx512 && has_avx512()) return avx512_kernels;
  if (best >= Isa::avx_vnni && has_avx_vnni()) return avx_vnni_kernels;
  if (best >= Isa::avx2 && has_avx2()) return avx2_kernels;
#endif
  static_cast<void>(best);
  return baseline_kernels;
}

const Kernels& kernels() {
  static const Kernels& chosen = choose_kernels(asked_for());
  return chosen;
}

}  // namespace hearsay::simd
