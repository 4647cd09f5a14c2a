#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "graph/article_facts.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/noun_phrase.hpp"
#include "graph/quotation.hpp"
#include "tests/support/conllu.hpp"

using namespace hearsay;

namespace {

constexpr TokenIndex president = 2, told = 3, reporters = 4, moscow = 6, order = 9, interference = 11,
                     sentence_two = 16;
constexpr TokenIndex zoe = 17, left = 19, friday = 21, he = 24, said = 25;

Argument argument(TokenSpan span, TokenIndex head, Role role = Role::object, const char* preposition = "") {
  return {{span}, head, role, preposition, std::nullopt};
}

void add_cluster(Document& doc, const std::string& canonical, const std::string& kind, std::vector<Mention> mentions) {
  Cluster cluster;
  cluster.canonical = canonical;
  cluster.kind = kind;
  for (const Mention& mention : mentions) {
    cluster.mentions.push_back(static_cast<std::uint32_t>(doc.mentions.size()));
    doc.mentions.push_back(mention);
  }
  doc.clusters.push_back(cluster);
}

/// The two sentences of cases/meeting.conllu, with the stages behind the parser done by hand.
Analysis meeting() {
  Analysis analysis;
  Document& doc = analysis.document;
  doc = from_conllu_file(std::string(HEARSAY_TESTS) + "/graph/cases/meeting.conllu");
  analysis.article.id = "0123456789abcdef0123456789abcdef";
  analysis.article.name = "meeting.txt";
  analysis.article.text = doc.text;
  analysis.article.source_map = {{0, 100, static_cast<std::uint32_t>(doc.text.size())}};
  add_cluster(doc, "The Russian president", "Person",
              {{{0, 3}, president, MentionKind::nominal}, {{he, he + 1}, he, MentionKind::pronoun}});
  add_cluster(doc, "reporters", "", {{{reporters, reporters + 1}, reporters, MentionKind::nominal}});
  add_cluster(doc, "Moscow", "Place", {{{moscow, moscow + 1}, moscow, MentionKind::name}});
  add_cluster(doc, "Zoë Müller", "Person", {{{zoe, zoe + 2}, zoe, MentionKind::name}});
  add_cluster(doc, "Friday", "", {{{friday, friday + 1}, friday, MentionKind::name}});

  Attribution first;
  first.source = {{0, 3}};
  first.source_head = president;
  first.cue = {{told, told + 1}};
  first.cue_lemma = "tell";
  first.content = {{moscow - 1, sentence_two - 1}};
  first.addressee = {{reporters, reporters + 1}};
  Attribution second;
  second.source = {{he, he + 1}};
  second.source_head = he;
  second.cue = {{said, said + 1}};
  second.cue_lemma = "say";
  second.content = {{sentence_two, he}};
  second.kind = SpeechKind::direct;
  analysis.attributions = {first, second};

  Statement tell;
  tell.trigger = told;
  tell.subject = argument({0, 3}, president);
  tell.predicate = "tell";
  tell.objects = {argument({reporters, reporters + 1}, reporters, Role::addressee)};
  Statement deny;
  deny.trigger = order;
  deny.subject = argument({moscow, moscow + 1}, moscow);
  deny.predicate = "order";
  deny.objects = {argument({interference - 1, sentence_two - 1}, interference)};
  deny.polarity = Polarity::negative;
  deny.attributed_to = 0;
  Statement leave;
  leave.sentence = 1;
  leave.trigger = left;
  leave.subject = argument({zoe, zoe + 2}, zoe);
  leave.predicate = "leave";
  leave.objects = {argument({friday - 1, friday + 1}, friday, Role::time, "on")};
  leave.attributed_to = 1;
  analysis.statements = {tell, deny, leave};
  return analysis;
}

const Referent& subject_of(const ArticleFacts& facts, std::size_t statement) {
  return facts.referents[facts.statements[statement].subject];
}

}  // namespace

