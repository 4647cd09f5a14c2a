// The furniture of news pages by its words. Patterns are matched against plain_form(): lower case, plain quotes.
// Add a line to the table that fits and a case under tests/ingest/article/cases.
#include "ingest/article/furniture_phrases.hpp"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace hearsay {
namespace {

struct Pattern {
  const char* regex;
  Phrase phrase;
};

#define HEARSAY_AGENCIES                                                                                          \
  "(?:ap|afp|reuters|epa|getty(?: images)?|associated press|ap photo|pa|pa wire|bloomberg|shutterstock|"          \
  "alamy|tass|xinhua|istock|unsplash|pool|file photo|handout|epa-efe|ritzau|anadolu|nurphoto|rex features|press " \
  "association)"

// The whole block, 20 words at most.
constexpr Pattern
    kWhole
        [] =
            {
                // menus and page controls
                {R"((?:skip|jump) to (?:main )?(?:content|navigation|article|main).*)", Phrase::furniture},
                {R"((?:main |site )?(?:menu|navigation|search|home ?page|home|sections|toggle (?:navigation|menu)|open menu|close|close menu))",
                 Phrase::furniture},
                {R"((?:back to top|top of page|go to top|return to (?:homepage|top)|site ?map|rss(?: feeds?)?|archives?))",
                 Phrase::furniture},
                {R"((?:next|previous|prev|older|newer)(?: (?:article|post|story|page|entries|posts))?(?: ?[>|<-].*)?)",
                 Phrase::furniture},
                {R"((?:page|slide) \d+(?: of \d+)?)", Phrase::furniture},
                {R"((?:log ?in|sign ?in|register|log ?out|my account|create (?:an? )?(?:free )?account)(?: (?:to|or|here|now|with) .*)?)",
                 Phrase::furniture},
                {R"((?:about|contact)(?: us)?|(?:privacy|cookie|editorial)(?: (?:and cookies? )?polic(?:y|ies))?|terms (?:of (?:use|service)|and conditions|& conditions)|advertise(?: with us)?|careers|help|faqs?|accessibility)",
                 Phrase::furniture},
                {R"((?:breaking|top|latest|trending|local|world|national|international) (?:news|stories|headlines))",
                 Phrase::furniture},
                {R"((?:\d+ ?(?:-|to )?)?\d+ min(?:ute)?s?(?: read| ago)?|\d+ (?:hours?|days?|weeks?) ago|(?:reading|read) time:? .*)",
                 Phrase::furniture},
                {R"((?:text|font) size.*|a-? ?a ?\+?|print|print (?:this )?(?:page|article|story)|listen(?: to (?:this )?(?:article|story))?(?: \(?\d+ min\w*\)?)?|play(?: video)?|watch (?:live|video|now)|(?:view|see|open|show) (?:gallery|more|all|comments|photos|full (?:image|size)).*|expand|image \d+ of \d+)",
                 Phrase::furniture},
                {R"((?:advertisement(?: ?[-|:] ?.*)?|advertising|ad|sponsored(?: content| by .*)?|promoted(?: content)?|paid content|article continues (?:below|after).*|story continues (?:below|after).*|scroll (?:down )?to continue.*))",
                 Phrase::furniture},
                {R"((?:continue|keep) reading.*|read (?:the )?(?:full|more|next|on|also|original|whole)(?: (?:story|article|about|here|at|on|in))?.*)",
                 Phrase::furniture},
                {R"((?:like )?load(?:ing)?(?: more(?: (?:comments|stories|articles|posts))?)?\.*|please wait\.*|%d .*|this video is (?:not|no longer) available.*|(?:media|video) (?:playback|caption).*|enable javascript.*|(?:please )?(?:enable|turn on) (?:javascript|cookies).*)",
                 Phrase::furniture},
                // sharing
                {R"((?:share|tweet|pin|e-?mail|send|save|bookmark|like|recommend|whatsapp|facebook|twitter|x|linkedin|reddit|telegram|pinterest|tumblr|copy link|copied!?)(?: (?:this|it|on|via|to|with|by|the)(?: .*)?)?:?)",
                 Phrase::furniture},
                {R"((?:share|tweet|e-?mail|print|facebook|twitter|whatsapp|linkedin|reddit|pinterest|telegram|save|copy link|pocket|tumblr|more|google\+?|flipboard|messenger|comments?|instagram|youtube|rss|x)(?:[\s|,/>-]+(?:share|tweet|e-?mail|print|facebook|twitter|whatsapp|linkedin|reddit|pinterest|telegram|save|copy link|pocket|tumblr|more|google\+?|flipboard|messenger|comments?|instagram|youtube|rss|x))+)",
                 Phrase::furniture},
                {R"((?:like|liked|enjoy|enjoyed|love) (?:this|it|what you (?:read|see))(?: \w+)?\?.*|(?:share|pass) (?:this|it) (?:with|on to) (?:a friend|your friends|others|someone).*)",
                 Phrase::furniture},
                {R"((?:like|share|related|categories|tags|follow)(?: this| us| me)?:?)", Phrase::furniture},
                {R"((?:like|share) this(?: (?:article|post|story|page))?:?(?: like| share)?(?: loading\.*)?|be the first to (?:like|comment|share).*|\d+ (?:likes?|shares?|views?|reactions?|retweets?|votes?|followers?))",
                 Phrase::furniture},
                {R"((?:connect|stay connected|keep in touch|join us) with us.*|(?:connect|stay in touch|stay connected|follow us|find us|join us)(?: (?:with us|on|at|via) .*)?[.!]?|follow @?[\w .]{1,40}(?: on (?:twitter|facebook|instagram|x|telegram|linkedin|google news|youtube).*)?[.!]?|@\w+)",
                 Phrase::furniture},
                // sign-up
                {R"((?:subscribe|sign ?up|join|register)(?: (?:now|today|here|free|to .{1,}|for .{1,}|with .{1,}))?[.!]?)",
                 Phrase::furniture},
                {R"((?:get|receive|want) (?:the |our |your |all |more )?.*\b(?:newsletter|in your inbox|to your inbox|by e-?mail|alerts|notifications|delivered (?:daily|straight|directly|to)).*)",
                 Phrase::furniture},
                {R"((?:enter|type) your e-?mail.*|e-?mail(?: address)?:?\*?|your (?:e-?mail|name)(?: address)?:?|(?:free|daily|weekly|our|the) (?:e-?mail )?newsletters?.*|newsletters?(?: sign-?up)?|no,? thanks|thank you for (?:subscribing|signing up).*)",
                 Phrase::furniture},
                {R"((?:support|donate|become an?|make a donation|give now|contribute)(?: (?:to|us|our|now|today|here|member|supporter|subscriber|patron|independent)\b.*)?[.!]?)",
                 Phrase::furniture},
                {R"((?:download|get) (?:the|our) .*\bapp\b.*)", Phrase::furniture},
                // comments
                {R"((?:leave|post|add|write) (?:a|your|the first) (?:reply|comment)s?.*|(?:click to|join the|start the) (?:comment|conversation|discussion).*|(?:\d+|no) (?:comments?|repl(?:y|ies)|responses?|thoughts)(?: (?:on|to|so far).*)?|comments?(?: \(?\d+\)?)?:?|(?:reader|view|show|hide|all|most recent) comments?(?: \(?\d+\)?)?|what do you think\?.*|have your say.*|discussion(?: \(\d+\))?)",
                 Phrase::comments_begin},
                {R"(comments? (?:are|is|have been) (?:closed|disabled|off|turned off|moderated|welcome).*|comment on .*\b(?:facebook|page|articles?)\b.*|reply|permalink|report (?:this )?(?:comment|abuse)|flag|log in to (?:reply|comment).*|.{1,} says:)", Phrase::
                                                                                                                                                                                                                                                                  furniture},
                {R"(notify me of .*|save my name.*|your e-?mail address will not be published.*|required fields are marked.*|you must be logged in.*|name ?\*?|website|comment ?\*|cancel reply|post comment|submit(?: comment)?)",
                 Phrase::furniture},
                // related stories and lists
                {R"((?:related|more|recommended|popular|recent|similar|other|suggested|featured|top|latest|further)(?: (?:to this|from|in|on|for you|about) ?.*)?(?: (?:articles?|stories|story|posts?|topics?|news|links|content|coverage|reading|videos?|headlines))?:?)",
                 Phrase::related_begin},
                {R"((?:(?:you|we)(?:'d| might| may|'ll)?(?: also)? (?:like|think you'll like|recommend|be interested in)|you may also (?:like|be interested in).*|most (?:read|popular|viewed|shared|commented|watched|recent)(?: (?:articles|stories|news|in .*))?|trending(?: (?:now|today|topics|stories))?|editor'?s'? (?:picks?|choice)|what to read next|read next|up next|don'?t miss|in case you missed it|more (?:from|on|in|about) .{1,}|also (?:in|on) .{1,}|from around the web|around the web|elsewhere on the web|must reads?):?)",
                 Phrase::related_begin},
                {R"((?:tags?|topics?|filed under|categor(?:y|ies)|keywords|posted in|tagged(?: with)?|labels?|region|related topics|in this (?:story|article)|more on this|articles by|see all (?:articles|posts) by|view all posts(?: by)?|about the authors?|author)\b ?:.*)",
                 Phrase::furniture},
                {R"((?:about the authors?|view all posts.*|see all (?:articles|posts).*|(?:view|see) .{1,}'s (?:profile|archive).*|articles by .{1,}))",
                 Phrase::furniture},
                // credits
                {R"(\(?(?:photos?|photograph|picture|pictures|pic|image|images|video|graphic|illustration|cartoon|credit|photo credit|image credit|picture credit|image source|image copyright|image caption|copyright|photo courtesy|courtesy|file photo|file|footage)(?: ?(?:by|credit|courtesy of|from|source|copyright|of))? ?[:|/(] ?.{2,})",
                 Phrase::furniture},
                {R"((?:photos?|photograph|picture|image|illustration|video|graphic) (?:by|courtesy(?: of)?|credit|copyright|source|from) .{2,})",
                 Phrase::furniture},
                {R"(\(?[\w.' -]{2,50} ?(?:/|\||,| via ) ?)" HEARSAY_AGENCIES
                 R"((?: ?(?:/|via|\||-|,) ?[\w. -]{2,40})?\)?\.?)",
                 Phrase::furniture},
                {R"(\(?)" HEARSAY_AGENCIES R"( ?(?:/|\||via|file photo|photo by|photo) ?.*)", Phrase::furniture},
                {R"((?:getty images|shutterstock|istock|alamy|file photo|stock photo|handout photo|archive photo|ap photo).*)",
                 Phrase::furniture},
                // source and ending
                {R"((?:original (?:url|article|source|link)|short ?link|retrieved from|source link|source url) ?:?(?: .*)?|(?:source|via|link|url) ?: ?.*)",
                 Phrase::furniture},
                {R"((?:the )?original (?:source|version) of this (?:article|story).*|this (?:article|story|post|report) (?:was )?(?:(?:first|originally) )?(?:appeared|published|ran|posted) (?:in|on|at|by) .*)",
                 Phrase::furniture},
                {R"(\(?(?:additional )?(?:reporting|writing|editing|compiled|translated|produced|edited) by .{3,})",
                 Phrase::furniture},
                {R"(-+ ?30 ?-+|#{2,}|-+ ?(?:end|ends) ?-+|\[?ends?\]?|x{3,}|reuters?|\(?reuters?\)? ?\.?)",
                 Phrase::ending},
                {R"((?:c\)|\(c\)|\x{00A9}|copyright)(?: .*)?)", Phrase::furniture},
                {R"(.*\ball rights reserved\b.*)", Phrase::furniture},
                {R"(.{2,} (?:is an? |was an? )(?:\w+ ){0,4}(?:writer|journalist|reporter|correspondent|columnist|editor)\b.*(?:follow (?:him|her|them)|can be reached|@\w).*)",
                 Phrase::furniture},
                {R"((?:follow|e-?mail|contact|reach) (?:him|her|them|the (?:author|writer|reporter)s?)\b.*)",
                 Phrase::furniture},
                {R"((?:got|have) a (?:tip|story|news tip)\b.*)", Phrase::furniture},
                {R"([|/>< *_~=+\x{2022}\x{00B7}#-]+)", Phrase::furniture},
};

// The start of a block of any length: only what no body sentence begins with.
constexpr Pattern kStart[] = {
    {R"(disclaimer ?:|legal (?:notice|disclaimer)\b ?:|editor'?s? note ?: this (?:article|story) (?:was|is) (?:first|originally|part|sponsored))",
     Phrase::furniture},
    {R"((?:read more|see also|also read|read also|related|related (?:article|story|stories|content|news)|more|watch|listen|video|gallery|in pictures|in photos|don'?t miss|recommended|must read|further reading|explainer|live updates?) ?: ?\S)",
     Phrase::related_begin},
    {R"(for media inquir(?:y|ies)|media contacts? ?:|press contacts? ?:|for (?:more|further) information,? (?:please )?(?:contact|visit|call|see))",
     Phrase::furniture},
    {R"(your e-?mail address will not be published|this site uses (?:akismet|cookies)|we use cookies|by (?:clicking|continuing|signing up|subscribing|submitting)\b.{0,60}\b(?:you|agree|consent)|by using this (?:site|website))",
     Phrase::furniture},
    {R"(learn (?:more about )?how your comment data|notify me of (?:new|follow))", Phrase::furniture},
    {R"(sign up (?:for|to|here|now|today)\b.{0,120}\b(?:newsletter|e-?mail|inbox|alerts|briefing|updates|news)|subscribe (?:to|now|today|for)\b.{0,120}\b(?:newsletter|e-?mail|inbox|alerts|briefing|updates|channel|edition|access|news|podcast))",
     Phrase::furniture},
    {R"(you can unsubscribe|unsubscribe (?:at|any)|we(?:'ll| will) never (?:share|sell) your)", Phrase::furniture},
    {R"((?:if you|did you) (?:like|liked|enjoy|enjoyed|value|valued) (?:this|our|what)\b.{0,200}\b(?:share|subscribe|donate|support|member|newsletter|follow))",
     Phrase::furniture},
    {R"((?:please )?(?:support|donate to|help (?:us|fund)) (?:our|independent|quality|us)\b.{0,120}\b(?:journalism|reporting|work|newsroom|today|donation))",
     Phrase::furniture},
    {R"((?:\(c\)|\x{00A9}|copyright (?:\(c\)|\x{00A9}|\d{4})))", Phrase::furniture},
    {R"(the original source of this (?:article|story))", Phrase::furniture},
    {R"(become a (?:member|subscriber|supporter|patron) of)", Phrase::furniture},
    {R"(thanks? (?:you )?for (?:reading|visiting|subscribing)\b)", Phrase::furniture},
    {R"(please (?:log in|sign in|register|subscribe|enable javascript|read our (?:terms|rules|commenting))|you (?:have|'ve) (?:\d+|reached your|used) .{0,30}(?:free )?articles?)",
     Phrase::furniture},
    {R"(\((?:additional )?(?:reporting|writing|editing) by )", Phrase::furniture},
    {R"(have (?:you got )?an? (?:news )?(?:tip|story)\b.{0,60}\b(?:contact|e-?mail|send|tell us))", Phrase::furniture},
};

// Anywhere in a block: legal and technical texts.
constexpr Pattern kInside[] = {
    {R"(contains copyrighted material|without (?:the )?(?:prior )?(?:express )?(?:written )?(?:permission|consent) of (?:the )?(?:copyright|publisher|author)|provisions of "?fair use|grants permission to (?:cross-post|republish|reprint))",
     Phrase::furniture},
    {R"(may not be (?:published, broadcast|reproduced|republished|redistributed)|(?:material|article) (?:may|is|are) .{0,40}creative commons|licensed under (?:a )?creative commons)",
     Phrase::furniture},
    {R"((?:views|opinions) (?:and opinions )?expressed (?:in|by|on|here|herein|are).{0,80}(?:author|do not|are (?:those|solely)|not necessarily)|(?:are|is) (?:of|the) sole responsibility of the author)",
     Phrase::furniture},
    {R"(bloggers like this|uses akismet|required fields are marked|(?:privacy policy and|terms of (?:service|use) and) .{0,40}(?:apply|privacy)|protected by recaptcha|recaptcha and the google)",
     Phrase::furniture},
    {R"((?:this (?:article|story|site|page) (?:may )?contains? affiliate links|we may earn a commission|investment advice.{0,80}(?:not|no)\b.{0,40}intended))",
     Phrase::furniture},
};

