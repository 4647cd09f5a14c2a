#include "graph/query.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "graph/mutual.hpp"
#include "graph/name_key.hpp"

namespace hearsay {
namespace {

bool has_words(const std::string& folded_text, const std::string& folded_words) {
  return (" " + folded_text + " ").find(" " + folded_words + " ") != std::string::npos;
}

/// Code points up to which a name is compared letter by letter.
constexpr std::size_t longest_compared = 200;

std::vector<std::string> names_of(const Entity& entity) {
  std::vector<std::string> names = {entity.name};
  names.insert(names.end(), entity.aliases.begin(), entity.aliases.end());
  return names;
}

/// One name of the question: the entities it may mean; no filter when the question leaves it out.
struct NameFilter {
  bool given = false;
  std::set<EntityId> entities;
  [[nodiscard]] bool admits(std::optional<EntityId> entity) const {
    return !given || (entity && entities.contains(*entity));
  }
};

NameFilter filter_for(const KnowledgeGraph& graph, const std::string& name) {
  NameFilter filter;
  filter.given = !name.empty();
  if (!filter.given) return filter;
  const std::vector<EntityId> found = match_name(graph, name);
  filter.entities.insert(found.begin(), found.end());
  // What "the two leaders" did, each of them did.
  for (const Entity& entity : graph.entities()) {
    for (const EntityId member : entity.members) {
      if (std::binary_search(found.begin(), found.end(), member)) filter.entities.insert(entity.id);
    }
  }
  return filter;
}

class Asker {
 public:
  Asker(const KnowledgeGraph& graph, const Question& question)
      : graph_(graph),
        question_(question),
        who_(filter_for(graph, question.who)),
        whom_(filter_for(graph, question.whom.value_or(""))),
        about_(filter_for(graph, question.about.value_or(""))),
        about_words_(fold_name(question.about.value_or(""))) {}

  std::variant<Answers, UnknownName> run() const {
    if (who_.given && who_.entities.empty()) return unknown(question_.who);
    if (whom_.given && whom_.entities.empty()) return unknown(*question_.whom);
    Answers answers;
    const bool both = question_.said == question_.did;
    if (both || question_.said) answers.said = said();
    if (both || question_.did) answers.did = did();
    return answers;
  }

 private:
  const KnowledgeGraph& graph_;
  const Question& question_;
  NameFilter who_, whom_, about_;
  std::string about_words_;

  UnknownName unknown(const std::string& name) const { return {name, suggest_names(graph_, name)}; }

  std::vector<std::string> speakers_from(std::optional<AttributionId> innermost) const {
    std::vector<std::string> names;
    for (const AttributionId id : graph_.chain(innermost)) names.push_back(graph_.attribution(id).speaker_name);
    std::reverse(names.begin(), names.end());
    return names;
  }

  Citation source_of(const Evidence& evidence) const {
    const ArticleRecord& article = graph_.article(evidence.article);
    return {article.name, article.publisher.value_or(""), article.date.value_or(""), evidence.sentence,
            speakers_from(evidence.attributed_to)};
  }

  // ----------------------------------------------------------------------------------------------------- said

  bool is_about(const AttributionRecord& said) const {
    if (!about_.given) return true;
    const bool topic = std::any_of(said.about.begin(), said.about.end(), [&](EntityId e) { return about_.admits(e); });
    return topic || has_words(fold_name(content_text(said)), about_words_);
  }

  std::vector<SaidAnswer> said() const {
    std::vector<SaidAnswer> answers;
    for (const AttributionRecord& said : graph_.attributions()) {
      if (who_.admits(said.speaker) && whom_.admits(said.addressee) && is_about(said)) answers.push_back(answer(said));
    }
    std::stable_sort(answers.begin(), answers.end(), [](const SaidAnswer& a, const SaidAnswer& b) {
      return std::tuple(a.source.date.empty(), a.source.date) < std::tuple(b.source.date.empty(), b.source.date);
    });
    return answers;
  }

  SaidAnswer answer(const AttributionRecord& said) const {
    SaidAnswer answer;
    answer.id = said.id;
    answer.speakers = speakers_from(said.id);
    answer.cue = said.cue;
    answer.negated = said.negated;
    answer.addressee = said.addressee_name;
    answer.content = content_text(said);
    answer.time = said.time.value_or("");
    answer.place = said.place.value_or("");
    answer.source = source_of(said.evidence);
    for (const EntityId topic : said.about) answer.about.push_back(graph_.entity(topic).name);
    return answer;
  }

