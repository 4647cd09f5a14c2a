#pragma once
// A complete model file of a few kilobytes with random weights, so that no test needs a trained one.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/document.hpp"
#include "ingest/model/kernels.hpp"
#include "ingest/model/model.hpp"

namespace hearsay::tiny {

enum class Kind : std::uint8_t { transformer, recurrent };

inline constexpr std::size_t width = 32, heads = 2, feed_forward = 64, layers = 2, most_pieces = 40, most_words = 20;

/// One tensor of a model file to be.
struct Array {
  std::string name, type;
  std::vector<std::size_t> shape;
  std::string bytes;
};

/// The parts of a model file, to be spoiled by tests before they are put together.
struct Draft {
  std::string encoder, labels;  ///< JSON
  std::vector<Array> arrays;
  std::uint32_t version = 1;
  [[nodiscard]] Array& array(std::string_view name);
};

/// Random weights from `seed`; labels and heads as in a trained model, but few.
[[nodiscard]] Draft draft(Kind kind = Kind::transformer, unsigned seed = 1);

/// The bytes of the file, with a checksum that fits.
[[nodiscard]] std::vector<std::byte> file_of(const Draft& draft);
/// The same around any header.
[[nodiscard]] std::vector<std::byte> file_of(std::string_view header, std::string_view body, std::uint32_t version = 1);

[[nodiscard]] std::shared_ptr<const Model> model(Kind kind = Kind::transformer, unsigned seed = 1);

/// Numbers from -1 to 1.
[[nodiscard]] Matrix random_matrix(std::size_t rows, std::size_t columns, unsigned seed);

/// Words parted by spaces; paragraphs by "|"; each paragraph is a sentence.
[[nodiscard]] Document document(std::string_view words);

}  // namespace hearsay::tiny
