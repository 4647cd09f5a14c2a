#include "tests/ingest/speech/cases.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "ingest/speech/describe.hpp"
#include "tests/support/conllu.hpp"

namespace hearsay {
namespace {

std::string stripped(const std::string& s) {
  const auto first = s.find_first_not_of(" \t"), last = s.find_last_not_of(" \t\r");
  return first == std::string::npos ? std::string() : s.substr(first, last - first + 1);
}

std::vector<std::string> split(const std::string& s, char by) {
  std::vector<std::string> parts;
  std::istringstream stream(s);
  for (std::string part; std::getline(stream, part, by);) parts.push_back(part);
  return parts;
}

using Fields = std::map<std::string, std::string>;

Fields fields_of(const std::pair<std::string, std::string>& line) {
  Fields fields;
  for (const std::string& part : split(line.first + " " + line.second, '|')) {
    const std::string field = stripped(part);
    const auto space = field.find(' ');
    fields[field.substr(0, space)] = space == std::string::npos ? "" : stripped(field.substr(space));
  }
  return fields;
}

std::string text_of_spans(const Document& doc, const std::vector<TokenSpan>& spans) {
  std::string text;
  for (const TokenSpan span : spans) text += (text.empty() ? "" : " ") + std::string(text_of(doc, span));
  return text.empty() ? "-" : text;
}

std::string listed(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : "; ") + name;
  return all.empty() ? "-" : all;
}

Fields describe(const Document& doc, const std::vector<Attribution>& all, const Attribution& a, bool resolved) {
  Fields f;
  f["speaker"] = resolved ? Describer(doc).speaker_name(a) : text_of_spans(doc, a.source);
  f["addressee"] = resolved ? Describer(doc).addressee_name(a) : text_of_spans(doc, a.addressee);
  for (const char* key : {"speaker", "addressee"}) {
    if (f[key].empty()) f[key] = "-";
  }
  f["cue"] = text_of_spans(doc, a.cue);
  f["content"] = content_text(doc, a);
  f["kind"] = to_string(a.kind);
  f["negated"] = a.negated ? "yes" : "no";
  f["lemma"] = a.cue_lemma;
  f["time"] = a.time ? std::string(text_of(doc, *a.time)) : "-";
  f["place"] = a.place ? std::string(text_of(doc, *a.place)) : "-";
  f["about"] = resolved ? listed(Describer(doc).about(a)) : "-";
  f["parent"] = a.parent ? text_of_spans(doc, all[*a.parent].cue) : "none";
  return f;
}

/// Names of things go without their article: "the ministry" is the entity "ministry".
std::string without_article(const std::string& name) {
  for (const std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An "}) {
    if (name.starts_with(article)) return name.substr(article.size());
  }
  return name;
}

bool meets(const Fields& wanted, Fields given) {
  for (const auto& [key, value] : wanted) {
    if (given.count(key) == 0) throw std::runtime_error("no such field: " + key);
    const bool is_name = key == "speaker" || key == "addressee";
    if (is_name ? without_article(given[key]) != without_article(value) : given[key] != value) return false;
  }
  return true;
}

std::string listed(const Fields& fields) {
  std::string line;
  for (const auto& [key, value] : fields) line += (line.empty() ? "" : " | ") + key + " " + value;
  return line;
}

std::string upos_of(const std::string& xpos, const std::string& relation, const std::string& lemma) {
  if (relation == "aux" || relation == "aux:pass" || relation == "cop") return "AUX";
  if (relation == "mark" && (xpos == "IN")) return "SCONJ";
  if (xpos.starts_with("NNP")) return "PROPN";
  if (xpos.starts_with("NN")) return "NOUN";
  if (xpos.starts_with("VB")) return "VERB";
  if (xpos == "MD") return "AUX";
  if (xpos.starts_with("JJ")) return "ADJ";
  if (xpos == "RB") return lemma == "not" ? "PART" : "ADV";
  if (xpos == "TO" || xpos == "POS") return "PART";
  if (xpos == "IN" || xpos == "RP") return "ADP";
  if (xpos.starts_with("PRP") || xpos == "WP" || xpos == "WDT") return "PRON";
  if (xpos == "DT") return "DET";
  if (xpos == "CC") return "CCONJ";
  if (xpos == "CD") return "NUM";
  return "PUNCT";
}

bool clings(const std::string& form) {
  for (const char* mark : {",", ".", "?", "!", ":", ";", "”", "’", "'s", "’s", "n't", ")"}) {
    if (form == mark) return true;
  }
  return false;
}

// CoNLL-U of one `tree` line.
std::string conllu_of(const std::string& tree) {
  std::vector<std::vector<std::string>> words;
  for (const std::string& word : split(tree, ' ')) {
    if (!word.empty()) words.push_back(split(word, '/'));
  }
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].size() != 5) throw std::runtime_error("not form/lemma/xpos/head/relation: " + tree);
    std::string lemma = words[i][1];
    if (lemma == "-") {
      lemma = words[i][0];
      for (char& c : lemma) c = c >= 'A' && c <= 'Z' && !words[i][2].starts_with("NNP") ? static_cast<char>(c + 32) : c;
    }
    const bool tight = words[i][0] == "“" || words[i][0] == "‘" || words[i][0] == "(" ||
                       (i + 1 < words.size() && clings(words[i + 1][0]));
    out += std::to_string(i + 1) + '\t' + words[i][0] + '\t' + lemma + '\t' + upos_of(words[i][2], words[i][4], lemma) +
           '\t' + words[i][2] + "\t_\t" + words[i][3] + '\t' + words[i][4] + "\t_\t" + (tight ? "SpaceAfter=No" : "_") +
           '\n';
  }
  return out + '\n';
}

