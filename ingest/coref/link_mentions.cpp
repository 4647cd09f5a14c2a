#include "ingest/coref/link_mentions.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "ingest/coref/apart.hpp"
#include "ingest/coref/cluster_names.hpp"
#include "ingest/coref/entities.hpp"
#include "ingest/coref/find_mentions.hpp"
#include "ingest/coref/own_leaders.hpp"
#include "ingest/coref/pair_rules.hpp"
#include "ingest/coref/persons.hpp"
#include "ingest/coref/speech_regions.hpp"

namespace hearsay {
namespace {

// How far a mention looks back: by place, and among those of the same word. Both bound the cost.
constexpr std::size_t nearest = 40, same_word = 12;
// How the model's score is added to the rule's; found on GUM dev by a small grid. `unseen`: the model left the pair
// out.
constexpr float learned_weight = 0.25F, learned_bias = 0.9F, most = 4.0F, unseen = 0.3F;
// Rules this sure are followed whatever the model says.
constexpr float certain = 3.0F;

class Linker {
 public:
  Linker(const Trees& trees, const std::vector<Attribution>& attributions, const AntecedentScores& scores,
         const PairRanker& ranker, const PairObserver& observer)
      : doc_(trees.doc()),
        trees_(trees),
        mentions_(find_mentions(trees_)),
        speech_(doc_, attributions),
        traits_(place_own_leaders(describe(trees_, mentions_), mentions_, speech_)),
        persons_(find_persons(doc_, mentions_, traits_)),
        entities_(traits_),
        scores_(scores),
        ranker_(ranker),
        observer_(observer),
        by_head_(doc_.tokens.size(), none) {
    for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
      links_.push_back({m, std::nullopt, 0.0F, "begins an entity", {}});
      // A list and its first member share a head; the member stands for the word.
      if (by_head_[mentions_[m].head] == none || !traits_[m].coordination) by_head_[mentions_[m].head] = m;
    }
  }

  Coreference link() {
    if (!ranker_.empty() || observer_) features_.emplace(LinkContext{trees_, mentions_, traits_, speech_, entities_});
    structures_.resize(mentions_.size(), {none, {}});
    ranks_.resize(mentions_.size());
    mark_apart(trees_, mentions_, traits_, speech_, persons_.of, by_head_, entities_);
    link_structures();
    std::vector<std::uint32_t> order(mentions_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return mentions_[a].head < mentions_[b].head; });
    for (const std::uint32_t m : order) {
      if (!link_name(m) && !links_[m].antecedent) features_ ? rank(m) : link_one(m);
      remember(m);
    }
    for (const std::uint32_t m : order) link_speaker(m);
    join_perhaps_one();
    std::vector<Cluster> clusters = make_clusters(doc_, mentions_, traits_, entities_);
    return {std::move(mentions_), std::move(clusters), std::move(links_)};
  }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;

  void connect(std::uint32_t m, std::uint32_t antecedent, float score, std::string reason) {
    links_[m] = {m, antecedent, score, std::move(reason), std::move(links_[m].rejected)};
    entities_.join(m, antecedent);
  }

