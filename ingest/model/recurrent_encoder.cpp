#include "ingest/model/recurrent_encoder.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <unordered_map>

#include "ingest/model/windows.hpp"

namespace hearsay {
namespace {

/// Steps that are run together: sequences enough to fill the kernels, and little enough memory for the cache.
constexpr TokenIndex most_steps = 1024;

/// Words whose first gates are kept; at 6 kB each, 19 MB a thread.
constexpr std::size_t most_forms = 3072;

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

/// What the first layer makes of words, kept from one article to the next: news repeats its words.
class RecurrentEncoder::Forms {
 public:
  explicit Forms(const RecurrentEncoder& encoder) : encoder_(encoder) {
    for (const Int8Table& table : encoder.tables_) width_ += table.width();
    gates_.reserve(most_forms * encoder.network_.gates());  // memory is taken when it is written
  }

  /// Each token's row of first gates; good until the next call. At most `most_forms` tokens.
  const std::vector<const float*>& gates_of(const Document& doc, TokenSpan tokens, Recurrent::Room& room) {
    if (known_.size() + tokens.size() > most_forms) known_.clear();
    const std::size_t before = known_.size();
    inputs_.clear();
    row_of_.clear();
    for (TokenIndex t = tokens.begin; t < tokens.end; ++t) row_of_.push_back(row_of(word(doc, t)));
    const std::size_t size = encoder_.network_.gates();
    gates_.resize(std::max(gates_.size(), known_.size() * size));
    encoder_.network_.first_gates(inputs_, room, gates_.data() + before * size);
    gates_of_.clear();
    for (const std::uint32_t row : row_of_) gates_of_.push_back(gates_.data() + row * size);
    return gates_of_;
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  std::uint32_t row_of(std::string_view form) {
    if (const auto place = known_.find(form); place != known_.end()) return place->second;
    const auto row = static_cast<std::uint32_t>(known_.size());
    known_.emplace(form, row);
    add_input(form);
    return row;
  }

  void add_input(std::string_view form) {
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
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> known_;
  std::vector<std::uint32_t> row_of_, rows_;
  std::vector<float> inputs_, gates_;
  std::vector<const float*> gates_of_;
};

/// What one thread needs to encode.
struct RecurrentEncoder::Workspace {
  explicit Workspace(const RecurrentEncoder& encoder) : forms(encoder) {}
  Forms forms;
  Recurrent::Room room;
  std::vector<std::uint32_t> lengths;
};

RecurrentEncoder::RecurrentEncoder(WordFeatures features, std::vector<Int8Table> tables, Recurrent network,
                                   std::size_t most_words)
    : features_(std::move(features)),
      tables_(std::move(tables)),
      network_(std::move(network)),
      most_words_(most_words) {}

RecurrentEncoder::~RecurrentEncoder() = default;

std::unique_ptr<RecurrentEncoder::Workspace> RecurrentEncoder::take_workspace() const {
  const std::lock_guard held(lock_);
  if (idle_.empty()) return std::make_unique<Workspace>(*this);
  auto out = std::move(idle_.back());
  idle_.pop_back();
  return out;
}

void RecurrentEncoder::give_back(std::unique_ptr<Workspace> workspace) const {
  const std::lock_guard held(lock_);
  idle_.push_back(std::move(workspace));
}

Encoding RecurrentEncoder::encode(const Document& doc) const {
  Encoding out;
  out.width = width();
  out.values.resize(doc.tokens.size() * width());
  out.windows = cut_windows(doc, std::vector<std::uint8_t>(doc.tokens.size(), 1), most_words_ + 2);
  const std::vector<TokenSpan> stretches = stretches_of(doc, out.windows);
  auto workspace = take_workspace();
  auto& [forms, room, lengths] = *workspace;
  for (std::size_t i = 0; i < stretches.size();) {
    TokenSpan group{stretches[i].begin, stretches[i].begin};
    lengths.clear();
    for (; i < stretches.size() && (lengths.empty() || stretches[i].end - group.begin <= most_steps); ++i) {
      group.end = stretches[i].end;
      lengths.push_back(stretches[i].size());
    }
    network_.run(forms.gates_of(doc, group, room), lengths, room, out.values.data() + group.begin * width());
  }
  give_back(std::move(workspace));
  return out;
}

}  // namespace hearsay
