#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/model/model_error.hpp"

namespace hearsay {

/// One array of the model file, as long as the file is open.
struct Tensor {
  enum class Type : std::uint8_t { i8, f32, u8 };
  Type type = Type::f32;
  std::vector<std::size_t> shape;
  std::span<const std::byte> bytes;
};

/// A table of vectors for a part of a word.
struct AffixShape {
  std::string name;
  std::size_t rows = 0, size = 0;
};

/// What the header says about the encoder; sizes that its kind does not have are 0.
struct EncoderShape {
  std::string kind;
  std::size_t layers = 0, width = 0;
  std::size_t heads = 0, feed_forward = 0, most_pieces = 0;  ///< transformer
  float epsilon = 0.0F;
  std::size_t state = 0, input = 0, most_words = 0, word_size = 0;  ///< recurrent
  std::vector<AffixShape> affixes;
};

/// A model file, mapped into memory: labels, sizes and tensors by name. The format stands in train/README.md.
class ModelFile {
 public:
  static constexpr std::uint32_t version = 1;

  /// Checks magic, version, checksum and every tensor's place. Throws ModelError.
  explicit ModelFile(const std::filesystem::path& path);
  /// The same from memory, for tests and tools; `name` stands in messages.
  ModelFile(std::string name, std::vector<std::byte> bytes);

  using Labels = std::map<std::string, std::vector<std::string>, std::less<>>;
  using Tensors = std::map<std::string, Tensor, std::less<>>;
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const EncoderShape& encoder() const { return encoder_; }
  [[nodiscard]] const Labels& labels() const { return labels_; }
  [[nodiscard]] const Tensors& tensors() const { return tensors_; }

  /// A tensor by name, type and shape; a size of 0 fits any. Throws ModelError where the file has it otherwise.
  [[nodiscard]] std::span<const float> floats(std::string_view name, std::size_t size) const;
  [[nodiscard]] std::span<const std::int8_t> bytes(std::string_view name, std::size_t rows, std::size_t columns) const;
  [[nodiscard]] std::string_view text(std::string_view name) const;

  [[noreturn]] void fail(const std::string& what) const;

 private:
  const Tensor& find(std::string_view name, Tensor::Type type, std::span<const std::size_t> shape) const;
  void check(std::span<const std::byte> file);
  void read_header(std::string_view json, std::span<const std::byte> area);

  std::string name_;
  std::shared_ptr<const void> owner_;  // the mapping or the bytes; shared only because it erases the type
  EncoderShape encoder_;
  Labels labels_;
  Tensors tensors_;
};

}  // namespace hearsay
