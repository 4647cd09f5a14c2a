// Prints what confidence_of() weighs, for bench/calibrate_statements.py --fit.
//
//   statement_signs MODEL.hsm SENTENCES.txt
//
// SENTENCES.txt holds one sentence a line. First a line with the names of the signs, then a line for each statement in
// the order of `hearsay annotate --one-sentence-per-line --format statements`: its signs, parted by tabs, or "-" for a
// fact of a noun phrase, which is not weighed.

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

#include "ingest/annotate.hpp"
#include "ingest/relation/clause.hpp"
#include "ingest/relation/confidence.hpp"

using namespace hearsay;

namespace {

void print(const auto& row) {
  for (std::size_t i = 0; i < row.size(); ++i) std::cout << (i > 0 ? "\t" : "") << row[i];
  std::cout << '\n';
}

void print_signs(const Analysis& analysis) {
  const Trees trees(analysis.document);
  std::map<TokenIndex, Clause> clauses;
  for (Clause& clause : read_clauses(trees)) clauses.emplace(clause.head, std::move(clause));
  print(sign_names());
  for (const Statement& statement : analysis.statements) {
    const auto clause = clauses.find(statement.trigger);
    if (clause == clauses.end()) {
      std::cout << "-\n";
    } else {
      print(signs_of(trees, clause->second, statement));
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: statement_signs MODEL.hsm SENTENCES.txt\n";
    return 2;
  }
  std::ifstream file(argv[2]);
  Article article;
  article.text.assign(std::istreambuf_iterator<char>(file), {});
  AnnotateOptions options;
  options.one_sentence_per_line = true;
  print_signs(annotate(std::move(article), *load_model(argv[1]), options));
}