/// One automaton for a table.
class PhraseSet {
 public:
  PhraseSet(const Pattern* begin, const Pattern* end, RE2::Anchor anchor) : set_(options(), anchor) {
    for (const Pattern* pattern = begin; pattern != end; ++pattern) {
      std::string error;
      const int added = set_.Add(pattern->regex, &error);
      if (added >= 0) phrases_.push_back(pattern->phrase);
    }
    set_.Compile();
  }

  /// The strongest phrase that matches: where comments or related stories begin says more than furniture does.
  [[nodiscard]] Phrase match(std::string_view text) const {
    std::vector<int> hits;
    Phrase best = Phrase::none;
    if (!set_.Match(re2::StringPiece(text.data(), text.size()), &hits)) return best;
    for (const int hit : hits) best = std::max(best, phrases_[static_cast<std::size_t>(hit)]);
    return best;
  }

 private:
  static RE2::Options options() {
    RE2::Options options;
    options.set_max_mem(64 << 20);
    options.set_log_errors(false);
    return options;
  }
  RE2::Set set_;
  std::vector<Phrase> phrases_;
};

const PhraseSet& whole() {
  static const PhraseSet set(std::begin(kWhole), std::end(kWhole), RE2::ANCHOR_BOTH);
  return set;
}
const PhraseSet& start() {
  static const PhraseSet set(std::begin(kStart), std::end(kStart), RE2::ANCHOR_START);
  return set;
}
const PhraseSet& inside() {
  static const PhraseSet set(std::begin(kInside), std::end(kInside), RE2::UNANCHORED);
  return set;
}

}  // namespace

