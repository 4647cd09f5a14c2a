#pragma once

#include <string>
#include <string_view>

#include "ingest/document.hpp"

namespace hearsay {

/// A date, an amount, an ordinal: a name in form only, never a thing of the world.
[[nodiscard]] bool is_value(const Name& name);

/// Entity::kind for a type of Name::type.
[[nodiscard]] std::string kind_of_name(std::string_view type);

/// The word of `phrase` whose head lies outside of it; the last word without a tree.
[[nodiscard]] TokenIndex head_of(const Document& doc, TokenSpan phrase);

/// A noun phrase cut down to what names it: no determiners in front, and behind the head only an "of" phrase.
/// "the alleged Russian meddling in the US election" -> "alleged Russian meddling". The first word loses its capital
/// unless it is a proper noun.
[[nodiscard]] std::string head_phrase(const Document& doc, TokenSpan phrase, TokenIndex head);

/// Whether the word is tagged as a plural noun.
[[nodiscard]] bool is_plural(const Document& doc, TokenIndex token);

}  // namespace hearsay
