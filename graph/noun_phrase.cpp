#include "graph/noun_phrase.hpp"

#include <algorithm>
#include <cctype>

#include "graph/name_key.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

bool is_left_edge(const Document& doc, TokenIndex token) {
  const std::string& upos = doc.tags[token].upos;
  if (upos == "DET" || upos == "PUNCT" || upos == "ADP" || upos == "CCONJ" || upos == "SCONJ" || upos == "ADV")
    return true;
  return upos == "PRON" || upos == "PART";  // "his", the 's of a possessor that was cut away
}

TokenIndex left_edge(const Document& doc, TokenSpan phrase, TokenIndex head) {
  TokenIndex begin = phrase.begin;
  while (begin < head && is_left_edge(doc, begin)) ++begin;
  return begin;
}

/// The end of an "of" phrase right behind the head, or the place behind the head.
TokenIndex right_edge(const Document& doc, TokenSpan phrase, TokenIndex head) {
  const TokenIndex of = head + 1;
  if (of + 1 >= phrase.end || word(doc, of) != "of" || doc.arcs.size() != doc.tokens.size()) return of;
  const auto inner = doc.arcs[of].head;
  if (!inner || *inner <= of || *inner >= phrase.end) return of;
  if (doc.arcs[*inner].head != head || doc.tags[*inner].upos == "PRON") return of;
  return *inner + 1;
}

bool starts_plain(const Document& doc, TokenIndex token) {
  const Tag& tag = doc.tags[token];
  if (tag.upos == "PROPN" || tag.lemma.empty() || name_at(doc, token) != nullptr) return false;
  return std::islower(static_cast<unsigned char>(tag.lemma.front())) != 0;
}

}  // namespace

bool is_value(const Name& name) {
  const std::string_view type = name.type;
  return type == "DATE" || type == "TIME" || type == "MONEY" || type == "PERCENT" || type == "QUANTITY" ||
         type == "ORDINAL" || type == "CARDINAL";
}

std::string kind_of_name(std::string_view type) {
  if (type == "PERSON" || type == "PER") return "Person";
  if (type == "ORG") return "Organization";
  if (type == "GPE" || type == "LOC" || type == "FAC") return "Place";
  if (type == "NORP") return "Group";
  if (type == "EVENT") return "Event";
  if (type == "WORK" || type == "LAW" || type == "PRODUCT") return "Work";
  return {};
}

TokenIndex head_of(const Document& doc, TokenSpan phrase) {
  const TokenIndex last = phrase.end > phrase.begin ? phrase.end - 1 : phrase.begin;
  for (TokenIndex token = phrase.begin; token < phrase.end && token < doc.arcs.size(); ++token) {
    const auto head = doc.arcs[token].head;
    const bool outside = !head || !phrase.contains(*head);
    if (outside && (token >= doc.tags.size() || doc.tags[token].upos != "PUNCT")) return token;
  }
  return last;
}

std::string head_phrase(const Document& doc, TokenSpan phrase, TokenIndex head) {
  if (!phrase.contains(head)) phrase = {head, head + 1};
  if (doc.tags.size() != doc.tokens.size()) return tidy_name(text_of(doc, phrase));
  const TokenSpan core{left_edge(doc, phrase, head), right_edge(doc, phrase, head)};
  std::string text = tidy_name(text_of(doc, core));
  const bool is_abbreviation = text.size() > 1 && std::isupper(static_cast<unsigned char>(text[1])) != 0;  // "CEO"
  if (!text.empty() && !is_abbreviation && starts_plain(doc, core.begin)) text.front() = ascii_lower(text.front());
  return text;
}

bool is_plural(const Document& doc, TokenIndex token) {
  if (token >= doc.tags.size()) return false;
  const Tag& tag = doc.tags[token];
  return tag.xpos == "NNS" || tag.xpos == "NNPS" || tag.feats.find("Number=Plur") != std::string::npos;
}

}  // namespace hearsay
