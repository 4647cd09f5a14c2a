#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace hearsay {

/// The run cannot go on (model, store, disk). Caught once, in main; the message says where, what and the remedy.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Why one input could not be used; the run goes on without it.
struct InputError {
  std::filesystem::path path;  ///< as the user gave it; "-" is standard input
  std::uint64_t line = 0;      ///< 1-based; 0 when the format has no lines
  std::string reason;          ///< what was found and what to do about it
};

}  // namespace hearsay
