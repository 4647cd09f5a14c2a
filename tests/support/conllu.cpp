#include "tests/support/conllu.hpp"

#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "ingest/error.hpp"

namespace hearsay {
namespace {

using Columns = std::array<std::string_view, 10>;
enum Column { id, form, lemma, upos, xpos, feats, head, deprel, deps, misc };

std::string filled(std::string_view column) { return column == "_" ? std::string() : std::string(column); }

bool has_field(std::string_view misc_column, std::string_view field) {
  while (true) {
    const std::size_t bar = misc_column.find('|');
    if (misc_column.substr(0, bar) == field) return true;
    if (bar == std::string_view::npos) return false;
    misc_column.remove_prefix(bar + 1);
  }
}

std::string_view field_value(std::string_view misc_column, std::string_view key) {
  while (true) {
    const std::size_t bar = misc_column.find('|');
    const std::string_view field = misc_column.substr(0, bar);
    if (field.starts_with(key) && field.substr(key.size()).starts_with('=')) return field.substr(key.size() + 1);
    if (bar == std::string_view::npos) return {};
    misc_column.remove_prefix(bar + 1);
  }
}

/// Bytes of the first `characters` code points.
std::size_t prefix_bytes(std::string_view text, std::size_t characters) {
  std::size_t at = 0;
  for (; at < text.size() && characters > 0; --characters) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  }
  return at;
}

std::size_t length(std::string_view text) {
  std::size_t n = 0;
  for (const char c : text) n += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return n;
}

class Reader {
 public:
  explicit Reader(bool split) : split_(split) {}

  std::vector<TreebankDocument> read(std::string_view conllu) {
    while (!conllu.empty()) {
      const std::size_t end = conllu.find('\n');
      std::string_view line = conllu.substr(0, end);
      conllu.remove_prefix(end == std::string_view::npos ? conllu.size() : end + 1);
      if (line.ends_with('\r')) line.remove_suffix(1);
      ++line_;
      take(line);
    }
    finish_document();
    return std::move(documents_);
  }

 private:
  void take(std::string_view line) {
    if (line.starts_with('#')) return comment(line);
    if (line.find_first_not_of(" \t") == std::string_view::npos) return finish_sentence();
    const Columns columns = cut(line);
    if (columns[id].find('.') != std::string_view::npos) return;
    if (columns[id].find('-') != std::string_view::npos) return multiword(columns);
    word(columns);
  }

  void comment(std::string_view line) {
    const std::size_t equals = line.find(" = ");
    const std::string_view value = equals == std::string_view::npos ? "" : line.substr(equals + 3);
    if (line.starts_with("# newdoc") && split_) {
      finish_document();
      id_ = value;
    }
    if (line.starts_with("# date = ")) doc_.date = value;
    if (line == "# headline") headline_ = true;
    if (line == "# newpar" || line.starts_with("# newpar ") || line.starts_with("# newdoc")) new_paragraph_ = true;
  }

  Columns cut(std::string_view line) const {
    Columns columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::size_t tab = line.find('\t');
      if ((tab == std::string_view::npos) != (i + 1 == columns.size())) fail("expected 10 columns parted by tabs");
      columns[i] = line.substr(0, tab);
      if (tab != std::string_view::npos) line.remove_prefix(tab + 1);
    }
    return columns;
  }

  void multiword(const Columns& columns) {
    const std::size_t dash = columns[id].find('-');
    last_ = number(columns[id].substr(dash + 1));
    rest_ = columns[form];
    forms_left_ = last_ - number(columns[id].substr(0, dash)) + 1;
    cover_space_ = !has_field(columns[misc], "SpaceAfter=No");
  }

  void word(const Columns& columns) {
    if (number(columns[id]) != doc_.tokens.size() - sentence_begin_ + 1) fail("word numbers must ascend by one");
    add_separator();
    const auto begin = static_cast<std::uint32_t>(doc_.text.size());
    doc_.text += forms_left_ > 0 ? share(columns[form]) : columns[form];
    if (doc_.text.size() == begin) fail("a word without characters");
    doc_.tokens.push_back({begin, static_cast<std::uint32_t>(doc_.text.size())});
    if (forms_left_ > 0)
      space_ = --forms_left_ == 0 && cover_space_;
    else
      space_ = !has_field(columns[misc], "SpaceAfter=No");
    doc_.tags.push_back({filled(columns[upos]), filled(columns[xpos]), filled(columns[feats]),
                         columns[lemma] == "_" && columns[form] != "_" ? "" : std::string(columns[lemma])});
    add_arc(columns);
    add_name(field_value(columns[misc], "NER"));
  }

