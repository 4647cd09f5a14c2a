#include <limits>

#include "ingest/model/load_encoder.hpp"
#include "ingest/model/recurrent_encoder.hpp"

namespace hearsay {
namespace {

/// "suffix3": the last three characters of a word.
AffixTable affix_table(const ModelFile& file, const AffixShape& shape) {
  using Part = AffixTable::Part;
  const auto rows = static_cast<std::uint32_t>(shape.rows);
  const char digit = shape.name.empty() ? '\0' : shape.name.back();
  const std::string kind = shape.name.substr(0, shape.name.size() - (digit >= '1' && digit <= '9' ? 1 : 0));
  const auto length = static_cast<std::uint8_t>(digit - '0');
  if (shape.name == "shape") return {Part::shape, 0, rows};
  if (shape.name != kind && kind == "prefix") return {Part::prefix, length, rows};
  if (shape.name != kind && kind == "suffix") return {Part::suffix, length, rows};
  file.fail("has an affix table \"" + shape.name + "\" that this program does not know; take a newer hearsay");
}

void check_sizes(const ModelFile& file) {
  const EncoderShape& e = file.encoder();
  constexpr std::size_t most_rows = std::numeric_limits<std::uint32_t>::max(), most_state = 1U << 16U;
  std::size_t input = e.word_size;
  bool sound = e.layers > 0 && e.state > 0 && e.state <= most_state && e.state % 16 == 0 && e.width == 2 * e.state &&
               e.most_words > 0 && e.word_size > 0 && e.affixes.size() < 256;
  for (const AffixShape& a : e.affixes) {
    sound = sound && a.rows > 0 && a.rows <= most_rows && a.size > 0 && a.size <= e.input;
    input += a.size;
  }
  if (!sound || input != e.input) file.fail("has an encoder whose sizes do not go together; retrain");
}

RecurrentLayer layer(const ModelFile& file, const std::string& name, std::size_t state, std::size_t in) {
  RecurrentLayer out;
  for (const bool backward : {false, true}) {
    const std::string direction = name + (backward ? ".backward" : ".forward");
    append_linear(file, direction + ".input.weight", direction + ".bias", 4 * state, in, out.input);
    append_linear(file, direction + ".hidden.weight", "", 4 * state, state, out.hidden[backward ? 1 : 0]);
  }
  return out;
}

}  // namespace

std::unique_ptr<const Encoder> load_recurrent(const ModelFile& file) {
  check_sizes(file);
  const EncoderShape& shape = file.encoder();
  std::vector<AffixTable> affixes;
  for (const AffixShape& a : shape.affixes) affixes.push_back(affix_table(file, a));
  WordFeatures features(file.text("vocab"), std::move(affixes));
  if (features.words() == 0) file.fail("has no words; retrain");
  std::vector<Int8Table> tables{int8_table(file, "embed.words", features.words(), shape.word_size)};
  for (const AffixShape& a : shape.affixes) tables.push_back(int8_table(file, "embed." + a.name, a.rows, a.size));
  Recurrent network{shape.state, {}};
  for (std::size_t l = 0; l < shape.layers; ++l)
    network.layers.push_back(
        layer(file, "layer." + std::to_string(l), shape.state, l == 0 ? shape.input : shape.width));
  return std::make_unique<RecurrentEncoder>(std::move(features), std::move(tables), std::move(network),
                                            shape.most_words);
}

}  // namespace hearsay
