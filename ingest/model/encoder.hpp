#pragma once

#include <string_view>

#include "ingest/document.hpp"
#include "ingest/model/encoding.hpp"

namespace hearsay {

/// One way to read a document. Immutable: any number of threads may share one.
class Encoder {
 public:
  Encoder() = default;
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;
  virtual ~Encoder() = default;

  /// Numbers of a token's vector.
  [[nodiscard]] virtual std::size_t width() const = 0;
  /// Whether `word`, in lower case, has a vector of its own.
  [[nodiscard]] virtual bool knows(std::string_view word) const = 0;
  /// A vector per token, not rounded yet, and the windows. See encode() for what callers are promised.
  [[nodiscard]] virtual Encoding encode(const Document& doc) const = 0;
};

}  // namespace hearsay