void add_names(Document& doc, const std::string& value) {
  for (const std::string& entry : split(value, ';')) {
    const auto equals = entry.find('=');
    const std::string type = stripped(entry.substr(0, equals)), words = stripped(entry.substr(equals + 1));
    for (TokenIndex b = 0; b < doc.tokens.size(); ++b) {
      for (TokenIndex e = b + 1; e <= doc.tokens.size() && e < b + 8; ++e) {
        if (text_of(doc, TokenSpan{b, e}) == words) doc.names.push_back({{b, e}, type, 1.0F});
      }
    }
  }
}

}  // namespace

std::string Case::joined(const std::string& key, const std::string& glue) const {
  std::string all;
  for (const auto& [k, v] : lines) {
    if (k == key) all += (all.empty() ? "" : glue) + v;
  }
  return all;
}

std::vector<Case> read_cases(const std::string& file) {
  std::ifstream stream(std::string(SPEECH_CASES) + "/" + file);
  if (!stream) throw std::runtime_error("no case file " + file);
  std::vector<Case> cases;
  std::size_t number = 0;
  bool open = false;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    const std::string content = stripped(line);
    if (content.empty()) open = false;
    if (content.empty() || content[0] == '#') continue;
    if (!open) cases.push_back({file + ":" + std::to_string(number), {}});
    open = true;
    const auto space = content.find(' ');
    cases.back().lines.emplace_back(content.substr(0, space),
                                    space == std::string::npos ? "" : stripped(content.substr(space)));
  }
  return cases;
}

std::string text_of_case(const std::string& value) {
  std::string text;
  const std::string mark = "¶";
  for (std::size_t at = 0; at < value.size();) {
    if (value.compare(at, mark.size(), mark) == 0) {
      while (!text.empty() && text.back() == ' ') text.pop_back();
      text += "\n\n";
      at += mark.size();
      while (at < value.size() && value[at] == ' ') ++at;
    } else {
      text += value[at++];
    }
  }
  return text;
}

Document tree_document(const Case& one) {
  std::string conllu = "# newdoc id = case\n# newpar\n";
  for (const auto& [key, value] : one.lines) {
    if (key == "par") conllu += "# newpar\n";
    if (key == "headline") conllu += "# headline\n";
    if (key == "tree") conllu += conllu_of(value);
  }
  Document doc = from_conllu(conllu);
  for (const auto& [key, value] : one.lines) {
    if (key == "names") add_names(doc, value);
  }
  return doc;
}

std::string complaints(const Case& one, const Document& doc, const std::vector<Attribution>& found, bool resolved) {
  std::vector<Fields> given;
  for (const Attribution& a : found) given.push_back(describe(doc, found, a, resolved));
  std::string wrong;
  for (const auto& line : one.lines) {
    if (line.first == "none" && !found.empty()) wrong += "expected no attribution\n";
    if (line.first == "count" && std::to_string(found.size()) != line.second) wrong += "expected " + line.second + "\n";
    if (line.first != "speaker") continue;
    const Fields wanted = fields_of(line);
    bool met = false;
    for (const Fields& fields : given) met = met || meets(wanted, fields);
    if (!met) wrong += "missing: " + listed(wanted) + "\n";
  }
  if (wrong.empty()) return wrong;
  for (const Fields& fields : given) wrong += "found: " + listed(fields) + "\n";
  return one.where + ": " + doc.text + "\n" + wrong;
}

}  // namespace hearsay
