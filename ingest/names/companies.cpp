#include "ingest/names/companies.hpp"

#include <array>
#include <map>
#include <set>

#include "ingest/words.hpp"

namespace hearsay {
namespace {

using namespace std::string_view_literals;

bool is_person(const Name& name) { return name.type == "PERSON"; }
bool is_place(const Name& name) { return name.type == "GPE" || name.type == "LOC" || name.type == "FAC"; }

class Companies {
 public:
  Companies(const Document& doc, std::vector<Name>& names) : doc_(doc), names_(names) {
    complete();
    for (const Name& name : names) {
      if (is_company(name))
        add(name.span);
      else if (is_person(name) && name.span.size() > 1)
        surnames_.insert(word(doc, name.span.end - 1));
    }
  }

  void type() {
    for (Name& name : names_) {
      if (is_company(name)) name.type = "ORG";
      if (name.type != "MISC" && !is_person(name) && !is_place(name)) continue;
      const auto found = short_names_.find(text_of(doc_, name.span));
      if (found == short_names_.end() || surnames_.count(found->first) > 0) continue;
      if (found->second || !is_place(name)) name.type = "ORG";
    }
  }

 private:
  [[nodiscard]] bool is_company(const Name& name) const {
    return name.span.size() > 1 && is_legal_form(word(doc_, name.span.end - 1)) && name.type != "WORK" &&
           name.type != "EVENT" && name.type != "DATE";
  }

  /// "Kovacs" + "AG", "J.P. Kovacs" + "and Co": what follows belongs to the name, and to no other.
  void complete() {
    std::vector<Name> whole;
    for (const Name& name : names_) {
      if (!whole.empty() && name.span.begin < whole.back().span.end) continue;
      whole.push_back(name);
      if (name.type != "ORG" && name.type != "MISC" && !is_person(name)) continue;
      const TokenIndex end = end_with_form(name.span.end);
      if (end > name.span.end) whole.back() = {{name.span.begin, end}, "ORG", name.confidence};
    }
    names_ = std::move(whole);
  }

  [[nodiscard]] TokenIndex end_with_form(TokenIndex end) const {
    const auto at = [&](TokenIndex token) {
      return token < doc_.tokens.size() ? word(doc_, token) : std::string_view();
    };
    if ((at(end) == "and" || at(end) == "&") && is_one_of(at(end + 1), {"Co", "Co.", "Sons", "Bros", "Bros."}))
      end += 2;
    while (is_legal_form(at(end))) ++end;
    return end;
  }

  /// All beginnings of the name; true for what lacks the legal form only.
  void add(TokenSpan company) {
    const TokenSpan name = without_legal_form(doc_, company);
    short_names_[text_of(doc_, name)] = true;
    for (TokenIndex end = name.end - 1; end > name.begin; --end)
      short_names_.try_emplace(text_of(doc_, TokenSpan{company.begin, end}), false);
  }

  const Document& doc_;
  std::vector<Name>& names_;
  std::map<std::string_view, bool> short_names_;
  std::set<std::string_view> surnames_;
};

}  // namespace

bool is_legal_form(std::string_view form) {
  constexpr std::array words{"Inc"sv,  "Inc."sv, "Ltd"sv,  "Ltd."sv,   "LLC"sv,  "L.L.C."sv, "L.P."sv,
                             "LP"sv,   "Plc"sv,  "PLC"sv,  "plc"sv,    "GmbH"sv, "Corp"sv,   "Corp."sv,
                             "Co"sv,   "Co."sv,  "Cos"sv,  "S.A."sv,   "SA"sv,   "AG"sv,     "NV"sv,
                             "N.V."sv, "AB"sv,   "SpA"sv,  "S.p.A."sv, "A/S"sv,  "Pty"sv,    "inc"sv,
                             "inc."sv, "ltd"sv,  "ltd."sv, "llc"sv,    "INC"sv,  "CORP"sv,   "LTD"sv};
  return is_in(words, form);
}

TokenSpan without_legal_form(const Document& doc, TokenSpan name) {
  while (name.size() > 1 && (is_legal_form(word(doc, name.end - 1)) || word(doc, name.end - 1) == ",")) --name.end;
  return name;
}

void type_companies(const Document& doc, std::vector<Name>& names) { Companies(doc, names).type(); }

}  // namespace hearsay
