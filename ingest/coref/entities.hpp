#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/coref/traits.hpp"

namespace hearsay {

/// The clusters while they grow: a union-find over mentions that knows what all mentions of an entity say together.
class Entities {
 public:
  explicit Entities(const std::vector<Traits>& traits);

  struct Entity {
    std::uint8_t number, gender, kinds;               ///< what all mentions agree on
    std::vector<std::uint32_t> names;                 ///< its mentions of kind name with different keys, at most a few
    std::vector<std::string> titles;                  ///< roles that its mentions or predicates give it
    std::vector<std::string> heads;                   ///< nouns it is called by, at most a few
    std::uint32_t mentions = 1, first = 0, last = 0;  ///< how many; the earliest; the latest
    std::vector<std::uint32_t> speakers = {};         ///< mentions of kind name that are its "I", at most a few
    std::vector<std::uint32_t> placed = {};           ///< mentions with a nation or one of two opposites, at most a few
    std::vector<std::uint32_t> owned = {};            ///< mentions of it that name an owner, at most a few
    std::vector<std::int32_t> sides = {};             ///< take_side(), sorted by size, at most a few
  };

  [[nodiscard]] std::uint32_t root(std::uint32_t mention) const;
  [[nodiscard]] const Entity& of(std::uint32_t mention) const { return entities_[root(mention)]; }
  [[nodiscard]] bool same(std::uint32_t a, std::uint32_t b) const { return root(a) == root(b); }
  /// Whether nothing forbids that the entities of `a` and `b` are one: kinds, gender, names of people, offices,
  /// nations, owners, sides.
  [[nodiscard]] bool compatible(std::uint32_t a, std::uint32_t b) const;
  /// Whether the text itself says that they are two: they took opposite sides.
  [[nodiscard]] bool apart(std::uint32_t a, std::uint32_t b) const;
  /// `mention` never joins one that took the side `-side`; not 0. Call before mentions are joined.
  void take_side(std::uint32_t mention, std::int32_t side);
  /// `mention` is the "I" of `speaker`, a mention of kind name that may not have been linked yet.
  void speaks_for(std::uint32_t mention, std::uint32_t speaker) { entities_[mention].speakers.push_back(speaker); }
  void join(std::uint32_t a, std::uint32_t b);

 private:
  [[nodiscard]] bool names_differ(const Entity& a, const Entity& b) const;
  [[nodiscard]] bool offices_differ(const Entity& a, const Entity& b) const;
  [[nodiscard]] bool places_differ(const Entity& a, const Entity& b) const;
  [[nodiscard]] bool owners_differ(const Entity& a, const Entity& b) const;

  const std::vector<Traits>& traits_;
  mutable std::vector<std::uint32_t> parent_;
  std::vector<Entity> entities_;
};

}  // namespace hearsay
