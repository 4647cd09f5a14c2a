#include "ingest/coref/link_mentions.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <ctime>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "tests/support/conllu.hpp"

using namespace hearsay;

namespace {

/// One article of a case file with what its comments ask for (README.md).
struct Case {
  std::string title, conllu;
  std::vector<std::pair<std::string, std::string>> same, apart, canonical, kind;
  std::vector<std::vector<std::string>> speeches;
};

std::vector<std::string> cut(std::string text, const std::string& at) {
  std::vector<std::string> parts;
  for (std::size_t end; (end = text.find(at)) != std::string::npos; text.erase(0, end + at.size()))
    parts.push_back(text.substr(0, end));
  parts.push_back(text);
  return parts;
}

std::vector<Case> read_cases(const std::string& name) {
  std::ifstream in(std::string(HEARSAY_TEST_CASES) + "/" + name);
  REQUIRE(in);
  std::vector<Case> cases;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("# newdoc id = "))
      cases.push_back({.title = line.substr(14),
                       .conllu = {},
                       .same = {},
                       .apart = {},
                       .canonical = {},
                       .kind = {},
                       .speeches = {}});
    if (cases.empty()) continue;
    cases.back().conllu += line + "\n";
    const auto pair = [&](std::size_t skip, const std::string& at) {
      const auto p = cut(line.substr(skip), at);
      return std::pair(p.at(0), p.at(1));
    };
    if (line.starts_with("# same = ")) cases.back().same.push_back(pair(9, " = "));
    if (line.starts_with("# apart = ")) cases.back().apart.push_back(pair(10, " / "));
    if (line.starts_with("# name = ")) cases.back().canonical.push_back(pair(9, " = "));
    if (line.starts_with("# kind = ")) cases.back().kind.push_back(pair(9, " = "));
    if (line.starts_with("# speech = ")) cases.back().speeches.push_back(cut(line.substr(11), " | "));
  }
  return cases;
}

/// The tokens of the n-th place ("he#2") where `what` stands.
TokenSpan find(const Document& doc, std::string what) {
  std::size_t nth = 1;
  if (const std::size_t hash = what.find('#'); hash != std::string::npos) {
    nth = std::stoul(what.substr(hash + 1));
    what.erase(hash);
  }
  for (TokenIndex begin = 0; begin < doc.tokens.size(); ++begin)
    for (TokenIndex end = begin + 1; end <= doc.tokens.size() && end < begin + 40; ++end)
      if (text_of(doc, TokenSpan{begin, end}) == what && --nth == 0) return {begin, end};
  FAIL("not in the text: " << what);
  return {};
}

std::uint32_t mention_at(const Document& doc, const Coreference& found, const std::string& what) {
  const TokenSpan span = find(doc, what);
  for (std::uint32_t m = 0; m < found.mentions.size(); ++m)
    if (found.mentions[m].span == span) return m;
  for (std::uint32_t m = 0; m < found.mentions.size(); ++m)  // "Bashar Assad" for "Bashar Assad, who rules Syria"
    if (found.mentions[m].span.begin == span.begin && found.mentions[m].span.contains(span)) return m;
  FAIL("no mention: " << what);
  return 0;
}

std::uint32_t cluster_of(const Coreference& found, std::uint32_t mention) {
  for (std::uint32_t c = 0; c < found.clusters.size(); ++c)
    if (std::count(found.clusters[c].mentions.begin(), found.clusters[c].mentions.end(), mention) > 0) return c;
  FAIL("a mention without a cluster");
  return 0;
}

std::vector<Attribution> attributions_of(const Document& doc, const Case& a_case) {
  std::vector<Attribution> attributions;
  for (const auto& parts : a_case.speeches) {
    Attribution attribution;
    attribution.source = {find(doc, parts.at(0))};
    attribution.content = {find(doc, parts.at(1))};
    if (parts.size() > 2) attribution.addressee = {find(doc, parts[2])};
    attribution.kind = SpeechKind::direct;
    attributions.push_back(attribution);
  }
  return attributions;
}

void check_whole(const Document& doc, const Coreference& found) {
  std::vector<int> seen(found.mentions.size(), 0);
  for (const Cluster& cluster : found.clusters) {
    CHECK(std::is_sorted(cluster.mentions.begin(), cluster.mentions.end()));
    CHECK(!cluster.canonical.empty());
    for (const std::uint32_t m : cluster.mentions) ++seen[m];
  }
  CHECK(std::count(seen.begin(), seen.end(), 1) == static_cast<std::ptrdiff_t>(seen.size()));
  REQUIRE(found.links.size() == found.mentions.size());
  for (std::uint32_t m = 0; m < found.mentions.size(); ++m) {
    CHECK(found.mentions[m].span.contains(found.mentions[m].head));
    CHECK(found.mentions[m].span.end <= doc.tokens.size());
    CHECK(!found.links[m].reason.empty());
  }
}

