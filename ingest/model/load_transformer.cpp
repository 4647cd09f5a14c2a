#include <stdexcept>

#include "ingest/model/load_encoder.hpp"
#include "ingest/model/transformer_encoder.hpp"

namespace hearsay {
namespace {

Norm norm(const ModelFile& file, const std::string& name, std::size_t width) {
  return {file.floats(name + ".weight", width), file.floats(name + ".bias", width)};
}

void check_sizes(const ModelFile& file) {
  const EncoderShape& e = file.encoder();
  const bool sound = e.layers > 0 && e.width > 0 && e.width % 32 == 0 && e.heads > 0 && e.width % (16 * e.heads) == 0 &&
                     e.feed_forward > 0 && e.most_pieces > PieceList::most + 2;
  if (!sound) file.fail("has an encoder whose sizes do not go together; retrain");
}

void linear(const ModelFile& file, const std::string& name, std::size_t out, std::size_t in, Int8Matrix& to) {
  append_linear(file, name + ".weight", name + ".bias", out, in, to);
}

TransformerLayer layer(const ModelFile& file, const std::string& name, const EncoderShape& shape) {
  TransformerLayer out;
  for (const char* part : {".q", ".k", ".v"}) linear(file, name + part, shape.width, shape.width, out.qkv);
  linear(file, name + ".o", shape.width, shape.width, out.mix);
  linear(file, name + ".up", shape.feed_forward, shape.width, out.up);
  linear(file, name + ".down", shape.width, shape.feed_forward, out.down);
  out.after_attention = norm(file, name + ".norm1", shape.width);
  out.after_feed_forward = norm(file, name + ".norm2", shape.width);
  return out;
}

Transformer network(const ModelFile& file, std::size_t vocabulary) {
  const EncoderShape& shape = file.encoder();
  Transformer out;
  out.width = shape.width;
  out.heads = shape.heads;
  out.positions = shape.most_pieces;
  out.epsilon = shape.epsilon;
  out.words = int8_table(file, "embed.words", vocabulary, shape.width);
  out.places = int8_table(file, "embed.positions", shape.most_pieces, shape.width);
  out.shapes = int8_table(file, "embed.shapes", 8, shape.width);
  out.norm = norm(file, "embed.norm", shape.width);
  for (std::size_t l = 0; l < shape.layers; ++l) out.layers.push_back(layer(file, "layer." + std::to_string(l), shape));
  return out;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

WordPieces word_pieces(const ModelFile& file, std::span<const std::string_view> vocabulary) {
  try {
    return WordPieces(vocabulary);
  } catch (const std::out_of_range&) {
    file.fail("has a vocabulary without [UNK], [CLS] or [SEP]; retrain");
  }
}

}  // namespace

std::unique_ptr<const Encoder> load_transformer(const ModelFile& file) {
  check_sizes(file);
  const auto vocabulary = lines_of(file.text("vocab"));
  WordPieces pieces = word_pieces(file, vocabulary);
  return std::make_unique<TransformerEncoder>(std::move(pieces), network(file, vocabulary.size()));
}

}  // namespace hearsay