TEST_CASE("the evidence of a statement is its sentence, in code points and in the source", "[graph][facts]") {
  const ArticleFacts facts = extract_facts(meeting());
  const Place& place = facts.statements[2].place;
  CHECK(place.sentence == "“Zoë Müller left on Friday,” he said.");
  const auto size = place.code_points.end - place.code_points.begin;
  CHECK(size == 37);
  CHECK(place.source_bytes.end - place.source_bytes.begin == place.sentence.size());
  CHECK(place.source_bytes.begin == 100 + facts.statements[0].place.sentence.size() + 1);
}

TEST_CASE("clusters, lone noun phrases and dates give referents as they should", "[graph][facts]") {
  const ArticleFacts facts = extract_facts(meeting());
  CHECK(subject_of(facts, 0).name == "Russian president");
  CHECK(subject_of(facts, 0).names.empty());
  const FactArgument& told_to = facts.statements[0].arguments.front();
  REQUIRE(told_to.referent);
  CHECK(facts.referents[*told_to.referent].kind == "Group");  // plural, and spoken to
  const FactArgument& ordered = facts.statements[1].arguments.front();
  REQUIRE(ordered.referent);
  CHECK(facts.referents[*ordered.referent].name == "interference");
  CHECK(facts.referents[*ordered.referent].kind == "Concept");
  CHECK(ordered.text == "the interference in the vote");
  CHECK_FALSE(facts.statements[2].has_object);
  CHECK(facts.statements[2].arguments.front().text == "on Friday");
  const bool has_friday =
      std::any_of(facts.referents.begin(), facts.referents.end(), [](const Referent& r) { return r.name == "Friday"; });
  CHECK_FALSE(has_friday);
}

TEST_CASE("an attribution is about the names and actors of its content, not about its speaker", "[graph][facts]") {
  const ArticleFacts facts = extract_facts(meeting());
  std::set<std::string> first, second;
  for (const auto r : facts.attributions[0].about) first.insert(facts.referents[r].name);
  for (const auto r : facts.attributions[1].about) second.insert(facts.referents[r].name);
  CHECK(first == std::set<std::string>{"Moscow", "interference"});
  CHECK(second == std::set<std::string>{"Zoë Müller"});
  CHECK(facts.attributions[0].speaker == facts.attributions[1].speaker);
  CHECK(facts.attributions[1].content == std::vector<std::string>{"Zoë Müller left on Friday"});
  CHECK(facts.attributions[1].place.sentence.ends_with("he said."));
}

TEST_CASE("a noun phrase begins in lower case, an abbreviation does not", "[graph][facts]") {
  const Document doc = from_conllu(R"(# text = Workers met CEO.
1	Workers	worker	NOUN	NNS	_	2	nsubj	_	_
2	met	meet	VERB	VBD	_	0	root	_	_
3	CEO	ceo	NOUN	NN	_	2	obj	_	SpaceAfter=No
4	.	.	PUNCT	.	_	2	punct	_	_

)");
  CHECK(head_phrase(doc, {0, 1}, 0) == "workers");
  CHECK(head_phrase(doc, {2, 3}, 2) == "CEO");
}

TEST_CASE("what somebody is told to be are words, not himself once more", "[graph][facts]") {
  Analysis analysis = meeting();
  Statement be;
  be.subject = argument({he, he + 1}, he);
  be.predicate = "be";
  be.objects = {argument({0, 3}, president)};
  analysis.statements = {be};
  const ArticleFacts facts = extract_facts(analysis);
  const FactArgument& told = facts.statements[0].arguments.front();
  CHECK_FALSE(told.referent);
  CHECK(told.text == "The Russian president");
  CHECK(facts.statements[0].has_object);
}

TEST_CASE("a list speaks as one, its first member acts alone", "[graph][facts]") {
  Analysis analysis = meeting();
  // "Zoë Müller left on Friday" taken as a list of her and a day.
  add_cluster(analysis.document, "Zoë Müller and Friday", "Group", {{{zoe, friday + 1}, zoe, MentionKind::nominal}});
  std::rotate(analysis.document.clusters.begin(), analysis.document.clusters.end() - 1,
              analysis.document.clusters.end());
  analysis.attributions[1].source = {{zoe, friday + 1}};
  analysis.attributions[1].source_head = zoe;
  const ArticleFacts facts = extract_facts(analysis);
  CHECK(subject_of(facts, 2).name == "Zoë Müller");
  REQUIRE(facts.attributions[1].speaker);
  CHECK(facts.referents[*facts.attributions[1].speaker].kind == "Group");
}