  /// The next piece of a multiword token: as long as the word, the last takes what is left.
  std::string_view share(std::string_view word_form) {
    const std::size_t left = length(rest_);
    if (left < forms_left_) fail("a multiword token with fewer characters than words");
    std::size_t characters = left;
    if (forms_left_ > 1) characters = std::min(length(word_form), left - (forms_left_ - 1));
    const std::size_t bytes = prefix_bytes(rest_, characters);
    const std::string_view piece = rest_.substr(0, bytes);
    rest_.remove_prefix(bytes);
    return piece;
  }

  void add_separator() {
    const auto token = static_cast<TokenIndex>(doc_.tokens.size());
    if (doc_.tokens.empty() || (new_paragraph_ && token == sentence_begin_)) {
      if (!doc_.tokens.empty()) doc_.text += "\n\n";
      doc_.paragraphs.push_back({token, token});
    } else if (space_) {
      doc_.text += ' ';
    }
    new_paragraph_ = false;
  }

  void add_arc(const Columns& columns) {
    Arc arc;
    arc.deprel = filled(columns[deprel]);
    const std::uint32_t head_number = columns[head] == "_" ? 0 : number(columns[head]);
    if (head_number > 0) arc.head = sentence_begin_ + head_number - 1;
    doc_.arcs.push_back(std::move(arc));
  }

  void add_name(std::string_view label) {
    const auto token = static_cast<TokenIndex>(doc_.tokens.size() - 1);
    if (label.size() < 3 || label[1] != '-') return;
    const std::string type = label.substr(2) == "PER" ? "PERSON" : std::string(label.substr(2));
    if (label.starts_with('I') && !doc_.names.empty() && doc_.names.back().span.end == token &&
        doc_.names.back().type == type)
      doc_.names.back().span.end = token + 1;
    else
      doc_.names.push_back({{token, token + 1}, type, 1.0F});
  }

  void finish_sentence() {
    const auto end = static_cast<TokenIndex>(doc_.tokens.size());
    if (end == sentence_begin_) return;
    for (TokenIndex t = sentence_begin_; t < end; ++t)
      if (doc_.arcs[t].head.value_or(0) >= end) fail("a head outside its sentence");
    doc_.sentences.push_back({sentence_begin_, end});
    doc_.paragraphs.back().end = end;
    if (std::exchange(headline_, false)) doc_.headline = TokenSpan{sentence_begin_, end};
    sentence_begin_ = end;
    forms_left_ = 0;
  }

  void finish_document() {
    finish_sentence();
    if (!doc_.tokens.empty() || !split_) documents_.push_back({id_, std::move(doc_)});
    doc_ = {};
    sentence_begin_ = 0;
    id_.clear();
  }

  std::uint32_t number(std::string_view digits) const {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) fail("not a number: " + std::string(digits));
    return value;
  }

  [[noreturn]] void fail(const std::string& why) const {
    throw Error("CoNLL-U, line " + std::to_string(line_) + ": " + why);
  }

  bool split_;
  std::vector<TreebankDocument> documents_;
  Document doc_;
  std::string id_;
  std::uint64_t line_ = 0;
  TokenIndex sentence_begin_ = 0;
  bool new_paragraph_ = true, headline_ = false, space_ = true, cover_space_ = true;
  std::uint32_t last_ = 0, forms_left_ = 0;
  std::string_view rest_;
};

std::string contents_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(path.string() + ": cannot be opened");
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Document from_conllu(std::string_view conllu) { return std::move(Reader(false).read(conllu).front().document); }

Document from_conllu_file(const std::filesystem::path& path) { return from_conllu(contents_of(path)); }

std::vector<TreebankDocument> treebank_from_conllu(std::string_view conllu) { return Reader(true).read(conllu); }

std::vector<TreebankDocument> treebank_from_conllu_file(const std::filesystem::path& path) {
  return treebank_from_conllu(contents_of(path));
}

}  // namespace hearsay
