#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace hearsay {

/// A progress bar on stderr: only on a terminal, at most ten updates a second, gone when the work is done.
class Progress {
 public:
  /// `total_bytes` 0: not known, a counter is shown instead of a bar.
  Progress(std::uint64_t total_bytes, bool is_wanted);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void advance(std::uint64_t bytes);
  void clear();  ///< before another line is printed to stderr

 private:
  void draw();

  std::uint64_t total_bytes_, done_bytes_ = 0, articles_ = 0;
  bool is_shown_;
  std::chrono::steady_clock::time_point last_draw_{};
};

}  // namespace hearsay
