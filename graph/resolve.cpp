#include "graph/resolve.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "graph/group_names.hpp"
#include "graph/known_names.hpp"
#include "graph/name_key.hpp"
#include "graph/person_names.hpp"

namespace hearsay {
namespace {

/// A referent of an article, with the key of the thing it means; equal keys, one thing.
struct Item {
  std::uint32_t article = 0, referent = 0;
  std::string key;
};

bool is_named(const Referent& referent) { return !referent.names.empty(); }

/// Things that "the ..." means anew in every article.
bool is_article_bound(const std::string& kind) { return kind == "Person" || kind == "Organization" || kind == "Place"; }

class Resolver {
 public:
  explicit Resolver(const std::vector<ArticleFacts>& articles) : articles_(articles) {}

  Resolution run() {
    count_votes();
    sort_items();
    key_persons();
    key_things();
    key_phrases();
    key_member_groups();
    return make_entities();
  }

 private:
  struct Votes {
    std::size_t person = 0, other = 0;
  };
  using Named = std::map<std::string, Votes, std::less<>>;

  const std::vector<ArticleFacts>& articles_;
  Named full_names_;  ///< names of two and more words: are they a person's?
  Named phrases_;     ///< common nouns: are they bound to their article?
  std::vector<Item> persons_, things_, phrase_items_, member_groups_, done_;

  const Referent& referent(const Item& item) const { return articles_[item.article].referents[item.referent]; }

  static std::string person_key(const Referent& referent) {
    const std::vector<std::string> words = person_words(referent.name);
    std::string key;
    for (const std::string& word : words) key += (key.empty() ? "" : " ") + word;
    return words.size() > 1 ? key : std::string();
  }

  void count_votes() {
    for (const ArticleFacts& article : articles_) {
      for (const Referent& referent : article.referents) {
        if (referent.unresolved) continue;
        if (is_named(referent)) {
          if (const std::string key = person_key(referent); !key.empty()) {
            ++(referent.kind == "Person" ? full_names_[key].person : full_names_[key].other);
          }
        } else {
          Votes& votes = phrases_[fold_name(referent.name)];
          ++(is_article_bound(referent.kind) ? votes.person : votes.other);
        }
      }
    }
  }

  /// A name that most articles take for a person's is a person's in all of them, and the other way round.
  bool is_person(const Referent& referent) const {
    const auto at = full_names_.find(person_key(referent));
    if (at == full_names_.end()) return referent.kind == "Person";
    return at->second.person > 0 && at->second.person >= at->second.other;
  }

  void sort_items() {
    for (std::uint32_t a = 0; a < articles_.size(); ++a) {
      for (std::uint32_t r = 0; r < articles_[a].referents.size(); ++r) {
        const Referent& referent = articles_[a].referents[r];
        if (referent.unresolved) continue;
        if (!is_named(referent))
          (referent.members.empty() ? phrase_items_ : member_groups_).push_back({a, r, {}});
        else if (is_person(referent) && !person_words(referent.name).empty())
          persons_.push_back({a, r, {}});
        else
          things_.push_back({a, r, {}});
      }
    }
  }

  std::string local_key(const char* sort, const std::string& name, const Item& item) const {
    return std::string(sort) + name + '@' + articles_[item.article].article.id;
  }

  void key_persons() {
    std::vector<PersonName> names;
    for (const Item& item : persons_) names.push_back({item.article, person_words(referent(item).name)});
    const std::vector<std::string> keys = group_persons(names);
    for (std::size_t i = 0; i < persons_.size(); ++i) {
      const std::size_t at = keys[i].find('@');
      persons_[i].key =
          at == std::string::npos ? "person:" + keys[i] : local_key("person:", keys[i].substr(0, at), persons_[i]);
    }
    done_ = std::move(persons_);
  }

  void key_things() {
    std::vector<ThingName> names;
    for (const Item& item : things_) names.push_back({referent(item).kind, referent(item).name, referent(item).names});
    const std::vector<std::string> keys = group_things(names);
    for (std::size_t i = 0; i < things_.size(); ++i) things_[i].key = "thing:" + keys[i];
    // "Kremlin", once taken for a person's surname, is the Kremlin of the other articles.
    std::set<std::string> known;
    for (const Item& item : things_) known.insert(item.key);
    for (Item& item : done_) {
      const std::string as_thing = "thing:" + fold_name(referent(item).name);
      if (item.key == "person:" + fold_name(referent(item).name) && known.contains(as_thing)) item.key = as_thing;
    }
    append(things_);
  }

