#include "ingest/syntax/party_tags.hpp"

#include "ingest/words.hpp"

namespace hearsay {

bool is_party_tag(const Document& doc, TokenIndex token) {
  if (token < 2 || token + party_tag_words > doc.tokens.size()) return false;
  const std::string_view before = word(doc, token - 1), state = word(doc, token + 2);
  return is_one_of(word(doc, token), {"D", "R", "I"}) && (before == "," || before == "(") &&
         is_one_of(word(doc, token + 1), {"-", "–"}) && state.front() >= 'A' && state.front() <= 'Z' &&
         doc.tags[token - 2].upos == "PROPN" && doc.tags[token].upos != "PRON" && doc.tags[token + 2].upos == "PROPN";
}

}  // namespace hearsay
