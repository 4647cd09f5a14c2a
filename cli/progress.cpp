#include "cli/progress.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>

namespace hearsay {
namespace {

constexpr auto least_time_between_draws = std::chrono::milliseconds(100);
constexpr int bar_width = 30;

}  // namespace

Progress::Progress(std::uint64_t total_bytes, bool is_wanted)
    : total_bytes_(total_bytes), is_shown_(is_wanted && isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() { clear(); }

void Progress::advance(std::uint64_t bytes) {
  done_bytes_ += bytes;
  ++articles_;
  const auto now = std::chrono::steady_clock::now();
  if (!is_shown_ || now - last_draw_ < least_time_between_draws) return;
  last_draw_ = now;
  draw();
}

void Progress::clear() {
  if (is_shown_) fmt::print(stderr, "\r\033[K");
}

void Progress::draw() {
  if (total_bytes_ == 0) {
    fmt::print(stderr, "\r{} articles", articles_);
    return;
  }
  const double share = std::min(1.0, static_cast<double>(done_bytes_) / static_cast<double>(total_bytes_));
  const int full = static_cast<int>(share * bar_width);
  fmt::print(stderr, "\r[{:#<{}}{:.<{}}] {:3.0f} %  {} articles", "", full, "", bar_width - full, 100 * share,
             articles_);
}

}  // namespace hearsay
