#include "ingest/names/type_votes.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "ingest/names/name_words.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

// What others say counts less than the name's own place in the text. Round figures: F1 is flat around them.
constexpr float same_name = 0.5F, other_form = 0.3F, same_list = 0.3F;
// The most that others can add to the logarithm of a probability.
constexpr float most = 6.0F;

/// One logarithm of a probability per type.
using Evidence = std::vector<float>;

void normalize(Evidence& evidence) {
  const float top = *std::max_element(evidence.begin(), evidence.end());
  float sum = 0;
  for (const float value : evidence) sum += std::exp(value - top);
  for (float& value : evidence) value -= top + std::log(sum);
}

struct Sum {
  Evidence total;
  float count = 0;

  void add(const Evidence& evidence) {
    total.resize(evidence.size());
    for (std::size_t i = 0; i < evidence.size(); ++i) total[i] += evidence[i];
    ++count;
  }
};

/// Pools what names say of their types, by keys such as the name itself.
class Pool {
 public:
  void add(const std::string& key, const Evidence& evidence) { sums_[key].add(evidence); }

  /// The mean of all others under `key`, weighted, added to `to`. `own` is left out when it is in the pool.
  void lend(const std::string& key, const Evidence* own, float weight, Evidence& to) const {
    const auto found = sums_.find(key);
    if (found == sums_.end()) return;
    const float others = found->second.count - (own != nullptr ? 1.0F : 0.0F);
    if (others < 0.5F) return;
    const float scale =
        weight * std::sqrt(others) / others;  // many agree: more weight, but not twice as much for twice
    for (std::size_t i = 0; i < to.size(); ++i) {
      const float sum = found->second.total[i] - (own != nullptr ? (*own)[i] : 0.0F);
      to[i] += std::max(scale * sum, -most);
    }
  }

 private:
  std::map<std::string, Sum> sums_;
};

class Voters {
 public:
  Voters(const Document& doc, std::span<const float> scores, const std::vector<std::string>& labels)
      : doc_(doc), scores_(scores), labels_(labels) {
    for (std::size_t label = 0; label < labels.size(); ++label)
      if (labels[label].starts_with("B-")) types_.push_back(labels[label].substr(2));
    for (const std::string& type : types_) {
      begin_.push_back(label_of("B-" + type));
      inside_.push_back(label_of("I-" + type));
    }
  }

  void vote(std::vector<Name>& names) {
    std::vector<Evidence> own;
    for (const Name& name : names) own.push_back(evidence(name.span));
    for (std::size_t i = 0; i < names.size(); ++i) add(names[i], own[i]);
    const std::vector<std::uint32_t> lists = lists_of(names);
    for (std::size_t i = 0; i < names.size(); ++i)
      if (lists[i] > 0) lists_.add(std::to_string(lists[i]), own[i]);
    for (std::size_t i = 0; i < names.size(); ++i) settle(names[i], own[i], lists[i]);
  }

 private:
  [[nodiscard]] std::size_t label_of(const std::string& label) const {
    return static_cast<std::size_t>(std::find(labels_.begin(), labels_.end(), label) - labels_.begin());
  }

  /// How likely each type is for just this span, dates left out of question.
  [[nodiscard]] Evidence evidence(TokenSpan span) const {
    Evidence out(types_.size());
    for (std::size_t type = 0; type < types_.size(); ++type)
      for (TokenIndex token = span.begin; token < span.end; ++token) {
        const std::size_t label = token == span.begin ? begin_[type] : inside_[type];
        out[type] += label < labels_.size() ? scores_[token * labels_.size() + label] : -most;
      }
    normalize(out);
    return out;
  }

  [[nodiscard]] std::string key(TokenSpan span) const { return ascii_lower(text_of(doc_, span)); }

  void add(const Name& name, const Evidence& own) {
    same_.add(key(name.span), own);
    if (name.span.size() > 1 && name.type == "PER") forms_.add(key({name.span.end - 1, name.span.end}), own);
    if (name.span.size() > 1)
      if (const std::string acronym = initials(name.span); acronym.size() > 1) forms_.add(acronym, own);
  }

  /// "wfa" for "World Food Agency": the first letters of the words with a capital.
  [[nodiscard]] std::string initials(TokenSpan span) const {
    std::string out;
    for (TokenIndex token = span.begin; token < span.end; ++token) {
      const char first = word(doc_, token).front();
      if (first >= 'A' && first <= 'Z') out += ascii_lower(first);
    }
    return out;
  }

  /// The number of the list ("Paris, Rome and Oslo") that each name belongs to; 0 for none.
  [[nodiscard]] std::vector<std::uint32_t> lists_of(const std::vector<Name>& names) const {
    std::vector<std::uint32_t> lists(names.size());
    if (doc_.arcs.size() != doc_.tokens.size()) return lists;
    std::map<TokenIndex, std::uint32_t> by_first;  // the list's first conjunct
    for (std::size_t i = 0; i < names.size(); ++i) {
      const TokenIndex head = head_of(names[i].span);
      const Arc& arc = doc_.arcs[head];
      const TokenIndex first = arc.deprel == "conj" && arc.head ? *arc.head : head;
      lists[i] = by_first.try_emplace(first, static_cast<std::uint32_t>(by_first.size() + 1)).first->second;
    }
    return lists;
  }

  [[nodiscard]] TokenIndex head_of(TokenSpan span) const {
    for (TokenIndex token = span.begin; token < span.end; ++token)
      if (!doc_.arcs[token].head || !span.contains(*doc_.arcs[token].head)) return token;
    return span.begin;
  }

  void settle(Name& name, const Evidence& own, std::uint32_t list) const {
    Evidence sum = own;
    same_.lend(key(name.span), &own, same_name, sum);
    if (name.span.size() == 1) forms_.lend(key(name.span), nullptr, other_form, sum);
    if (list > 0) lists_.lend(std::to_string(list), &own, same_list, sum);
    normalize(sum);
    const auto best = static_cast<std::size_t>(std::max_element(sum.begin(), sum.end()) - sum.begin());
    if (types_[best] == "DATE" || name.type == "DATE") return;
    name.type = types_[best];
    name.confidence = std::max(name.confidence, std::exp(sum[best]) * 0.99F);
  }

  const Document& doc_;
  std::span<const float> scores_;
  const std::vector<std::string>& labels_;
  std::vector<std::string> types_;
  std::vector<std::size_t> begin_, inside_;
  Pool same_, forms_, lists_;
};

}  // namespace

void vote_on_types(const Document& doc, std::span<const float> scores, const std::vector<std::string>& labels,
                   std::vector<Name>& names) {
  if (!names.empty()) Voters(doc, scores, labels).vote(names);
}

}  // namespace hearsay
