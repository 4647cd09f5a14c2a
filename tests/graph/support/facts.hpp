#pragma once
// Articles' facts by hand: no text, no model.

#include <optional>
#include <string>
#include <vector>

#include "graph/article_facts.hpp"
#include "graph/name_key.hpp"

namespace hearsay::test {

/// Builds ArticleFacts sentence by sentence; things are named as they are written.
class FactsBuilder {
 public:
  explicit FactsBuilder(const std::string& name) {
    facts_.article.id = name;
    facts_.article.name = name + ".txt";
    facts_.article.path = "news/" + name + ".txt";
    facts_.article.publisher = "The " + name + " Gazette";
    facts_.article.date = "2019-05-0" + std::to_string(1 + name.size() % 9);
  }

  std::uint32_t thing(const std::string& kind, const std::string& name, std::vector<std::string> others = {}) {
    Referent referent{name, kind, {name}, {}, {}, false};
    referent.names.insert(referent.names.end(), others.begin(), others.end());
    return add(std::move(referent));
  }
  std::uint32_t person(const std::string& name) { return thing("Person", name); }
  std::uint32_t place(const std::string& name) { return thing("Place", name); }
  std::uint32_t phrase(const std::string& kind, const std::string& words) {
    return add({words, kind, {}, {words}, {}, false});
  }
  std::uint32_t group(const std::string& words, std::vector<std::uint32_t> members) {
    return add({words, "Group", {}, {words}, std::move(members), false});
  }
  std::uint32_t pronoun(const std::string& word) { return add({word, "Person", {}, {}, {}, true}); }

  StatementFact& statement(std::uint32_t subject, const std::string& predicate, std::optional<std::uint32_t> object,
                           const std::string& object_text = "it") {
    StatementFact fact;
    fact.subject = subject;
    fact.predicate = predicate;
    fact.has_object = object.has_value() || object_text != "it";
    if (fact.has_object) fact.arguments.push_back({Role::object, "", object_text, object, std::nullopt});
    fact.place = next_place(predicate);
    facts_.statements.push_back(std::move(fact));
    return facts_.statements.back();
  }

  std::uint32_t said(std::optional<std::uint32_t> speaker, const std::string& content,
                     std::optional<std::uint32_t> parent = std::nullopt, std::vector<std::uint32_t> about = {}) {
    AttributionFact fact;
    fact.speaker = speaker;
    fact.speaker_text = speaker ? facts_.referents[*speaker].name : "";
    fact.cue = "said";
    fact.cue_lemma = "say";
    fact.content = {content};
    fact.parent = parent;
    fact.about = std::move(about);
    fact.place = next_place(content);
    facts_.attributions.push_back(std::move(fact));
    return static_cast<std::uint32_t>(facts_.attributions.size() - 1);
  }

  ArticleFacts& facts() { return facts_; }

 private:
  ArticleFacts facts_;
  std::uint64_t offset_ = 0;

  std::uint32_t add(Referent referent) {
    facts_.referents.push_back(std::move(referent));
    return static_cast<std::uint32_t>(facts_.referents.size() - 1);
  }
  Place next_place(const std::string& words) {
    const std::uint64_t begin = offset_;
    offset_ += 100;
    return {"A sentence with " + words + ".", {begin, begin + 90}, {begin + 7, begin + 99}};
  }
};

}  // namespace hearsay::test