  // ------------------------------------------------------------------------------------------------------ did

  static bool takes_part(const Claim& claim, const NameFilter& filter) {
    if (!filter.given || filter.admits(claim.object)) return true;
    return std::any_of(claim.arguments.begin(), claim.arguments.end(),
                       [&](const ClaimArgument& argument) { return filter.admits(argument.entity); });
  }

  bool is_about(const Claim& claim) const {
    if (takes_part(claim, about_)) return true;
    std::string words = claim.predicate + ' ' + claim.object_text;
    for (const ClaimArgument& argument : claim.arguments) words += ' ' + argument.text;
    return has_words(fold_name(words), about_words_);
  }

  bool has_sides(const Claim& claim) const { return who_.admits(claim.subject) && takes_part(claim, whom_); }

  /// Who met whom is asked for from either side.
  bool has_sides_exchanged(const Claim& claim) const {
    return is_mutual(claim.predicate) && claim.object && who_.admits(claim.object) &&
           (!whom_.given || whom_.admits(claim.subject));
  }

  std::vector<DidAnswer> did() const {
    std::vector<std::pair<std::size_t, DidAnswer>> answers;
    for (const Claim& claim : graph_.claims()) {
      const bool as_it_stands = has_sides(claim);
      if (!(as_it_stands || has_sides_exchanged(claim)) || !is_about(claim)) continue;
      DidAnswer found = answer(claim);
      if (!as_it_stands) std::swap(found.subject, found.object);
      answers.emplace_back(source_count(claim), std::move(found));
    }
    std::stable_sort(answers.begin(), answers.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<DidAnswer> sorted;
    for (auto& [sources, answer] : answers) sorted.push_back(std::move(answer));
    return sorted;
  }

  DidAnswer answer(const Claim& claim) const {
    DidAnswer answer{claim.id,
                     graph_.entity(claim.subject).name,
                     claim.predicate,
                     claim.object ? graph_.entity(*claim.object).name : claim.object_text,
                     claim.polarity,
                     claim.modality,
                     {}};
    for (const Evidence& evidence : claim.evidence) answer.sources.push_back(source_of(evidence));
    return answer;
  }
};

/// How far `name` is from the question: the whole name, or the nearest of its words.
std::size_t distance_to(const std::string& wanted, const std::string& folded) {
  std::size_t best = edit_distance(wanted, folded);
  for (const std::string& word : split_words(folded)) best = std::min(best, edit_distance(wanted, word));
  return best;
}

}  // namespace

std::variant<Answers, UnknownName> ask(const KnowledgeGraph& graph, const Question& question) {
  return Asker(graph, question).run();
}

std::vector<EntityId> match_name(const KnowledgeGraph& graph, std::string_view name) {
  std::vector<EntityId> found = graph.find(name);
  if (!found.empty()) return found;
  const std::vector<std::string> wanted = split_words(fold_name(name));
  if (wanted.empty()) return {};
  for (const Entity& entity : graph.entities()) {
    const std::vector<std::string> names = names_of(entity);
    const bool fits = std::any_of(names.begin(), names.end(), [&](const std::string& candidate) {
      const std::string folded = fold_name(candidate);
      return std::all_of(wanted.begin(), wanted.end(),
                         [&](const std::string& word) { return has_words(folded, word); });
    });
    if (fits) found.push_back(entity.id);
  }
  return found;
}

std::vector<std::string> suggest_names(const KnowledgeGraph& graph, std::string_view name) {
  constexpr std::size_t most = 5;
  const std::string wanted = fold_name(name.substr(0, longest_compared));
  const std::size_t tolerance = std::max<std::size_t>(2, wanted.size() / 3);
  std::set<std::tuple<std::size_t, bool, std::string>> near;
  for (const Entity& entity : graph.entities()) {
    for (const std::string& candidate : names_of(entity)) {
      const std::string folded = fold_name(candidate);
      if (folded.size() > longest_compared) continue;
      const std::size_t distance = distance_to(wanted, folded);
      if (distance <= tolerance && distance < wanted.size()) near.emplace(distance, !entity.named, entity.name);
    }
  }
  std::vector<std::string> suggestions;
  for (const auto& [distance, unnamed, candidate] : near) {
    if (suggestions.size() == most) break;
    if (std::find(suggestions.begin(), suggestions.end(), candidate) == suggestions.end())
      suggestions.push_back(candidate);
  }
  return suggestions;
}

}  // namespace hearsay
