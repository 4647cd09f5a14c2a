#pragma once
// What things look like: the same table draws the vertices and the legend.

#include <array>
#include <string_view>

namespace hearsay {

/// Tints and borders follow the palette of Okabe and Ito (2008), "Color Universal Design"; the shape says the same
/// again for those who see no colour.
struct KindStyle {
  std::string_view kind, shape, style, fill, border;
  bool doubled;  ///< a second outline
};
inline constexpr std::array<KindStyle, 8> kind_styles{{
    {"Person", "ellipse", "filled", "#CBE6F7", "#0072B2", false},
    {"Organization", "box", "filled", "#FBE3B3", "#C07F00", false},
    {"Place", "hexagon", "filled", "#C4EADC", "#00795A", false},
    {"Event", "octagon", "filled", "#F8D5BF", "#B84A00", false},
    {"Group", "ellipse", "filled", "#E4F3FC", "#3B8FC2", true},
    {"Work", "note", "filled", "#F3DCE8", "#A94F82", false},
    {"Concept", "box", "filled,rounded", "#FAF6C8", "#8F8400", false},
    {"", "box", "filled,rounded", "#EEEEEE", "#777777", false},  // any other kind
}};

struct EdgeStyle {
  std::string_view colour, style, arrow, meaning;
};
inline constexpr EdgeStyle stated{"#444444", "solid", "normal", "an article says so"};
inline constexpr EdgeStyle claimed{"#444444", "dashed", "normal", "only a speaker says so"};
inline constexpr EdgeStyle denied{"#B2182B", "solid", "tee", "is said not to be so"};
inline constexpr EdgeStyle denied_claim{"#B2182B", "dashed", "tee", "a speaker says it is not so"};
inline constexpr EdgeStyle spoken{"#5E7F99", "dotted", "vee", "speaks to or of"};
inline constexpr std::string_view sources_meaning = "×3: in three articles";

inline constexpr const KindStyle& style_of_kind(std::string_view kind) {
  for (const KindStyle& style : kind_styles) {
    if (style.kind == kind) return style;
  }
  return kind_styles.back();
}

}  // namespace hearsay
