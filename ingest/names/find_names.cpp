#include "ingest/names/find_names.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "ingest/model/model.hpp"
#include "ingest/names/type_votes.hpp"

namespace hearsay {
namespace {

/// What is added to the model's scores of a type. Trained on corpora that each leave other types unmarked, it takes
/// too much for organisations and too little for the rest. Fitted to `accurate` on development parts;
/// train/name_balance.py adds what another model needs beyond it to the bias of its head.
constexpr std::pair<std::string_view, float> balances[] = {{"ORG", -1.0F}, {"MISC", 1.0F}, {"NORP", 0.25F}};

void balance(Matrix& scores, const std::vector<std::string>& labels) {
  for (std::size_t label = 0; label < labels.size(); ++label)
    for (const auto& [type, change] : balances)
      if (std::string_view(labels[label]).substr(std::min<std::size_t>(2, labels[label].size())) == type)
        for (std::size_t at = label; at < scores.values.size(); at += labels.size()) scores.values[at] += change;
}

}  // namespace

std::vector<Name> find_names(const Document& doc, const Encoding& encoding, const Model& model) {
  if (doc.tokens.empty()) return {};
  Matrix scores = model.linear("names", encoding);
  balance(scores, model.labels("names"));
  std::vector<Name> names = decode_names(doc, scores.values, model.labels("names"));
  vote_on_types(doc, scores.values, model.labels("names"), names);
  return refine_names(doc, std::move(names));
}

}  // namespace hearsay
