#include "ingest/article/clean.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include "ingest/article/furniture_phrases.hpp"
#include "ingest/article/repetition.hpp"

namespace hearsay {
namespace {

/// A block with what was found out about it.
struct Candidate {
  Shape shape;
  std::string plain, words;
  Phrase phrase = Phrase::none;
  bool keep = true;
  bool metadata = false;  ///< a byline, a date, an outlet, an address
};

class Cleaner {
 public:
  Cleaner(std::vector<Block> blocks, Metadata known) : blocks_(std::move(blocks)) { out_.metadata = std::move(known); }

  CleanArticle run() {
    cut_credits();
    describe();
    drop_by_markup();
    drop_comments();
    find_body();
    find_title();
    read_metadata();
    drop_by_words();
    drop_menus();
    drop_by_position();
    drop_repetitions();
    drop_related_headlines();
    keep_something();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (facts_[i].keep && i != title_) out_.body.push_back(std::move(blocks_[i]));
    }
    return std::move(out_);
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  void cut_credits() {
    for (Block& block : blocks_) {
      const std::size_t credit = trailing_credit(block.content.text);
      if (credit == 0 || credit >= block.content.size()) continue;
      block.content = block.content.slice(0, block.content.size() - credit);
    }
  }

  void describe() {
    facts_.resize(blocks_.size());
    all_words_.resize(blocks_.size());
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const std::string& text = blocks_[i].content.text;
      facts_[i].shape = shape_of(text);
      facts_[i].plain = plain_form(std::string_view(text).substr(0, 2000));
      facts_[i].phrase = furniture_phrase(facts_[i].plain, facts_[i].shape.words, is_prose(facts_[i].shape));
      all_words_[i] = words_only(text);
    }
  }

  [[nodiscard]] double link_density(std::size_t i) const {
    return static_cast<double>(blocks_[i].link_bytes) /
           static_cast<double>(std::max<std::size_t>(blocks_[i].content.size(), 1));
  }
  [[nodiscard]] bool prose(std::size_t i) const { return is_prose(facts_[i].shape); }
  [[nodiscard]] std::size_t prose_words(bool (*counts)(const Block&)) const {
    std::size_t words = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (facts_[i].keep && prose(i) && counts(blocks_[i])) words += facts_[i].shape.words;
    }
    return words;
  }

  /// HTML: what elements and classes say, unless it would cost half of the prose: then the page uses them otherwise.
  void drop_by_markup() {
    const std::size_t all = prose_words([](const Block&) { return true; });
    drop_if(all, [](const Block& block) { return block.in_furniture; });
    drop_if(all, [](const Block& block) { return block.hinted; });
    keep_main_article();
  }

