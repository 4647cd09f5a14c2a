#include "ingest/syntax/verb_spelling.hpp"

#include <algorithm>

#include "ingest/words.hpp"

namespace hearsay {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }
bool is_one_of_letters(char c, std::string_view letters) { return letters.find(c) != std::string_view::npos; }

bool has_one_syllable(std::string_view stem) {
  int groups = 0;
  bool inside = false;
  for (const char c : stem) {
    const bool vowel = is_vowel(c) || c == 'y';
    if (vowel && !inside) ++groups;
    inside = vowel;
  }
  return groups == 1;
}

bool ends_in_any(std::string_view stem, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return stem.ends_with(e); });
}

/// "smil", "crippl", "reduc": no verb ends so; with a short vowel the consonant would be doubled ("slipped").
bool needs_e(std::string_view stem) {
  const char last = stem[stem.size() - 1], before = stem[stem.size() - 2];
  if (last == 'l' && !is_vowel(before) && !is_one_of_letters(before, "ylrw")) return true;
  if (last == 'v' || last == 'c') return true;
  if (last == 'u') return before != 'o';
  if (last == 's' && is_vowel(before)) return !ends_in_any(stem, {"bus", "focus", "bias", "canvas", "caucus", "gas"});
  const bool is_short = is_one_of_letters(last, "bdgklmnptz") && (is_vowel(before) || before == 'y') &&
                        (stem.size() == 2 || !is_vowel(stem[stem.size() - 3]));
  return is_short && has_one_syllable(stem);
}

/// "preach", "shout", "follow": no e falls away behind these.
bool needs_no_e(std::string_view stem) {
  if (is_one_of(stem, {"ach", "ow", "cach", "past", "tast", "wast", "hast", "bast"})) return false;
  if (ends_in_any(stem, {"wn"})) return !stem.ends_with("own");
  if (ends_in_any(stem, {"ch"})) return !stem.ends_with("lch");
  if (stem.ends_with('t')) return !is_vowel(stem[stem.size() - 2]);
  if (ends_in_any(stem, {"ail", "aim", "ain", "ear", "eed", "eek", "eel", "eem", "eep", "eer"})) return true;
  if (ends_in_any(stem, {"oad", "oak", "oam", "oan", "oap", "oar"})) return true;
  return ends_in_any(stem, {"ss",  "sh",  "x",   "ow",  "aw",  "ay",  "oy",  "ck",  "ff",  "ll",  "rn",
                            "lk",  "nk",  "ld",  "nd",  "rd",  "mp",  "lp",  "rk",  "rm",  "pt",  "ead",
                            "eak", "eap", "eal", "ean", "ood", "ook", "ool", "oom", "oon", "oop", "oot"});
}

}  // namespace

std::string spelled_lemma(std::string_view form, const std::string& lemma) {
  for (const std::string_view suffix : {"ed", "ing"}) {
    if (!form.ends_with(suffix) || form.size() < suffix.size() + 2) continue;
    const std::string stem(form.substr(0, form.size() - suffix.size()));
    if (lemma == stem && needs_e(stem)) return stem + 'e';
    if (lemma == stem + 'e' && needs_no_e(stem)) return stem;
  }
  return lemma;
}

}  // namespace hearsay