Phrase furniture_phrase(std::string_view plain, std::size_t words, bool is_prose) {
  constexpr std::size_t kFirstBytes = 600;
  while (!plain.empty() && (plain.front() == '*' || plain.front() == '|' || plain.front() == '-') && plain.size() > 3 &&
         words > 1) {
    plain.remove_prefix(1);
    while (!plain.empty() && plain.front() == ' ') plain.remove_prefix(1);
  }
  // The table of whole blocks is greedy: a sentence may begin with "Like this", furniture does not go on to be one.
  if (!is_prose && words <= 20 && plain.size() <= 300) {
    if (const Phrase phrase = whole().match(plain); phrase != Phrase::none) return phrase;
  }
  if (const Phrase phrase = start().match(plain.substr(0, kFirstBytes)); phrase != Phrase::none) return phrase;
  return inside().match(plain.substr(0, kFirstBytes));
}

std::size_t trailing_credit(std::string_view text) {
  static const RE2 kCredit(
      R"((?i)\s*[(\[](?:(?:ap|afp|reuters|epa|getty images|pa|file)\b ?(?:photo|/|file|via|:|pool).{0,80}|(?:photos?|photograph|picture|image|credit|pic) ?(?:by|:|credit|courtesy|/).{0,80}|.{2,50}/ ?(?:ap|afp|reuters|epa|getty images|pa|pool|bloomberg|tass))[)\]]\.?$|\s+(?:photo(?:graph)?|picture|image|credit) ?: ?[^.]{3,70}$|\s+[A-Z][\w.'-]+ [A-Z][\w.'-]+ ?/ ?(?:AP|AFP|Reuters|EPA|Getty Images|PA|Bloomberg|TASS)\.?$)");
  const std::string_view tail = text.substr(text.size() - std::min<std::size_t>(text.size(), 140));
  const re2::StringPiece input(tail.data(), tail.size());
  re2::StringPiece found;
  if (!kCredit.Match(input, 0, input.size(), RE2::UNANCHORED, &found, 1)) return 0;
  return found.size();
}

}  // namespace hearsay