void check_case(const Case& a_case) {
  INFO(a_case.title);
  const Document doc = from_conllu(a_case.conllu);
  const Coreference found = link_mentions(doc, attributions_of(doc, a_case), AntecedentScores());
  check_whole(doc, found);
  const auto cluster = [&](const std::string& what) { return cluster_of(found, mention_at(doc, found, what)); };
  for (const auto& [a, b] : a_case.same) {
    INFO(a << " = " << b);
    CHECK(cluster(a) == cluster(b));
  }
  for (const auto& [a, b] : a_case.apart) {
    INFO(a << " / " << b);
    CHECK(cluster(a) != cluster(b));
  }
  for (const auto& [a, name] : a_case.canonical) CHECK(found.clusters[cluster(a)].canonical == name);
  for (const auto& [a, kind] : a_case.kind) CHECK(found.clusters[cluster(a)].kind == kind);
}

}  // namespace

TEST_CASE("mentions of one thing join", "[ingest][coref]") {
  const auto cases = read_cases("same.conllu");
  CHECK(cases.size() >= 70);
  for (const Case& a_case : cases) check_case(a_case);
}

TEST_CASE("what is two things stays two chains", "[ingest][coref]") {
  const auto cases = read_cases("apart.conllu");
  CHECK(cases.size() >= 30);
  for (const Case& a_case : cases) check_case(a_case);
}

TEST_CASE("a cluster has a name, a kind and members", "[ingest][coref]") {
  for (const Case& a_case : read_cases("names.conllu")) check_case(a_case);
}

TEST_CASE("a list has its members, and so have the two of whom the article speaks", "[ingest][coref]") {
  for (const Case& a_case : read_cases("groups.conllu")) {
    INFO(a_case.title);
    const Document doc = from_conllu(a_case.conllu);
    const Coreference found = link_mentions(doc, {}, AntecedentScores());
    REQUIRE(a_case.same.empty());
    const auto cluster = [&](const std::string& what) { return cluster_of(found, mention_at(doc, found, what)); };
    std::istringstream lines(a_case.conllu);
    for (std::string line; std::getline(lines, line);) {
      if (!line.starts_with("# member = ")) continue;
      const auto parts = cut(line.substr(11), " < ");
      INFO(line);
      const auto& members = found.clusters[cluster(parts.at(1))].members;
      CHECK(std::count(members.begin(), members.end(), cluster(parts.at(0))) == 1);
    }
  }
}

TEST_CASE("he or she is nobody of whom the article spoke", "[ingest][coref]") {
  const Document doc = from_conllu(
      "1\tHe\the\tPRON\tPRP\t_\t4\tnsubj\t_\t_\n"
      "2\tor\tor\tCCONJ\tCC\t_\t3\tcc\t_\t_\n"
      "3\tshe\tshe\tPRON\tPRP\t_\t1\tconj\t_\t_\n"
      "4\twins\twin\tVERB\tVBZ\t_\t0\troot\t_\t_\n");
  CHECK(link_mentions(doc, {}, AntecedentScores()).mentions.empty());
}

TEST_CASE("no mention ends inside a hyphenated word", "[ingest][coref]") {
  const Document doc = from_conllu(
      "1\tA\ta\tDET\tDT\t_\t4\tdet\t_\t_\n"
      "2\tcease\tcease\tNOUN\tNN\tNumber=Sing\t4\tcompound\t_\tSpaceAfter=No\n"
      "3\t-\t-\tPUNCT\tHYPH\t_\t2\tpunct\t_\tSpaceAfter=No\n"
      "4\tfire\tfire\tNOUN\tNN\tNumber=Sing\t5\tnsubj\t_\t_\n"
      "5\theld\thold\tVERB\tVBD\t_\t0\troot\t_\t_\n");
  const Coreference found = link_mentions(doc, {}, AntecedentScores());
  REQUIRE(found.mentions.size() == 1);
  CHECK(text_of(doc, found.mentions[0].span) == "A cease-fire");
}

TEST_CASE("an empty document has no mentions", "[ingest][coref]") {
  const Document empty;
  const Coreference found = link_mentions(empty, {}, AntecedentScores());
  CHECK(found.mentions.empty());
  CHECK(found.clusters.empty());
}

