#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace hearsay {

/// Who said or did what, to whom, about what. Empty fields ask for anybody and anything.
struct Question {
  std::string who;
  bool said = false, did = false;    ///< neither: both
  std::optional<std::string> whom;   ///< addressee, or object or other participant
  std::optional<std::string> about;  ///< a name, or words that must be in the content or the statement
};

/// Where an answer comes from.
struct Citation {
  std::string article;  ///< ArticleRecord::name
  std::string outlet;   ///< publisher; empty when the article does not tell
  std::string date;     ///< ISO 8601, or empty
  std::string sentence;
  std::vector<std::string> speakers;  ///< outermost first: "Lavrov", "Trump"; empty: the article itself
  friend bool operator==(const Citation&, const Citation&) = default;
};

struct SaidAnswer {
  AttributionId id{};
  std::vector<std::string> speakers;  ///< outermost first; the last one is who spoke
  std::string cue;
  bool negated = false;
  std::string addressee, content;
  std::string time, place;  ///< of the utterance; empty when the article does not tell
  std::vector<std::string> about;
  Citation source;  ///< its speakers are those around the one who spoke
  friend bool operator==(const SaidAnswer&, const SaidAnswer&) = default;
};

struct DidAnswer {
  StatementId id{};
  std::string subject, predicate, object;  ///< object: a name or the words; may be empty
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::asserted;
  std::vector<Citation> sources;  ///< one per sentence, in the order of the claim's evidence
  friend bool operator==(const DidAnswer&, const DidAnswer&) = default;
};

struct Answers {
  std::vector<SaidAnswer> said;  ///< by date, article, place in the article; without a date last
  std::vector<DidAnswer> did;    ///< most sources first, then by id
  friend bool operator==(const Answers&, const Answers&) = default;
};

/// A name of the question that nothing in the graph has.
struct UnknownName {
  std::string name;
  std::vector<std::string> suggestions;  ///< nearest names, best first; may be empty
  friend bool operator==(const UnknownName&, const UnknownName&) = default;
};

/// Answers from the graph. Names match through aliases, whatever the case and accents; where no name is equal, the
/// entities that have all the words in their name will do ("Trump" finds Donald Trump).
/// Cost  linear in the graph.
[[nodiscard]] std::variant<Answers, UnknownName> ask(const KnowledgeGraph& graph, const Question& question);

/// The entities that `name` means, as ask() understands it; ascending.
[[nodiscard]] std::vector<EntityId> match_name(const KnowledgeGraph& graph, std::string_view name);

/// Names of the graph that look like `name`, best first.
[[nodiscard]] std::vector<std::string> suggest_names(const KnowledgeGraph& graph, std::string_view name);

}  // namespace hearsay
