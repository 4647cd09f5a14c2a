#include "hand_made_graph.hpp"

#include <utility>
#include <vector>

namespace hearsay {
namespace {

/// An article that grows sentence by sentence; each call adds what the sentence says.
class ArticleMaker {
 public:
  ArticleMaker(char digit, std::string name) {
    facts_.article.id = std::string(31, '0') + digit;
    facts_.article.name = std::move(name);
  }
  ArticleRecord& record() { return facts_.article; }

  std::uint32_t thing(const std::string& kind, const std::string& name, std::vector<std::string> names = {}) {
    const bool named = kind != "Group" && kind != "Concept";
    if (named) names.insert(names.begin(), name);
    facts_.referents.push_back({name, kind, names, named ? std::vector<std::string>{} : std::vector{name}, {}, false});
    return static_cast<std::uint32_t>(facts_.referents.size() - 1);
  }
  /// `count` persons of different invented names.
  std::vector<std::uint32_t> persons(std::uint32_t count) {
    constexpr std::uint32_t letters = 26;
    std::vector<std::uint32_t> persons;
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::string name{static_cast<char>('A' + i % letters), static_cast<char>('a' + i / letters % letters),
                             static_cast<char>('a' + i / letters / letters)};
      persons.push_back(thing("Person", name + "o " + name + "sen"));
    }
    return persons;
  }
  ArticleMaker& sentence(const std::string& text) {
    place_ = {text, {next_, next_ + text.size()}, {next_, next_ + text.size()}};
    next_ += text.size() + 1;
    return *this;
  }
  StatementFact& claim(std::uint32_t subject, const std::string& predicate, std::uint32_t object) {
    StatementFact& fact = claim(subject, predicate);
    fact.arguments.push_back({Role::object, "", facts_.referents[object].name, object, {}});
    fact.has_object = true;
    return fact;
  }
  StatementFact& claim(std::uint32_t subject, const std::string& predicate) {
    StatementFact fact;
    fact.subject = subject;
    fact.predicate = predicate;
    fact.confidence = 0.9F;
    fact.tense = "past";
    fact.place = place_;
    facts_.statements.push_back(std::move(fact));
    return facts_.statements.back();
  }
  std::uint32_t speech(std::uint32_t speaker, const std::string& cue, const std::string& lemma,
                       const std::string& content, std::vector<std::uint32_t> about) {
    AttributionFact fact;
    fact.speaker = speaker;
    fact.speaker_text = facts_.referents[speaker].name;
    fact.cue = cue;
    fact.cue_lemma = lemma;
    fact.content = {content};
    fact.about = std::move(about);
    fact.confidence = 0.75F;
    fact.place = place_;
    facts_.attributions.push_back(std::move(fact));
    return static_cast<std::uint32_t>(facts_.attributions.size() - 1);
  }
  AttributionFact& speech(std::uint32_t place) { return facts_.attributions[place]; }
  [[nodiscard]] ArticleFacts facts() const { return facts_; }