  /// Appositions and predicate nominals: the tree says that they are one.
  void link_structures() {
    for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
      const TokenIndex head = mentions_[m].head;
      if (by_head_[head] != m) continue;
      if (trees_.deprel(head) == "appos")
        join_apposition(m, *doc_.arcs[head].head);
      else if (trees_.has_child(head, "cop"))
        join_predicate(m);
    }
  }

  void join_apposition(std::uint32_t m, TokenIndex host) {
    const std::uint32_t other = by_head_[host];
    if (other == none || (traits_[m].kind == MentionKind::name && traits_[other].kind == MentionKind::name &&
                          !entities_.compatible(m, other)))
      return;
    if (entities_.apart(m, other) || is_one_of_several(m, other)) return;
    // "He [the mayor] agreed": whoever writes this knows who "he" is.
    if (traits_[m].kind == MentionKind::name && traits_[other].kind == MentionKind::pronoun &&
        traits_[other].person == 3 && entities_.compatible(m, other))
      connect(m, other, certain, "explains the pronoun");
    else if (names_its_bearer(m, other))
      connect(m, other, certain, "apposition");
    else if ((traits_[m].kinds & traits_[other].kinds) != 0)
      settle(m, other, certain, "apposition");
  }

  /// "The candidates, Novak first, agreed".
  bool is_one_of_several(std::uint32_t m, std::uint32_t other) const {
    return traits_[m].kinds == Kinds::person && traits_[other].kinds == Kinds::person &&
           (traits_[m].number & traits_[other].number) == 0;
  }

  /// "The party's leader, Ann Horvat, left": who bears the role is told on the spot.
  bool names_its_bearer(std::uint32_t m, std::uint32_t other) const {
    const Traits &a = traits_[m], &b = traits_[other];
    const bool one_name = (a.kind == MentionKind::name) != (b.kind == MentionKind::name);
    const bool persons = a.kinds == Kinds::person && b.kinds == Kinds::person;
    return one_name && persons && !is_one_of_several(m, other) && !a.coordination && !b.coordination &&
           entities_.compatible(m, other);
  }

  void join_predicate(std::uint32_t m) {
    std::optional<TokenIndex> subject = trees_.child_with(mentions_[m].head, "nsubj");
    if (!subject || by_head_[*subject] == none || traits_[m].kind == MentionKind::pronoun) return;
    const std::uint32_t other = by_head_[*subject];
    for (const TokenIndex d : trees_.children(mentions_[m].head))
      if (trees_.lemma(d) == "not" || trees_.lemma(d) == "never" || trees_.deprel(d) == "case" ||
          trees_.lemma(d) == "no")
        return;
    if (traits_[other].demonstrative && traits_[other].kind == MentionKind::pronoun) return;
    if (traits_[other].person != 3 || !entities_.compatible(m, other)) return;
    if (m < other) return;
    settle(m, other, 1.0F, "predicate nominal");
  }

  /// What the tree says is done at once, or left for the ranker to weigh.
  void settle(std::uint32_t m, std::uint32_t other, float score, const char* reason) {
    if (features_ && mentions_[other].head < mentions_[m].head)
      structures_[m] = {other, {false, score, reason, false}};
    else
      connect(m, other, score, reason);
  }

  /// Mentions that may be the antecedent of `m`: the nearest, those of the same word or name, those of the model.
  std::vector<std::uint32_t> candidates(std::uint32_t m) const {
    std::vector<std::uint32_t> found;
    const std::size_t begin = seen_.size() > nearest ? seen_.size() - nearest : 0;
    found.assign(seen_.begin() + static_cast<std::ptrdiff_t>(begin), seen_.end());
    for (const std::string& word : words_of(m)) {
      const auto entry = by_word_.find(word);
      if (entry == by_word_.end()) continue;
      const auto& same = entry->second;
      for (std::size_t k = same.size() > same_word ? same.size() - same_word : 0; k < same.size(); ++k)
        found.push_back(same[k]);
    }
    for (const auto& [token, score] : scores_.antecedents(mentions_[m].head))
      if (score > 0.0F && by_head_[token] != none) found.push_back(by_head_[token]);
    if (structures_[m].first != none) found.push_back(structures_[m].first);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  /// Under what a mention is found again: its noun, or the words of its name and the acronym they make.
  std::vector<std::string> words_of(std::uint32_t m) const {
    const Traits& traits = traits_[m];
    if (traits.kind == MentionKind::pronoun) {
      if (traits.person == 3) return {};  // the nearest will do
      return {"person " + std::to_string(traits.person) + (traits.number == Numbers::plural ? " plural" : "")};
    }
    std::vector<std::string> words = {traits.head};
    if (traits.kind == MentionKind::name) {
      words.insert(words.end(), traits.name.begin(), traits.name.end());
      words.push_back(traits.key);
      std::string initials;
      for (const std::string& word : traits.name)
        if (word.size() > 3 || traits.name.size() < 3) initials += word.front();
      if (traits.name.size() > 1) words.push_back(initials);
    } else {
      for (const std::string& title : traits.titles) words.push_back(title);
      words.push_back("role " + traits.head);
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  void remember(std::uint32_t m) {
    ranks_[m] = static_cast<std::uint32_t>(seen_.size());
    seen_.push_back(m);
    if (features_) features_->remember(m);
    for (const std::string& word : words_of(m)) by_word_[word].push_back(m);
    if (traits_[m].kind == MentionKind::name)
      for (const std::string& title : traits_[m].titles) by_word_["role " + title].push_back(m);
  }

  void note_rejected(std::uint32_t m, std::uint32_t other, const Verdict& verdict) {
    if (mentions_[other].span.contains(mentions_[m].span)) return;  // says nothing new
    links_[m].rejected = std::string(text_of(doc_, mentions_[other].span)) + " (" + verdict.reason + ")";
  }

  void link_one(std::uint32_t m) {
    const LinkContext context{trees_, mentions_, traits_, speech_, entities_};
    float best = 0.0F;
    std::uint32_t antecedent = none;
    const char* reason = "";
    for (const std::uint32_t other : candidates(m)) {
      if (mentions_[other].head >= mentions_[m].head) continue;
      const Verdict verdict = judge(context, m, other);
      if (verdict.forbidden) note_rejected(m, other, verdict);
      if (verdict.forbidden) continue;
      const float total = weigh(m, other, verdict.value);
      if (total > best || (total == best && antecedent != none && mentions_[other].head > mentions_[antecedent].head)) {
        best = total;
        antecedent = other;
        reason = verdict.reason;
      }
    }
    if (antecedent != none) connect(m, antecedent, best, reason);
  }

  /// The antecedent that the ranker scores highest, if above 0.
  void rank(std::uint32_t m) {
    const LinkContext context{trees_, mentions_, traits_, speech_, entities_};
    const PairRanker::Sums base = start_of(m);
    std::vector<std::uint32_t> rivals;
    Link best{m, std::nullopt, 0.0F, "", {}}, sure = best;
    Features pair;
    for (const std::uint32_t other : nearest_first(m)) {
      const bool told = structures_[m].first == other && entities_.compatible(m, other);
      const Verdict verdict = told ? structures_[m].second : judge(context, m, other);
      pair.clear();
      if (!verdict.forbidden) features_->pair(m, other, evidence(m, other, verdict, rivals), pair);
      if (observer_) observer_(*features_, m, other, verdict, pair);
      if (verdict.forbidden && links_[m].rejected.empty()) note_rejected(m, other, verdict);
      if (verdict.forbidden || ranker_.empty()) continue;
      if (verdict.sure && verdict.value > sure.score) sure = {m, other, verdict.value, verdict.reason, {}};
      if (const float score = score_of(base, other, pair); score > best.score)
        best = {m, other, score, verdict.value > 0.0F ? verdict.reason : "the model's choice", {}};
    }
    if (!best.antecedent) best = sure;
    if (best.antecedent) connect(m, *best.antecedent, best.score, best.reason);
    if (ranker_.empty()) follow_rules(m);
  }

  /// Names go before all else: a person's name is that person, whatever descriptions and pronouns have led to.
  bool link_name(std::uint32_t m) {
    if (persons_.of[m] == no_person) return false;
    const auto [bearer, is_new] = latest_name_.try_emplace(persons_.of[m], m);
    const std::uint32_t earlier = std::exchange(bearer->second, m);
    if (is_new) return false;
    if (links_[m].antecedent)
      entities_.join(m, earlier);
    else
      connect(m, earlier, certain, "the name of the person");
    const std::uint32_t told = structures_[m].first;
    if (told != none && names_its_bearer(m, told)) entities_.join(m, told);
    return true;
  }

  /// Training looks at pairs without a ranker.
  void follow_rules(std::uint32_t m) {
    if (const auto& [other, verdict] = structures_[m]; other != none)
      connect(m, other, verdict.value, verdict.reason);
    else
      link_one(m);
  }

  [[nodiscard]] std::vector<std::uint32_t> nearest_first(std::uint32_t m) const {
    std::vector<std::uint32_t> found = candidates(m);
    std::erase_if(found, [&](std::uint32_t other) { return mentions_[other].head >= mentions_[m].head; });
    std::stable_sort(found.begin(), found.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return mentions_[a].head > mentions_[b].head; });
    return found;
  }

  /// What the ranker makes of `m` before it sees an antecedent.
  [[nodiscard]] PairRanker::Sums start_of(std::uint32_t m) const {
    Features context;
    features_->context_of(m, context);
    PairRanker::Sums sums = ranker_.start();
    ranker_.add(features_->of(m), 0, sums);
    ranker_.add(context, 0, sums);
    return sums;
  }

  [[nodiscard]] float score_of(PairRanker::Sums sums, std::uint32_t other, const Features& pair) const {
    ranker_.add(features_->of(other), PairFeatures::mention_count, sums);
    ranker_.add(pair, 0, sums);
    return ranker_.score(sums);
  }

  /// `rivals`: the entities nearer than `other` that nothing forbids; that of `other` is added.
  [[nodiscard]] PairEvidence evidence(std::uint32_t m, std::uint32_t other, const Verdict& verdict,
                                      std::vector<std::uint32_t>& rivals) const {
    const auto scored = scores_.antecedents(mentions_[m].head);
    const auto top = std::max_element(scored.begin(), scored.end(),
                                      [](const auto& x, const auto& y) { return x.second < y.second; });
    const auto known = std::find(rivals.begin(), rivals.end(), entities_.root(other));
    const auto nearer = static_cast<std::uint32_t>(known - rivals.begin());
    if (known == rivals.end()) rivals.push_back(entities_.root(other));
    const bool structure = structures_[m].first == other;
    return {verdict,
            scores_.score(mentions_[m].head, mentions_[other].head),
            top != scored.end() && top->first == mentions_[other].head,
            static_cast<std::uint32_t>(seen_.size()) - ranks_[other] - 1,
            nearer,
            structure && verdict.value >= certain,
            structure && verdict.value < certain};
  }

  /// The rule alone where the model is silent; else both together.
  [[nodiscard]] float weigh(std::uint32_t m, std::uint32_t other, float rule) const {
    if (scores_.empty() || traits_[m].person != 3 || traits_[m].coordination || traits_[other].coordination)
      return rule;
    const std::optional<float> score = scores_.score(mentions_[m].head, mentions_[other].head);
    if (rule >= certain) return rule + std::max(0.0F, score.value_or(0.0F));
    return score ? rule + learned_weight * std::clamp(*score, -most, most) + learned_bias : rule - unseen;
  }

  /// "I" and "me" in a quotation are its speaker, "you" is whom he speaks to.
  void link_speaker(std::uint32_t m) {
    const Traits& traits = traits_[m];
    if (traits.kind != MentionKind::pronoun || traits.person == 3) return;
    const std::uint32_t region = speech_.region(mentions_[m].head);
    const bool speaks = traits.person == 1 && traits.number == Numbers::singular;
    const std::optional<TokenIndex> token = speaks               ? speech_.speaker(region)
                                            : traits.person == 2 ? speech_.addressee(region)
                                                                 : std::nullopt;
    if (!token || by_head_[*token] == none) return;
    const std::uint32_t other = by_head_[*token];
    if (other == m || entities_.same(m, other) || !entities_.compatible(m, other) ||
        (traits_[other].number & Numbers::singular) == 0)
      return;
    connect(m, other, certain, speaks ? "speaker of the quotation" : "addressee of the quotation");
  }

  /// "Horvat" before any "Anna Horvat" is she, unless something was told that tells them apart.
  void join_perhaps_one() {
    for (const auto& [family_name, full_name] : persons_.perhaps_one) {
      if (entities_.same(family_name, full_name) || !entities_.compatible(family_name, full_name)) continue;
      const auto [earlier, later] = std::minmax({entities_.of(family_name).first, entities_.of(full_name).first});
      if (links_[later].antecedent)
        entities_.join(later, earlier);
      else
        connect(later, earlier, certain, "the name of the person");
    }
  }

  const Document& doc_;
  const Trees& trees_;
  std::vector<Mention> mentions_;
  SpeechRegions speech_;
  std::vector<Traits> traits_;
  Persons persons_;
  Entities entities_;
  const AntecedentScores& scores_;
  const PairRanker& ranker_;
  const PairObserver& observer_;
  std::optional<PairFeatures> features_;
  std::vector<std::pair<std::uint32_t, Verdict>> structures_;  ///< what the tree joins a mention to
  std::vector<std::uint32_t> ranks_;                           ///< place in seen_
  std::vector<std::uint32_t> by_head_;                         ///< the mention that a word heads
  std::vector<Link> links_;
  std::vector<std::uint32_t> seen_;  ///< mentions already linked, by head
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_word_;
  std::unordered_map<std::uint32_t, std::uint32_t> latest_name_;  ///< of a person
};

}  // namespace

Coreference link_mentions(const Trees& trees, const std::vector<Attribution>& attributions,
                          const AntecedentScores& scores, const PairRanker& ranker, const PairObserver& observer) {
  if (trees.size() == 0) return {};
  return Linker(trees, attributions, scores, ranker, observer).link();
}

Coreference link_mentions(const Trees& trees, const Encoding& encoding, const std::vector<Attribution>& attributions,
                          const Model& model) {
  return link_mentions(trees, attributions, AntecedentScores(trees.doc(), encoding, model), PairRanker::trained());
}

}  // namespace hearsay
