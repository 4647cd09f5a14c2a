#include "ingest/article/block.hpp"

#include <array>
#include <cctype>
#include <utility>

#include "ingest/words.hpp"

namespace hearsay {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kPlain = {{
    {"\xE2\x80\x98", "'"},
    {"\xE2\x80\x99", "'"},
    {"\xE2\x80\x9C", "\""},
    {"\xE2\x80\x9D", "\""},
    {"\xE2\x80\x93", "-"},
    {"\xE2\x80\x94", "-"},
    {"\xE2\x80\xA6", "..."},
    {"\xC2\xA0", " "},
    {"\xC2\xAB", "\""},
    {"\xC2\xBB", "\""},
    {"\xE2\x80\xBA", ">"},
    {"\xE2\x80\xB9", "<"},
    {"\xE2\x80\xA2", "|"},
    {"\xC2\xB7", "|"},
}};

bool is_space(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

/// Drops closing quotes and brackets from the end.
std::string_view without_closers(std::string_view text) {
  bool cut = true;
  while (cut && !text.empty()) {
    cut = false;
    for (const std::string_view closer : {"\"", "'", ")", "]", " ", "\xE2\x80\x9D", "\xE2\x80\x99", "*", "_"}) {
      if (text.ends_with(closer)) {
        text.remove_suffix(closer.size());
        cut = true;
      }
    }
  }
  return text;
}

bool ends_like_sentence(std::string_view text) {
  const std::string_view bare = without_closers(text);
  return bare.ends_with('.') || bare.ends_with('!') || bare.ends_with('?') || bare.ends_with("\xE2\x80\xA6");
}

/// The first letter or digit of `word`, past quotes and brackets; '\0' when it starts with another script or sign.
char first_letter(std::string_view word) {
  for (const char c : word) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) return c;
  }
  return '\0';
}

}  // namespace

Shape shape_of(std::string_view text) {
  Shape shape;
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && is_space(text[at])) ++at;
    std::size_t end = at;
    while (end < text.size() && !is_space(text[end])) ++end;
    if (end == at) break;
    const std::string_view word = text.substr(at, end - at);
    const char first = first_letter(word);
    const bool foreign = first == '\0' && (static_cast<unsigned char>(word[0]) & 0x80U) != 0 && word.size() > 3;
    if (first != '\0' || foreign) {
      if (shape.words == 0) shape.starts_lower = std::islower(static_cast<unsigned char>(first)) != 0;
      ++shape.words;
      if (std::islower(static_cast<unsigned char>(first)) == 0) ++shape.capitalised;
    }
    at = end;
  }
  shape.ends_sentence = ends_like_sentence(text);
  shape.has_quotation = text.find('"') != std::string_view::npos ||
                        text.find("\xE2\x80\x9C") != std::string_view::npos ||
                        text.find("\xE2\x80\x9D") != std::string_view::npos;
  return shape;
}

std::string plain_form(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto put = [&](char c) {
    if (is_space(c)) {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
    } else {
      out.push_back(ascii_lower(c));
    }
  };
  for (std::size_t at = 0; at < text.size();) {
    bool replaced = false;
    if ((static_cast<unsigned char>(text[at]) & 0x80U) != 0) {
      for (const auto& [from, to] : kPlain) {
        if (!text.substr(at).starts_with(from)) continue;
        for (const char c : to) put(c);
        at += from.size();
        replaced = true;
        break;
      }
    }
    if (!replaced) put(text[at++]);
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string words_only(std::string_view text) {
  std::string out;
  for (const char c : plain_form(text)) {
    const bool letter =
        std::isalnum(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80U) != 0;
    if (letter) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ' && c != '\'') {
      out.push_back(' ');
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace hearsay
