#include "graph/subgraph.hpp"

#include <algorithm>
#include <set>

namespace hearsay {
namespace {

class Cut {
 public:
  Cut(const Assembly& all, std::span<const EntityId> kept) : all_(all), kept_(kept.begin(), kept.end()) {}

  Assembly run() {
    out_.articles = all_.articles;
    for (const Entity& entity : all_.entities) {
      if (kept_.contains(entity.id)) out_.entities.push_back(trim(entity));
    }
    for (const Claim& claim : all_.claims) {
      if (kept_.contains(claim.subject) && (!claim.object || kept_.contains(*claim.object))) keep(claim);
    }
    for (const AttributionRecord& said : all_.attributions) {
      const bool about =
          std::any_of(said.about.begin(), said.about.end(), [&](EntityId e) { return kept_.contains(e); });
      if (about || (said.speaker && kept_.contains(*said.speaker))) keep_chain(said.id);
    }
    for (const AttributionRecord& said : all_.attributions) {
      if (spoken_.contains(said.id)) out_.attributions.push_back(trim(said));
    }
    return std::move(out_);
  }

 private:
  const Assembly& all_;
  std::set<EntityId> kept_;
  std::set<AttributionId> spoken_;
  Assembly out_;

  void trim(std::optional<EntityId>& entity) const {
    if (entity && !kept_.contains(*entity)) entity.reset();
  }

  Entity trim(Entity entity) const {
    std::erase_if(entity.members, [&](EntityId member) { return !kept_.contains(member); });
    return entity;
  }

  AttributionRecord trim(AttributionRecord said) const {
    trim(said.speaker);
    trim(said.addressee);
    std::erase_if(said.about, [&](EntityId topic) { return !kept_.contains(topic); });
    return said;
  }

  void keep(Claim claim) {
    for (ClaimArgument& argument : claim.arguments) trim(argument.entity);
    for (const Evidence& evidence : claim.evidence) {
      if (evidence.attributed_to) keep_chain(*evidence.attributed_to);
    }
    out_.claims.push_back(std::move(claim));
  }

  void keep_chain(AttributionId id) {
    for (std::optional<AttributionId> at = id; at && spoken_.insert(*at).second;) {
      at = all_.attributions[place_of(*at)].parent;
    }
  }

  std::size_t place_of(AttributionId id) const {
    const auto at = std::lower_bound(all_.attributions.begin(), all_.attributions.end(), id,
                                     [](const AttributionRecord& a, AttributionId wanted) { return a.id < wanted; });
    return static_cast<std::size_t>(at - all_.attributions.begin());
  }
};

}  // namespace

Assembly cut_out(const Assembly& all, std::span<const EntityId> kept) { return Cut(all, kept).run(); }

}  // namespace hearsay