  void key_phrases() {
    for (Item& item : phrase_items_) {
      const std::string phrase = fold_name(referent(item).name);
      const Votes& votes = phrases_.at(phrase);
      // Two of one article are two things ("a spokesman" of each side), so that the number is part of the key.
      item.key = votes.person > votes.other ? local_key("phrase:", phrase, item) + '#' + std::to_string(item.referent)
                                            : "phrase:" + phrase;
    }
    append(phrase_items_);
  }

  /// "The two leaders" are Putin and Trump in one article and May and Macron in the next.
  void key_member_groups() {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> key_of;
    for (const Item& item : done_) key_of[{item.article, item.referent}] = item.key;
    for (Item& item : member_groups_) {
      std::set<std::string> members;
      for (const std::uint32_t member : referent(item).members) {
        if (const auto at = key_of.find({item.article, member}); at != key_of.end()) members.insert(at->second);
      }
      item.key = "members:";
      for (const std::string& member : members) item.key += member + '|';
      if (members.size() < 2) item.key = local_key("phrase:", fold_name(referent(item).name), item);
    }
    append(member_groups_);
  }

  void append(std::vector<Item>& items) {
    done_.insert(done_.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
    items.clear();
  }

  // ------------------------------------------------------------------------------------------------- entities

  std::vector<const Referent*> referents_of(const std::vector<const Item*>& items) const {
    std::vector<const Referent*> out;
    for (const Item* item : items) out.push_back(&referent(*item));
    return out;
  }

  Entity make_entity(const std::string& key, const std::vector<const Item*>& items) const {
    Entity entity = describe(referents_of(items), key.starts_with("person:"));
    for (const Item* item : items) entity.articles.push_back(static_cast<ArticleId>(item->article));
    std::sort(entity.articles.begin(), entity.articles.end());
    entity.articles.erase(std::unique(entity.articles.begin(), entity.articles.end()), entity.articles.end());
    constexpr std::size_t hash_digits = 8;
    const std::size_t local = key.find('@');
    const std::string suffix = local == std::string::npos ? "" : key.substr(local, key.find('#') - local);
    entity.key = make_key(entity.kind, entity.name) + suffix.substr(0, 1 + hash_digits);
    return entity;
  }

  Resolution make_entities() const {
    std::map<std::string, std::vector<const Item*>> by_key;
    for (const Item& item : done_) by_key[item.key].push_back(&item);
    std::vector<std::pair<Entity, const std::vector<const Item*>*>> made;
    for (const auto& [key, items] : by_key) made.emplace_back(make_entity(key, items), &items);
    number_namesakes(made);
    std::sort(made.begin(), made.end(), [](const auto& a, const auto& b) { return a.first.key < b.first.key; });
    Resolution resolution;
    for (const ArticleFacts& article : articles_) resolution.entity_of.emplace_back(article.referents.size());
    for (auto& [entity, items] : made) {
      entity.id = static_cast<EntityId>(resolution.entities.size());
      for (const Item* item : *items) resolution.entity_of[item->article][item->referent] = entity.id;
      resolution.entities.push_back(std::move(entity));
    }
    add_members(resolution);
    return resolution;
  }

  /// Different things with one key: by the order of their internal keys, which no input order changes.
  static void number_namesakes(std::vector<std::pair<Entity, const std::vector<const Item*>*>>& made) {
    std::set<std::string> taken;
    for (auto& [entity, items] : made) {
      const std::string base = entity.key;
      for (std::size_t n = 2; !taken.insert(entity.key).second; ++n) entity.key = base + '.' + std::to_string(n);
    }
  }

  void add_members(Resolution& resolution) const {
    std::vector<std::set<EntityId>> members(resolution.entities.size());
    for (const Item& item : done_) {
      const EntityId group = *resolution.entity_of[item.article][item.referent];
      for (const std::uint32_t member : referent(item).members) {
        const auto id = resolution.entity_of[item.article][member];
        if (id && *id != group) members[number(group)].insert(*id);
      }
    }
    for (Entity& entity : resolution.entities) {
      const auto& ids = members[number(entity.id)];
      entity.members.assign(ids.begin(), ids.end());
      if (!entity.named && ids.size() > 1) name_after_members(entity, resolution.entities);
    }
  }

  static void name_after_members(Entity& entity, const std::vector<Entity>& all) {
    std::string name;
    for (std::size_t i = 0; i < entity.members.size(); ++i) {
      if (i > 0) name += i + 1 == entity.members.size() ? " and " : ", ";
      name += all[number(entity.members[i])].name;
    }
    entity.name = std::move(name);
  }
};

}  // namespace

Resolution resolve(const std::vector<ArticleFacts>& articles) { return Resolver(articles).run(); }

}  // namespace hearsay
