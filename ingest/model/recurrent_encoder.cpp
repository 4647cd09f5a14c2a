#include "ingest/model/recurrent_encoder.hpp"

#include <unordered_map>

#include "ingest/model/windows.hpp"

namespace hearsay {
namespace {

/// Steps that are run together: sequences enough to fill the kernels, and little enough memory for the cache.
constexpr TokenIndex most_steps = 1024;

/// The longest runs of tokens that lie in one paragraph and one window.
std::vector<TokenSpan> stretches_of(const Document& doc, std::span<const TokenSpan> windows) {
  std::vector<TokenSpan> out;
  for (const TokenSpan window : windows) {
    std::uint32_t paragraph = paragraph_of(doc, window.begin);
    for (TokenIndex begin = window.begin; begin < window.end; ++paragraph) {
      const TokenIndex end = std::min(window.end, doc.paragraphs[paragraph].end);
      if (end > begin) out.push_back({begin, end});
      begin = end;
    }
  }
  return out;
}

}  // namespace

/// The different words of some tokens, and the first layer's input for each of them.
class RecurrentEncoder::Forms {
 public:
  explicit Forms(const RecurrentEncoder& encoder) : encoder_(encoder) {
    for (const Int8Table& table : encoder.tables_) width_ += table.width();
  }

  void read(const Document& doc, TokenSpan tokens) {
    std::unordered_map<std::string_view, std::uint32_t> known;
    form_of_.clear();
    inputs_.clear();
    for (TokenIndex t = tokens.begin; t < tokens.end; ++t) {
      const auto [place, is_new] = known.try_emplace(word(doc, t), static_cast<std::uint32_t>(known.size()));
      form_of_.push_back(place->second);
      if (is_new) add(place->first);
    }
  }

  [[nodiscard]] const std::vector<float>& inputs() const { return inputs_; }
  [[nodiscard]] const std::vector<std::uint32_t>& form_of() const { return form_of_; }

 private:
  void add(std::string_view form) {
    rows_.clear();
    encoder_.features_.append_rows(form, rows_);
    std::size_t at = inputs_.size();
    inputs_.resize(at + width_, 0.0F);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      encoder_.tables_[i].add_row(rows_[i], inputs_.data() + at);
      at += encoder_.tables_[i].width();
    }
  }

  const RecurrentEncoder& encoder_;
  std::size_t width_ = 0;
  std::vector<std::uint32_t> form_of_, rows_;
  std::vector<float> inputs_;
};

RecurrentEncoder::RecurrentEncoder(WordFeatures features, std::vector<Int8Table> tables, Recurrent network,
                                   std::size_t most_words)
    : features_(std::move(features)),
      tables_(std::move(tables)),
      network_(std::move(network)),
      most_words_(most_words) {}

Encoding RecurrentEncoder::encode(const Document& doc) const {
  Encoding out{width(), std::vector<float>(doc.tokens.size() * width()), {}};
  out.windows = cut_windows(doc, std::vector<std::uint8_t>(doc.tokens.size(), 1), most_words_ + 2);
  const std::vector<TokenSpan> stretches = stretches_of(doc, out.windows);
  Forms forms(*this);
  thread_local Recurrent::Room room;  // large: kept from one article to the next
  std::vector<std::uint32_t> lengths;
  for (std::size_t i = 0; i < stretches.size();) {
    TokenSpan group{stretches[i].begin, stretches[i].begin};
    lengths.clear();
    for (; i < stretches.size() && (lengths.empty() || stretches[i].end - group.begin <= most_steps); ++i) {
      group.end = stretches[i].end;
      lengths.push_back(stretches[i].size());
    }
    forms.read(doc, group);
    network_.run(forms.inputs(), forms.form_of(), lengths, room, out.values.data() + group.begin * width());
  }
  return out;
}

}  // namespace hearsay