TEST_CASE("the order of the attributions does not matter", "[ingest][coref]") {
  for (const Case& a_case : read_cases("apart.conllu")) {
    if (a_case.speeches.size() < 2) continue;
    const Document doc = from_conllu(a_case.conllu);
    std::vector<Attribution> attributions = attributions_of(doc, a_case);
    const Coreference one = link_mentions(doc, attributions, AntecedentScores());
    std::reverse(attributions.begin(), attributions.end());
    const Coreference other = link_mentions(doc, attributions, AntecedentScores());
    REQUIRE(one.clusters.size() == other.clusters.size());
    for (std::size_t c = 0; c < one.clusters.size(); ++c) CHECK(one.clusters[c].mentions == other.clusters[c].mentions);
  }
}

TEST_CASE("an article of 50,000 words takes at most twelve times as long as one of 5,000", "[ingest][coref]") {
  std::string cases;
  for (const Case& a_case : read_cases("names.conllu")) cases += a_case.conllu;
  const std::size_t words = from_conllu(cases).tokens.size();
  const auto article_of = [&](std::size_t length) {
    std::string text;
    for (std::size_t i = 0; i < length; i += words) text += cases;
    return from_conllu(text);
  };
  const auto seconds = [](const Document& doc, int times) {
    const std::clock_t start = std::clock();
    for (int i = 0; i < times; ++i)
      CHECK(!link_mentions(doc, {}, AntecedentScores(), PairRanker::trained()).clusters.empty());
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC / times;
  };
  // The short article ten times for the long one once, in turn, so that a busy machine slows both alike.
  const Document shorter = article_of(5000), longer = article_of(50000);
  std::array<double, 5> ratios{};
  for (double& ratio : ratios) ratio = seconds(longer, 1) / seconds(shorter, 10);
  std::nth_element(ratios.begin(), ratios.begin() + 2, ratios.end());
  CHECK(ratios[2] < 12);  // the median: neither the luckiest round nor the unluckiest
}

TEST_CASE("the learned ranker keeps every constraint, and what is two things apart", "[ingest][coref]") {
  for (const Case& a_case : read_cases("apart.conllu")) {
    const Document doc = from_conllu(a_case.conllu);
    INFO(a_case.title);
    const auto observe = [](const PairFeatures&, std::uint32_t, std::uint32_t, const Verdict& verdict,
                            const Features& pair) {
      CHECK(pair.empty() == verdict.forbidden);
      for (const Feature& feature : pair) CHECK(feature.index < PairFeatures::count);
    };
    const Coreference found =
        link_mentions(doc, attributions_of(doc, a_case), AntecedentScores(), PairRanker::trained(), observe);
    check_whole(doc, found);
    for (const auto& [a, b] : a_case.apart) {
      INFO(a << " / " << b);
      CHECK(cluster_of(found, mention_at(doc, found, a)) != cluster_of(found, mention_at(doc, found, b)));
    }
    for (const Link& link : found.links) CHECK((!link.antecedent || link.score > 0.0F));
  }
}

TEST_CASE("a link says why, and what was ruled out", "[ingest][coref]") {
  const Document doc = from_conllu(
      "1\tVladimir\tVladimir\tPROPN\tNNP\tNumber=Sing\t3\tnsubj\t_\tNER=B-PERSON\n"
      "2\tPutin\tPutin\tPROPN\tNNP\tNumber=Sing\t1\tflat\t_\tNER=I-PERSON\n"
      "3\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_\n"
      "4\tAngela\tAngela\tPROPN\tNNP\tNumber=Sing\t3\tobj\t_\tNER=B-PERSON\n"
      "5\tMerkel\tMerkel\tPROPN\tNNP\tNumber=Sing\t4\tflat\t_\tNER=I-PERSON|SpaceAfter=No\n"
      "6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n"
      "1\tHe\the\tPRON\tPRP\tCase=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs\t2\tnsubj\t_\t_\n"
      "2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n"
      "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n");
  const Coreference found = link_mentions(doc, {}, AntecedentScores());
  const Link& he = found.links.back();
  REQUIRE(he.antecedent.has_value());
  CHECK(text_of(doc, found.mentions[*he.antecedent].span) == "Vladimir Putin");
  CHECK(he.reason == "pronoun and the closest that fits");
  CHECK(he.score > 0.0F);
  CHECK(he.rejected == "Angela Merkel (gender)");
}
