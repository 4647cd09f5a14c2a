#include "ingest/names/amounts.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/names/name_words.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class AmountFinder {
 public:
  AmountFinder(const Document& doc, const std::vector<bool>& taken) : doc_(doc), taken_(taken) {}

  std::vector<Name> find() {
    for (const TokenSpan sentence : doc_.sentences) {
      end_ = sentence.end;
      for (TokenIndex token = sentence.begin; token < end_;) token = step(token);
    }
    return std::move(names_);
  }

 private:
  TokenIndex step(TokenIndex token) {
    if (taken_[token]) return token + 1;
    for (const auto rule : {&AmountFinder::date, &AmountFinder::money, &AmountFinder::counted, &AmountFinder::ordinal})
      if (const TokenIndex end = (this->*rule)(token); end > token) return end;
    return token + 1;
  }

  [[nodiscard]] bool is_free(TokenIndex token) const { return token < end_ && !taken_[token]; }
  [[nodiscard]] std::string lower(TokenIndex token) const {
    return is_free(token) ? ascii_lower(word(doc_, token)) : std::string();
  }
  [[nodiscard]] std::string_view upos(TokenIndex token) const {
    return token < doc_.tags.size() ? std::string_view(doc_.tags[token].upos) : std::string_view();
  }

  [[nodiscard]] bool is_number(TokenIndex token) const {
    if (!is_free(token)) return false;
    const std::string_view form = word(doc_, token);
    if (is_digit(form.front()) || (form.size() > 1 && form.front() == '.' && is_digit(form[1])))
      return std::all_of(form.begin(), form.end(),
                         [](char c) { return is_digit(c) || c == '.' || c == ',' || c == '/'; });
    if (!is_number_word(lower(token))) return false;
    // "one" as a pronoun and "m" as a name are no numbers.
    return upos(token).empty() || upos(token) == "NUM" || (upos(token) == "NOUN" && form.size() > 3);
  }

  /// "3.5 million", "two to three hundred", "1 1/2"
  [[nodiscard]] TokenIndex number_end(TokenIndex token) const {
    TokenIndex end = token;
    while (is_number(end)) {
      ++end;
      const std::string joint = lower(end);
      const bool range = joint == "-" || joint == "–" || joint == "to" || joint == "or";
      if (range && is_number(end + 1)) ++end;
    }
    return end;
  }

  TokenIndex add(TokenIndex begin, TokenIndex end, const char* type) {
    names_.push_back({{begin, end}, type, 0.9F});
    return end;
  }

  TokenIndex date(TokenIndex token) {
    const std::string first = lower(token);
    const bool capital = word(doc_, token).front() < 'a';
    if (is_weekday(first) && capital) {
      const bool goes_on = lower(token + 1) == "," && is_month(lower(token + 2)) && is_day(token + 3);
      return goes_on ? add(token, month_end(token + 2), "DATE") : add(token, token + 1, "DATE");
    }
    // "May" and "March" are dates only beside a number or where they are tagged as names.
    if (is_month(first) && capital) {
      const bool beside_number = is_day(token + 1) || is_year(token + 1);
      return beside_number || upos(token) == "PROPN" ? add(token, month_end(token), "DATE") : token;
    }
    if (is_day(token) && is_month(lower(token + 1)) && word(doc_, token + 1).front() < 'a')
      return add(token, is_year(token + 2) ? token + 3 : token + 2, "DATE");
    const std::string_view form = word(doc_, token);
    const bool decade = form.size() == 5 && form.back() == 's' && is_digit(form[0]) && is_digit(form[3]);
    if (decade || (is_year(token) && !is_measure(lower(token + 1)) && !is_counted(token + 1)))
      return add(token, token + 1, "DATE");
    const bool slashes = std::count(form.begin(), form.end(), '/') == 2 && is_digit(form.front());
    return slashes ? add(token, token + 1, "DATE") : token;
  }

  [[nodiscard]] bool is_counted(TokenIndex token) const {
    return token < end_ && (upos(token) == "NOUN" || upos(token) == "ADJ") && doc_.tokens[token].begin > 0;
  }

  [[nodiscard]] bool is_day(TokenIndex token) const {
    if (!is_free(token)) return false;
    const std::string_view form = word(doc_, token);
    const auto digits = static_cast<std::size_t>(std::count_if(form.begin(), form.end(), is_digit));
    if (digits == 0 || digits > 2 || !is_digit(form.front())) return false;
    const std::string_view rest = form.substr(digits);
    return rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  }

  [[nodiscard]] bool is_year(TokenIndex token) const {
    if (!is_free(token)) return false;
    const std::string_view form = word(doc_, token);
    return form.size() == 4 && std::all_of(form.begin(), form.end(), is_digit) && (form[0] == '1' || form[0] == '2') &&
           (form[1] == '9' || form[1] == '8' || form[1] == '7' || form[1] == '0');
  }

  /// "July 7, 2017", "July 2017", "July 7"
  [[nodiscard]] TokenIndex month_end(TokenIndex month) const {
    TokenIndex end = month + 1;
    if (is_day(end)) ++end;
    if (is_year(end)) return end + 1;
    return lower(end) == "," && is_year(end + 1) ? end + 2 : end;
  }

  TokenIndex money(TokenIndex token) {
    const std::string first = lower(token);
    const bool sign = is_currency(first) && (first.back() == '$' || static_cast<unsigned char>(first[0]) >= 0x80);
    if (!sign || !is_number(token + 1)) return token;
    return add(token, number_end(token + 1), "MONEY");
  }

  TokenIndex counted(TokenIndex token) {
    if (const TokenIndex end = time(token); end > token) return end;
    const TokenIndex end = number_end(token);
    if (end == token) return token;
    std::string unit = lower(end);
    TokenIndex after = end + 1;
    if (unit == "-" && is_measure(lower(end + 1))) unit = lower(end + 1), ++after;
    if (unit == "%" || unit == "percent") return add(token, after, "PERCENT");
    if (unit == "per" && lower(end + 1) == "cent") return add(token, end + 2, "PERCENT");
    if (unit == "percentage" && lower(end + 1).starts_with("point")) return add(token, end + 2, "PERCENT");
    const bool adjective = lower(end) == "u.s." || lower(end) == "us" || upos(end) == "ADJ";
    if (adjective && is_currency(lower(end + 1))) return add(token, end + 2, "MONEY");
    if (is_currency(unit)) return add(token, after, "MONEY");
    if (unit == "square" && is_measure(lower(end + 1))) return add(token, end + 2, "QUANTITY");
    if (is_measure(unit)) return add(token, after, "QUANTITY");
    return add(token, end, "CARDINAL");
  }

  TokenIndex time(TokenIndex token) {
    const std::string_view form = word(doc_, token);
    const std::string first = lower(token);
    if ((first == "noon" || first == "midnight")) return add(token, token + 1, "TIME");
    const bool clock = is_digit(form.front()) && form.find(':') != std::string_view::npos;
    const std::string half = lower(token + 1);
    const bool named = half == "a.m." || half == "p.m." || half == "a.m" || half == "p.m" || half == "am" ||
                       half == "pm" || half == "o'clock" || half == "gmt";
    if (named && is_digit(form.front())) return add(token, token + 2, "TIME");
    return clock ? add(token, token + 1, "TIME") : token;
  }

  TokenIndex ordinal(TokenIndex token) {
    const std::string form = lower(token);
    const bool digits = form.size() > 2 && is_digit(form[0]) && is_digit(form[form.size() - 3]) &&
                        (form.ends_with("th") || form.ends_with("st") || form.ends_with("nd") || form.ends_with("rd"));
    const bool named = is_ordinal_word(form) && (upos(token) == "ADJ" || upos(token).empty());
    return digits || named ? add(token, token + 1, "ORDINAL") : token;
  }

  const Document& doc_;
  const std::vector<bool>& taken_;
  std::vector<Name> names_;
  TokenIndex end_ = 0;
};

}  // namespace

std::vector<Name> find_amounts(const Document& doc, const std::vector<bool>& taken) {
  return AmountFinder(doc, taken).find();
}

}  // namespace hearsay
