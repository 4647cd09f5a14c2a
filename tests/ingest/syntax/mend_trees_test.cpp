#include "ingest/syntax/mend_trees.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/conllu.hpp"

using namespace hearsay;

namespace {

/// "form|UPOS|head:deprel", "form|UPOS|head:deprel|B-PERSON"; "_" behind a form: no space.
Document sentence(const std::string& words) {
  std::istringstream in(words);
  std::string conllu, word;
  for (int number = 1; in >> word; ++number) {
    std::vector<std::string> parts{""};
    for (const char c : word) c == '|' ? parts.emplace_back() : (parts.back() += c, parts.back());
    const bool glued = parts[0].size() > 1 && parts[0].back() == '_';
    if (glued) parts[0].pop_back();
    parts.at(2).replace(parts[2].find(':'), 1, 1, '\t');
    conllu += std::to_string(number);
    for (const std::string& column : {parts[0], parts[0], parts[1], std::string("_\t_"), parts[2], std::string("_")})
      conllu.append(1, '\t').append(column);
    conllu.append("\tNER=").append(parts.size() > 3 ? parts[3] : "O").append(glued ? "|SpaceAfter=No\n" : "\n");
  }
  return from_conllu(conllu);
}

std::string arc(const Document& doc, TokenIndex t) {
  return std::to_string(doc.arcs[t].head ? *doc.arcs[t].head + 1 : 0) + ':' + doc.arcs[t].deprel;
}

/// "Ann 3:nsubj ; Lee 1:flat": the arcs that mending changes; "-" for none.
std::string changes(const std::string& words) {
  const Document before = sentence(words);
  Document doc = before;
  mend_trees(doc);
  std::string out;
  for (TokenIndex t = 0; t < doc.tokens.size(); ++t) {
    if (arc(doc, t) == arc(before, t)) continue;
    out.append(out.empty() ? "" : " ; ").append(word(doc, t)).append(1, ' ').append(arc(doc, t));
  }
  return out.empty() ? "-" : out;
}

}  // namespace

TEST_CASE("trees are mended as the cases say", "[ingest][syntax]") {
  std::ifstream in(HEARSAY_CASES "/mended_trees.txt");
  std::string line, words;
  int cases = 0;
  while (std::getline(in, line)) {
    if (line.empty() || line.front() == '#') continue;
    if (words.empty()) {
      words = line;
      continue;
    }
    INFO(words);
    CHECK(changes(words) == line);
    words.clear();
    ++cases;
  }
  CHECK(cases >= 8);
}