TEST_CASE("an attribution keeps when and where it was uttered", "[graph][facts]") {
  Analysis analysis = meeting();
  analysis.attributions[0].time = TokenSpan{friday, friday + 1};
  analysis.attributions[0].place = TokenSpan{moscow, moscow + 1};
  CHECK(extract_facts(analysis).attributions[0].said_time == "Friday");
  analysis.attributions[0].normalized_time = "2017-07-07";
  const ArticleFacts facts = extract_facts(analysis);
  CHECK(facts.attributions[0].said_time == "2017-07-07");
  CHECK(facts.attributions[0].said_place == "Moscow");
  CHECK_FALSE(facts.attributions[1].said_time);
}

TEST_CASE("an attribution of the graph is about what the analysis found", "[graph][facts]") {
  Analysis analysis = meeting();
  analysis.attributions[1].about = {1};  // the cluster "reporters", which no word of the content names
  const ArticleFacts facts = extract_facts(analysis);
  std::set<std::string> about;
  for (const auto r : facts.attributions[1].about) about.insert(facts.referents[r].name);
  CHECK(about == std::set<std::string>{"Zoë Müller", "reporters"});
}

TEST_CASE("from an analysis to claims with their speakers", "[graph][facts]") {
  KnowledgeGraph graph;
  graph.merge(meeting());
  REQUIRE(graph.claims().size() == 3);
  for (const Claim& claim : graph.claims()) {
    REQUIRE(claim.evidence.size() == 1);
    CHECK(claim.attributed_to.has_value() == (claim.predicate != "tell"));
    CHECK((claim.polarity == Polarity::negative) == (claim.predicate == "order"));
  }
  CHECK(graph.find("Zoe Muller").size() == 1);
  CHECK(graph.find("the Russian president").size() == 1);
}

TEST_CASE("positions that lie outside of everything do no harm", "[graph][facts]") {
  Analysis analysis = meeting();
  analysis.statements[0].sentence = 99;
  analysis.statements[0].subject.head = 9999;
  analysis.statements[1].attributed_to = 99;
  analysis.statements[1].objects.clear();
  analysis.attributions[0].parent = 1;
  analysis.attributions[1].parent = 0;
  analysis.document.clusters[0].members = {0, 77, 1};
  KnowledgeGraph graph;
  graph.merge(analysis);
  CHECK(graph.claims().size() == 2);
  CHECK(graph.chain(AttributionId{0}).size() + graph.chain(AttributionId{1}).size() == 3);
  KnowledgeGraph empty;
  empty.merge(Analysis{});
  CHECK(empty.claims().empty());
  CHECK(empty.articles().size() == 1);
}

TEST_CASE("a preposition of the object is part of the predicate, once", "[graph][facts]") {
  Analysis analysis = meeting();
  analysis.statements[0].objects.front().preposition = "to";
  analysis.statements[1].predicate = "meddle in";
  analysis.statements[1].objects.front().preposition = "in";
  const ArticleFacts facts = extract_facts(analysis);
  CHECK(facts.statements[0].predicate == "tell to");
  CHECK(facts.statements[1].predicate == "meddle in");
}

TEST_CASE("outer quotation marks go, inner ones and apostrophes stay", "[graph][facts]") {
  CHECK(unquote(" “It is over,” ") == "It is over");
  CHECK(unquote("“A quotation that goes on") == "A quotation that goes on");
  CHECK(unquote("and ends here.”") == "and ends here.");
  CHECK(unquote("'It works'") == "It works");
  CHECK(unquote("the leaders'") == "the leaders'");
  CHECK(unquote("the “new” plan") == "the “new” plan");
  CHECK(unquote("\"\"") == "");
  CHECK(unquote("") == "");
}
