#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "export/layers/write_layers.hpp"
#include "ingest/relation/extract_openie.hpp"

namespace hearsay {
namespace {

/// The number of the line that each sentence begins in, from 1.
std::vector<std::uint32_t> line_numbers(const Document& doc) {
  std::vector<std::uint32_t> numbers;
  std::uint32_t line = 1;
  std::size_t at = 0;
  for (const TokenSpan sentence : doc.sentences) {
    const std::size_t begin = bytes_of(doc, sentence).begin;
    line += static_cast<std::uint32_t>(std::count(doc.text.begin() + static_cast<std::ptrdiff_t>(at),
                                                  doc.text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
    at = begin;
    numbers.push_back(line);
  }
  return numbers;
}

}  // namespace

void write_openie(const Analysis& analysis, bool by_line, std::ostream& out) {
  const Document& doc = analysis.document;
  const std::vector<std::uint32_t> lines = by_line ? line_numbers(doc) : std::vector<std::uint32_t>{};
  for (const OpenRelation& relation : extract_openie(doc)) {
    const std::uint32_t number = by_line ? lines[relation.sentence] : relation.sentence + 1;
    out << number << '\t' << fmt::format("{:.3f}", relation.confidence) << '\t' << relation.arg1 << '\t'
        << relation.relation;
    for (const std::string& argument : relation.arguments) out << '\t' << argument;
    out << '\n';
  }
}

}  // namespace hearsay