  void drop_if(std::size_t all, bool (*sign)(const Block&)) {
    const std::size_t lost = prose_words(sign);
    if (all > 0 && lost * 2 > all) return;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (sign(blocks_[i])) facts_[i].keep = false;
    }
  }

  /// When one <article> holds most of the prose, the rest of the page goes; its title may stand before it.
  void keep_main_article() {
    std::vector<std::pair<std::uint32_t, std::size_t>> words;  // by element; numbers ascend with the text
    std::size_t all = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!facts_[i].keep || !prose(i)) continue;
      all += facts_[i].shape.words;
      const std::uint32_t element = blocks_[i].article_element;
      const auto found = std::find_if(words.rbegin(), words.rend(), [&](const auto& w) { return w.first == element; });
      if (found == words.rend()) {
        if (words.size() < 200) words.emplace_back(element, facts_[i].shape.words);
      } else {
        found->second += facts_[i].shape.words;
      }
    }
    const auto main =
        std::max_element(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (main == words.end() || main->first == 0 || main->second * 3 < all * 2) return;
    bool inside = false;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      inside = inside || blocks_[i].article_element == main->first;
      const bool title = !inside && blocks_[i].heading == 1;
      if (blocks_[i].article_element != main->first && !title) facts_[i].keep = false;
    }
  }

  void find_body() {
    first_prose_ = last_prose_ = kNone;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!facts_[i].keep || !prose(i) || facts_[i].phrase != Phrase::none || link_density(i) > 0.5) continue;
      if (blocks_[i].heading > 0 && blocks_[i].heading <= 2) continue;
      if (first_prose_ == kNone) first_prose_ = i;
      last_prose_ = i;
    }
  }

  [[nodiscard]] std::size_t head_end() const { return first_prose_ == kNone ? blocks_.size() : first_prose_; }

  [[nodiscard]] bool could_be_title(std::size_t i) const {
    const Candidate& fact = facts_[i];
    const std::string& text = blocks_[i].content.text;
    const bool sentence = fact.shape.ends_sentence && text.back() == '.' && blocks_[i].heading == 0;
    return fact.keep && fact.phrase == Phrase::none && fact.shape.words >= 2 && fact.shape.words <= 40 && !sentence &&
           !read_metadata_line(text) && !read_address_line(text) && (link_density(i) < 0.5 || blocks_[i].heading == 1);
  }

  /// The title that the format names, where the text has it; else the first heading; else the first line of the head
  /// that is long enough to be a headline rather than a section label, with more weight for one that is repeated.
  void find_title() {
    title_ = kNone;
    const std::size_t end = std::min(head_end() + 1, blocks_.size());
    if (out_.metadata.title) {
      const std::string known = words_only(*out_.metadata.title);
      for (std::size_t i = 0; i < end && title_ == kNone; ++i) {
        if (all_words_[i] == known && !known.empty()) title_ = i;
      }
      if (title_ == kNone) title_ = heading_like(known, end);
    } else {
      title_ = best_title();
    }
    if (title_ == kNone) return;
    facts_[title_].keep = true;
    out_.metadata.title = blocks_[title_].content.text;
    out_.metadata.title_source = blocks_[title_].content;
  }

  /// The heading of the page that says most of the words of `known`: pages shorten their titles for tags.
  [[nodiscard]] std::size_t heading_like(const std::string& known, std::size_t end) const {
    for (std::size_t i = 0; i < end; ++i) {
      if (blocks_[i].heading != 1 || all_words_[i].empty()) continue;
      const std::string& own = all_words_[i];
      const bool part = known.find(own) != std::string::npos || own.find(known) != std::string::npos;
      const bool same_start = own.substr(0, own.size() / 2) == known.substr(0, own.size() / 2);
      if (part || same_start) return i;
    }
    return kNone;
  }

  [[nodiscard]] std::size_t best_title() const {
    const std::size_t end = head_end();
    std::size_t heading = kNone, line = kNone, label = kNone;
    for (std::size_t i = 0; i < end; ++i) {
      if (!could_be_title(i)) continue;
      const bool better = heading == kNone || blocks_[i].heading < blocks_[heading].heading;
      if (blocks_[i].heading > 0 && blocks_[i].heading <= 3 && better) heading = i;
      if (facts_[i].shape.words >= 4 && line == kNone && !blocks_[i].list_item) line = i;
      if (facts_[i].shape.words <= 3 && !blocks_[i].list_item) label = i;
    }
    if (heading != kNone) return heading;
    if (line != kNone) return line;
    // A headline of two or three words stands right before the text, a section label does not.
    return first_prose_ == kNone || label == kNone ? kNone : label;
  }

  void read_metadata() {
    Metadata& known = out_.metadata;
    const Metadata given = known;
    std::optional<std::string> undated, foot_publisher;
    const std::size_t end = head_end();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (i == title_ || blocks_[i].in_furniture) continue;
      const bool head = i < end || i < 6, foot = last_prose_ == kNone || i > last_prose_;
      const std::string& text = blocks_[i].content.text;
      if (const auto url = read_address_line(text)) {
        if (foot || i < end) take(known.url, url, i);
        continue;
      }
      if (prose(i)) continue;
      if (foot && !foot_publisher) foot_publisher = copyright_holder(text);
      auto line = read_metadata_line(text);
      if (!line) continue;
      if (line->publisher && is_place(*line->publisher)) line->publisher.reset();
      const bool says_date = line->published || line->updated || line->undated;
      // In the middle of a text only a line that is all date and label is no part of it.
      if (!head && !foot) {
        facts_[i].metadata = says_date && !line->byline && !line->publisher;
        continue;
      }
      facts_[i].metadata = true;
      if (!given.byline && (head || !known.byline)) take(known.byline, line->byline, i);
      if (head) take(known.publisher, line->publisher, i);
      if (!head && !foot_publisher) foot_publisher = line->publisher;
      take(known.published, line->published, i);
      take(known.updated, line->updated, i);
      if (head && !undated) undated = line->undated;
    }
    if (!known.published) known.published = undated;
    if (!known.publisher) known.publisher = foot_publisher;
    if (!known.publisher && known.url) known.publisher = publisher_from_address(*known.url, blocks_);
  }

  /// "Paris, 12 December 2015" names a place, "Global Research, July 09, 2017" an outlet: places are one word, or the
  /// text says that something happened in them.
  [[nodiscard]] bool is_place(const std::string& name) const {
    if (news_agency(name)) return false;
    const bool acronym =
        name.size() <= 5 && std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isupper(c) != 0; });
    if (name.find(' ') == std::string::npos) return !acronym;
    for (const Block& block : blocks_) {
      for (const std::string_view preposition : {" in ", "In ", " near ", " outside "}) {
        if (block.content.text.find(std::string(preposition) + name) != std::string::npos) return true;
      }
    }
    return false;
  }

  void take(std::optional<std::string>& field, const std::optional<std::string>& value, std::size_t i) {
    if (!value) return;
    facts_[i].metadata = true;
    if (!field) field = value;
  }

  /// Readers' words follow the article; before its text "Comments" is only a link to them.
  void drop_comments() {
    bool in_comments = false;
    std::size_t prose_before = 0, words_before = 0, all_words = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) all_words += prose(i) ? facts_[i].shape.words : 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const bool late = prose_before >= 2 && all_words - words_before <= words_before * 3;
      in_comments = in_comments || (facts_[i].phrase == Phrase::comments_begin && late);
      if (in_comments) facts_[i].keep = false;
      if (!prose(i)) continue;
      words_before += facts_[i].shape.words;
      prose_before += facts_[i].keep ? 1 : 0;
    }
  }

  void drop_by_words() {
    bool in_related = false;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      Candidate& fact = facts_[i];
      const bool linked = link_density(i) > 0.6 && !(prose(i) && blocks_[i].heading == 0 && fact.shape.words > 25);
      if (fact.metadata || fact.phrase != Phrase::none || linked) fact.keep = false;
      // "Most read" and "Related stories" stand over headlines, up to the next sentence or heading.
      const bool alone = fact.shape.words <= 6 && (fact.plain.find(": ") == std::string::npos);
      if (fact.phrase == Phrase::related_begin) {
        in_related = alone;
      } else if (fact.shape.ends_sentence || (blocks_[i].heading > 0 && blocks_[i].link_bytes == 0)) {
        in_related = false;
      } else if (in_related) {
        fact.keep = false;
      }
      if (i == title_) fact.keep = true;
    }
  }

  [[nodiscard]] bool short_label(std::size_t i) const {
    return facts_[i].shape.words <= 4 && !facts_[i].shape.ends_sentence && blocks_[i].heading == 0 && i != title_;
  }

  /// Three and more short lines in a row, or short items between bars, are a menu.
  void drop_menus() {
    for (std::size_t i = 0; i < blocks_.size();) {
      std::size_t end = i;
      while (end < blocks_.size() && short_label(end)) ++end;
      const bool after_colon = i > 0 && facts_[i - 1].plain.ends_with(':') && facts_[i - 1].keep;
      if (end - i >= 3 && !after_colon) {
        for (std::size_t j = i; j < end; ++j) facts_[j].keep = false;
      }
      i = std::max(end, i + 1);
    }
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const std::string& plain = facts_[i].plain;
      const auto bars = static_cast<std::size_t>(std::count(plain.begin(), plain.end(), '|') +
                                                 std::count(plain.begin(), plain.end(), '>'));
      if (bars >= 2 && facts_[i].shape.words <= bars * 4 + 4 && i != title_ && !facts_[i].shape.ends_sentence) {
        facts_[i].keep = false;
      }
    }
  }

  /// Before the title stand section labels; between title and text only a standfirst is kept; after the text nothing
  /// that is no sentence.
  void drop_by_position() {
    if (first_prose_ == kNone) return;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (i == title_ || prose(i)) continue;
      const Shape& shape = facts_[i].shape;
      const bool before_title = title_ != kNone && i < title_;
      const bool label = i < first_prose_ && shape.words <= 5 && !shape.ends_sentence;
      const bool foot = i > last_prose_ && !shape.ends_sentence && !shape.has_quotation &&
                        (shape.words <= 12 || link_density(i) > 0.3);
      if ((before_title && !shape.ends_sentence) || label || foot) facts_[i].keep = false;
    }
  }

  void drop_repetitions() {
    const Repetition repetition(all_words_);
    const std::string title = out_.metadata.title ? words_only(*out_.metadata.title) : std::string();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (i == title_ || !facts_[i].keep) continue;
      const bool headline = !title.empty() && all_words_[i] == title;
      if (!headline && !repetition.is_repeated(i)) continue;
      facts_[i].keep = false;
      // The speaker under a pull quote has no sentence of his own.
      if (!headline && i + 1 < blocks_.size() && is_signature(i + 1)) facts_[i + 1].keep = false;
    }
  }

  [[nodiscard]] bool is_signature(std::size_t i) const {
    const Shape& shape = facts_[i].shape;
    return shape.words <= 8 && !shape.ends_sentence && blocks_[i].heading == 0 && shape.capitalised * 2 >= shape.words;
  }

  /// In a text whose paragraphs end like sentences, a lone line between two of them that does not is the headline of
  /// another story. Headings, list items and lines that lead to or from another stay.
  void drop_related_headlines() {
    std::size_t ended = 0, open = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!facts_[i].keep || i == title_ || facts_[i].shape.words < 5 || blocks_[i].heading > 0) continue;
      ++(facts_[i].shape.ends_sentence ? ended : open);
    }
    if (ended < 4 || ended < open * 4) return;
    for (std::size_t i = head_end() + 1; i < blocks_.size() && i < last_prose_; ++i) {
      if (facts_[i].keep && is_lone_headline(i)) facts_[i].keep = false;
    }
  }

  [[nodiscard]] bool is_lone_headline(std::size_t i) const {
    const Shape& shape = facts_[i].shape;
    const char last = blocks_[i].content.text.back();
    const bool whole = std::isalnum(static_cast<unsigned char>(last)) != 0 || last == '\'' || last == ')';
    if (shape.words < 5 || shape.words > 25 || shape.ends_sentence || !whole || shape.starts_lower) return false;
    if (shape.has_quotation || blocks_[i].heading > 0 || blocks_[i].list_item) return false;
    const bool leads = i > 0 && facts_[i - 1].plain.ends_with(':');
    const bool goes_on = i + 1 < blocks_.size() && facts_[i + 1].shape.starts_lower;
    return !leads && !goes_on;
  }

  /// A text without any prose (a flash, a list) keeps all that is no furniture by its words.
  void keep_something() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (facts_[i].keep && i != title_) return;
    }
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      facts_[i].keep = facts_[i].phrase == Phrase::none && !facts_[i].metadata && !blocks_[i].in_furniture &&
                       link_density(i) < 0.6 && facts_[i].shape.words >= 2;
    }
  }

  std::vector<Block> blocks_;
  std::vector<Candidate> facts_;
  std::vector<std::string> all_words_;
  std::size_t first_prose_ = kNone, last_prose_ = kNone, title_ = kNone;
  CleanArticle out_;
};

}  // namespace

CleanArticle clean_article(std::vector<Block> blocks, Metadata known) {
  return Cleaner(std::move(blocks), std::move(known)).run();
}

}  // namespace hearsay
