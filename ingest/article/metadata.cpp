#include "ingest/article/metadata.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "ingest/article/dates.hpp"

namespace hearsay {
namespace {

struct Agency {
  std::string_view key, name;
};
constexpr std::array<Agency, 24> kAgencies = {{
    {"associated press", "Associated Press"},
    {"the associated press", "Associated Press"},
    {"ap", "Associated Press"},
    {"reuters", "Reuters"},
    {"thomson reuters", "Reuters"},
    {"agence france presse", "Agence France-Presse"},
    {"afp", "AFP"},
    {"press association", "Press Association"},
    {"pa media", "PA Media"},
    {"united press international", "United Press International"},
    {"upi", "United Press International"},
    {"bloomberg", "Bloomberg"},
    {"bloomberg news", "Bloomberg News"},
    {"xinhua", "Xinhua"},
    {"xinhua news agency", "Xinhua"},
    {"tass", "TASS"},
    {"itar tass", "ITAR-TASS"},
    {"interfax", "Interfax"},
    {"kyodo", "Kyodo"},
    {"kyodo news", "Kyodo News"},
    {"deutsche presse agentur", "Deutsche Presse-Agentur"},
    {"dpa", "dpa"},
    {"ansa", "ANSA"},
    {"yonhap", "Yonhap"},
}};

std::string trimmed(std::string_view text) {
  constexpr std::string_view kOuter = " \t\r\n,;:|/-()";
  while (!text.empty() && kOuter.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  for (bool cut = true; cut && !text.empty();) {
    cut = kOuter.find(text.back()) != std::string_view::npos;
    if (cut) text.remove_suffix(1);
    for (const std::string_view sign : {"\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xB7", "\xE2\x80\xA2"}) {
      if (!text.ends_with(sign)) continue;
      text.remove_suffix(sign.size());
      cut = true;
    }
  }
  for (const std::string_view sign : {"\xE2\x80\x93 ", "\xE2\x80\x94 ", "\xC2\xB7 ", "\xE2\x80\xA2 "}) {
    if (text.starts_with(sign)) text.remove_prefix(sign.size());
  }
  return std::string(text);
}

bool is_linking_word(std::string_view word) {
  constexpr std::array<std::string_view, 16> kWords = {"and", "of", "for", "the", "de",  "van", "von", "der",
                                                       "den", "la", "le",  "al",  "bin", "da",  "di",  "&"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// Dates of a line, and what is left of it without them, without weekdays, times and time zones.
struct DateLine {
  std::vector<FoundDate> dates;
  std::vector<std::string> labels;  ///< the words before each date
  std::string rest;                 ///< the words after the last one
};

std::string without_clock_words(std::string text) {
  static const RE2 kClock(
      R"((?i)\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|gmt|bst|utc|est|edt|cet|cest|pst|pdt|hkt|et|pt|ist|sgt|\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?)\b\.?,?)");
  RE2::GlobalReplace(&text, kClock, " ");
  return trimmed(text);
}

DateLine cut_dates(std::string_view line) {
  DateLine cut;
  cut.dates = find_dates(line);
  std::size_t from = 0;
  for (const FoundDate& date : cut.dates) {
    cut.labels.push_back(without_clock_words(std::string(line.substr(from, date.begin - from))));
    from = date.end;
  }
  cut.rest = without_clock_words(std::string(line.substr(from)));
  return cut;
}

bool says_updated(std::string_view label) {
  static const RE2 kUpdated(
      R"((?i)^(?:last\s+)?(?:updated|modified|revised|update|last\s+changed)(?:\s+(?:on|at))?\s*:?$)");
  return RE2::FullMatch(re2::StringPiece(label.data(), label.size()), kUpdated);
}

bool says_published(std::string_view label) {
  static const RE2 kPublished(
      R"((?i)^(?:first\s+|originally\s+|article\s+|story\s+)?(?:published|posted|created|issued|date|released|publication date|dated)(?:\s+(?:on|at|online))?\s*:?$)");
  return RE2::FullMatch(re2::StringPiece(label.data(), label.size()), kPublished);
}

/// "By Jane Doe and John Roe, Staff Writers / The Daily Post": fills byline, and publisher behind a slash or a bar.
bool read_byline(std::string_view text, MetadataLine& line) {
  static const RE2 kBy(R"((?i)^(?:(?:written|reported|story|words)\s+by|by|author\s*:|from)\s*:?\s+(.+)$)");
  static const RE2 kStaff(
      R"(^([^,|]{3,60}),\s+(?:[A-Z][\w.-]+\s+){0,3}(?i:staff writers?|correspondents?|reporters?|(?:\w+ )?editors?|staff)$)");
  re2::StringPiece names;
  const re2::StringPiece input(text.data(), text.size());
  const bool from = text.size() > 4 && (text[0] == 'F' || text[0] == 'f');
  if (from || !RE2::FullMatch(input, kBy, &names)) {
    if (!RE2::FullMatch(input, kStaff, &names) || !looks_like_names({names.data(), names.size()})) return false;
    line.byline = trimmed({names.data(), names.size()});
    return true;
  }
  std::string_view left(names.data(), names.size());
  const std::size_t slash = std::min(left.find(" / "), left.find(" | "));
  if (slash != std::string_view::npos) {
    const std::string outlet = trimmed(left.substr(slash + 3));
    if (!outlet.empty() && looks_like_names(outlet)) line.publisher = outlet;
    left = left.substr(0, slash);
  }
  static const RE2 kRole(
      R"((?i)(?:,|\s+in\s+\S.*|\s+-)\s+(?:.*\b(?:writers?|correspondents?|reporters?|editors?|staff|columnist|bureau|chief|analyst|in [a-z ]+)\b.*)$|\s+in\s+[A-Z][a-z]+(?:,? [A-Z][a-z]+)*$)");
  std::string people(left);
  RE2::Replace(&people, kRole, "");
  people = trimmed(people);
  const std::size_t comma = people.find(", ");
  if (comma != std::string::npos && news_agency(people.substr(comma + 2))) {
    if (!line.publisher) line.publisher = news_agency(people.substr(comma + 2));
    people.resize(comma);
  }
  if (!looks_like_names(people)) return false;
  line.byline = people;
  return true;
}

/// "The Daily Post", "BBC News", "Associated Press": an outlet that a line names on its own.
std::optional<std::string> outlet(std::string_view text) {
  if (auto agency = news_agency(text)) return agency;
  static const RE2 kOutlet(
      R"(^(?:[A-Z][\w&.'-]*\s+){1,4}(?:Times|Post|News|Herald|Tribune|Guardian|Gazette|Journal|Chronicle|Observer|Telegraph|Independent|Standard|Mail|Express|Star|Courier|Dispatch|Mirror|Press|Today|Review|Monitor|Examiner|Inquirer|Globe|Record|Echo|Argus|Bulletin|Reporter|Sentinel|Register|Weekly|Daily|Magazine|Agency|Network|Broadcasting)$)");
  static const RE2 kSection(
      R"((?i)^(?:top|latest|breaking|world|local|more|us|u\.s\.|uk|business|sports?|political|politics|national|international|daily|weekly|related|recent|all|other|general|market|financial|good|bad|other|press)\s+(?:and\s+\w+\s+)?(?:news|press|review|record|journal|reporter|bulletin|today|daily|weekly)$)");
  const re2::StringPiece input(text.data(), text.size());
  if (!RE2::FullMatch(input, kOutlet) || RE2::FullMatch(input, kSection)) return std::nullopt;
  return std::string(text);
}

/// "By Jane Doe", also with the word for the date behind it: "By Jane Doe | Published".
bool read_label(const std::string& label, const std::string& iso, MetadataLine& line) {
  static const RE2 kTail(R"((?i)^(.*?)[\s,|;-]*\b((?:last\s+)?(?:updated|modified|published|posted)(?:\s+on)?)\s*:?$)");
  std::string before, word;
  if (!RE2::FullMatch(label, kTail, &before, &word)) {
    if (!read_byline(label, line)) return false;
    if (!line.undated) line.undated = iso;
    return true;
  }
  if (!before.empty() && !read_byline(trimmed(before), line)) return false;
  (says_updated(word) ? line.updated : line.published) = iso;
  return true;
}

bool read_dated_line(std::string_view text, MetadataLine& line) {
  const DateLine cut = cut_dates(text);
  if (cut.dates.empty()) return false;
  for (std::size_t i = 0; i < cut.dates.size(); ++i) {
    const std::string& label = cut.labels[i];
    const std::string& iso = cut.dates[i].iso;
    if (says_updated(label)) {
      line.updated = iso;
    } else if (says_published(label)) {
      line.published = iso;
    } else if (label.empty() || label == "on" || label == "and") {
      if (!line.undated) line.undated = iso;
    } else if (!read_label(label, iso, line)) {
      // "Global Research, July 09, 2017"
      if (i != 0 || !looks_like_names(label) || label.size() > 60) return false;
      line.publisher = label;
      line.undated = iso;
    }
  }
  if (cut.rest.empty()) return true;
  if (read_byline(cut.rest, line)) return true;
  if (const auto name = outlet(cut.rest)) line.publisher = name;
  return line.publisher == cut.rest || (looks_like_names(cut.rest) && shape_of(cut.rest).words <= 4);
}

}  // namespace

bool looks_like_names(std::string_view name) {
  if (name.empty() || name.size() > 120) return false;
  std::size_t words = 0;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    const std::string_view word = name.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    ++words;
    const auto first = static_cast<unsigned char>(word[0]);
    if (!(std::isupper(first) != 0 || first >= 0x80 || is_linking_word(word))) return false;
    if (word.find_first_of("!?:;\"@") != std::string_view::npos) return false;
    // "J." and "Jr." are parts of names, "today." ends a sentence.
    if (word.ends_with('.') && word.size() > 4 && end == name.size()) return false;
  }
  const std::size_t first_word = std::min(name.find(' '), name.size());
  const bool starts_as_time = name.substr(0, first_word) == "the" || name.substr(0, first_word) == "The";
  return words >= 1 && words <= 8 && !(starts_as_time && words == 1);
}

std::optional<std::string> news_agency(std::string_view line) {
  const std::string key = words_only(line);
  for (const Agency& agency : kAgencies) {
    // "ap" is a word part and "dpa" a name in lower case; the others are written with capitals.
    if (key == agency.key && (key != "ap" || line.find("AP") != std::string_view::npos))
      return std::string(agency.name);
  }
  return std::nullopt;
}

std::optional<std::string> copyright_holder(std::string_view text) {
  static const RE2 kHolder(
      R"((?i)^(?:copyright\s*|\(c\)\s*|\x{00A9}\s*)+(?:\d{4}(?:\s*[-\x{2013}]\s*\d{4})?,?\s*)?(?:by\s+)?([^.,|\d]{2,60}?)(?:,?\s*\d{4})?(?:[.,|].*)?$)");
  std::string name;
  if (text.size() > 300 || !RE2::FullMatch(re2::StringPiece(text.data(), text.size()), kHolder, &name))
    return std::nullopt;
  name = trimmed(name);
  const bool corporate = name.find("rights") != std::string::npos;
  return looks_like_names(name) && !corporate ? std::optional<std::string>(name) : std::nullopt;
}

std::optional<MetadataLine> read_metadata_line(std::string_view text) {
  const Shape shape = shape_of(text);
  if (text.size() > 160 || shape.words > 22) return std::nullopt;
  const std::string line_text = trimmed(text);
  MetadataLine line;
  if (read_dated_line(line_text, line)) return line;
  if (!find_dates(line_text).empty()) return std::nullopt;
  if (read_byline(line_text, line)) return line;
  static const RE2 kLabelled(R"((?i)^(?:source|publisher|published by|publication)\s*:\s*([^:]{2,60})$)");
  std::string name;
  if (RE2::FullMatch(line_text, kLabelled, &name) && looks_like_names(name)) {
    line.publisher = name;
    return line;
  }
  line.publisher = outlet(line_text);
  return line.publisher ? std::optional<MetadataLine>(line) : std::nullopt;
}

std::optional<std::string> read_address_line(std::string_view text) {
  static const RE2 kAddress(
      R"((?i)^(?:(?:original\s+)?(?:url|source|link|article|address|retrieved from|available at|read (?:it|the original) at)\s*:?\s*)?(https?://[^\s<>"]+)\s*$)");
  std::string url;
  if (text.size() > 600 || !RE2::FullMatch(re2::StringPiece(text.data(), text.size()), kAddress, &url))
    return std::nullopt;
  return url;
}

std::optional<std::string> publisher_from_address(std::string_view url, const std::vector<Block>& blocks) {
  static const RE2 kHost(
      R"((?i)^https?://(?:www\.|m\.|edition\.|en\.)?(the)?([a-z]+?)(times|post|news|herald|tribune|guardian|gazette|journal|chronicle|observer|telegraph|independent|standard|mail|express|star|mirror|press|today|monitor|globe|daily)\.(?:com|co\.\w\w|org|net|\w\w)(?:[/:].*)?$)");
  std::string article, middle, noun;
  if (!RE2::FullMatch(re2::StringPiece(url.data(), url.size()), kHost, &article, &middle, &noun)) return std::nullopt;
  const auto capital = [](std::string word) {
    if (!word.empty()) word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
    return word;
  };
  for (std::string* part : {&middle, &noun}) *part = plain_form(*part);
  const std::string place = capital(middle);
  for (const Block& block : blocks) {
    // The name of a place or people in the address is sure only when the text writes it the same way.
    if ((" " + block.content.text).find(" " + place) == std::string::npos) continue;
    return (article.empty() ? "" : "The ") + place + " " + capital(noun);
  }
  return std::nullopt;
}

}  // namespace hearsay