 private:
  ArticleFacts facts_;
  Place place_;
  std::uint64_t next_ = 0;
};

ArticleFacts harbour_article() {
  ArticleMaker article('1', "harbour.txt");
  article.record().title = "Leaders meet in the harbour";
  article.record().publisher = "Harbour Gazette";
  article.record().date = "2019-05-04";
  article.record().byline = "Ada Writer";
  article.record().url = "https://gazette.example/2019/leaders?page=1";
  const auto orlova = article.thing("Person", "Vera Orlova"), brandt = article.thing("Person", "Emil Brandt");
  const auto city = article.thing("Place", "Rostock"), reporters = article.thing("Group", "reporters");
  const auto meddling = article.thing("Concept", "meddling"), union_ = article.thing("Organization", "Baltic Union");
  article.sentence("Vera Orlova met Emil Brandt in Rostock on Saturday.");
  StatementFact& meet = article.claim(orlova, "meet", brandt);
  meet.arguments.push_back({Role::place, "in", "Rostock", city, {}});
  meet.arguments.push_back({Role::time, "on", "Saturday", {}, "2019-05-04"});
  meet.relation_type = "CONSULT";
  meet.cameo = "040";
  article.sentence("Orlova told reporters: \"The Union <did not> meddle & never will\".");
  article.claim(orlova, "tell", reporters);
  const auto said = article.speech(orlova, "told", "tell", "The Union <did not> meddle & never will", {union_});
  article.speech(said).kind = SpeechKind::direct;
  article.speech(said).addressee = reporters;
  article.speech(said).addressee_text = "reporters";
  article.speech(said).said_time = "2019-05-03";
  article.speech(said).said_place = "a briefing in Rostock";
  StatementFact& meddle = article.claim(union_, "meddle in", city);
  meddle.polarity = Polarity::negative;
  meddle.attributed_to = said;
  article.sentence("Brandt denied any meddling.");
  article.claim(brandt, "deny", meddling);
  return article.facts();
}

ArticleFacts evening_article() {
  ArticleMaker article('2', "evening.html");
  article.record().publisher = "Вечерняя газета";
  article.record().date = "2019-05-05T21:20";
  article.record().url = "evening page 7";
  const auto orlova = article.thing("Person", "Vera Orlova"), brandt = article.thing("Person", "Emil Brandt");
  const auto envoy = article.thing("Person", "Путин \"C:\\\" Envoy"), summit = article.thing("Event", "Amber Summit");
  const auto treaty = article.thing("Work", "The Amber Papers"), union_ = article.thing("Organization", "Baltic Union");
  article.sentence("Orlova met Brandt at the Amber Summit, an envoy said that Brandt said.");
  article.claim(orlova, "meet", brandt);
  const auto outer = article.speech(envoy, "said", "say", "Brandt said the Union may sign The Amber Papers", {brandt});
  const auto inner = article.speech(brandt, "said", "say", "the Union may sign The Amber Papers", {union_, treaty});
  article.speech(inner).parent = outer;
  StatementFact& sign = article.claim(union_, "sign", treaty);
  sign.modality = Modality::possible;
  sign.attributed_to = inner;
  article.sentence("Orlova denied that the Union left the summit.");
  const auto denial = article.speech(orlova, "denied", "deny", "the Union left the summit", {union_, summit});
  article.speech(denial).negated = true;
  article.claim(union_, "leave", summit).attributed_to = denial;
  article.sentence("The summit ended.");
  article.claim(summit, "end");
  return article.facts();
}

ArticleFacts morning_article() {
  ArticleMaker article('3', "morning.jsonl:2");
  const auto orlova = article.thing("Person", "Vera Orlova"), treaty = article.thing("Work", "The Amber Papers");
  const auto union_ = article.thing("Organization", "Baltic Union");
  article.sentence("Orlova plans to publish The Amber Papers. She praised it, hailed it, quoted it and read it.");
  article.claim(orlova, "publish", treaty).modality = Modality::planned;
  for (const char* predicate : {"praise", "hail", "quote", "read"}) article.claim(orlova, predicate, treaty);
  article.sentence("The union did not elect Orlova.");
  article.claim(union_, "elect", orlova).polarity = Polarity::negative;
  return article.facts();
}

}  // namespace

KnowledgeGraph small_graph() {
  KnowledgeGraph graph;
  graph.merge(harbour_article());
  graph.merge(evening_article());
  graph.merge(morning_article());
  return graph;
}

KnowledgeGraph graph_with_person(const std::string& name) {
  ArticleMaker article('7', "one.txt");
  const auto person = article.thing("Person", name), other = article.thing("Person", "Other One");
  article.sentence(name + " met Other One.");
  article.claim(person, "meet", other);
  KnowledgeGraph graph;
  graph.merge(article.facts());
  return graph;
}

KnowledgeGraph crowd(std::uint32_t people, std::uint32_t each) {
  ArticleMaker article('8', "crowd.txt");
  const std::vector<std::uint32_t> persons = article.persons(people);
  article.sentence("Everybody praised the next ones.");
  for (std::uint32_t i = 0; i < people; ++i) {
    for (std::uint32_t step = 1; step <= each; ++step)
      article.claim(persons[i], "praise", persons[(i + step) % people]);
  }
  KnowledgeGraph graph;
  graph.merge(article.facts());
  return graph;
}

KnowledgeGraph star(std::uint32_t others) {
  ArticleMaker article('9', "star.txt");
  const std::vector<std::uint32_t> persons = article.persons(others + 1);
  article.sentence("The first praised all others.");
  for (std::uint32_t i = 1; i <= others; ++i) article.claim(persons[0], "praise", persons[i]);
  KnowledgeGraph graph;
  graph.merge(article.facts());
  return graph;
}

}  // namespace hearsay
