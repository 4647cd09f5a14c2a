#include "ingest/coref/noun_classes.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/words.hpp"

namespace hearsay {
namespace {

using namespace std::string_view_literals;

constexpr WordSet persons(std::array{"Christian"sv,     "Jew"sv,           "Muslim"sv,        "activist"sv,
                                     "actor"sv,         "actress"sv,       "admiral"sv,       "adult"sv,
                                     "adviser"sv,       "advisor"sv,       "agent"sv,         "aide"sv,
                                     "ally"sv,          "ambassador"sv,    "american"sv,      "analyst"sv,
                                     "artist"sv,        "athlete"sv,       "attorney"sv,      "aunt"sv,
                                     "author"sv,        "baby"sv,          "banker"sv,        "believer"sv,
                                     "billionaire"sv,   "bishop"sv,        "blogger"sv,       "boss"sv,
                                     "boy"sv,           "broker"sv,        "brother"sv,       "buddy"sv,
                                     "businessman"sv,   "businesswoman"sv, "candidate"sv,     "captain"sv,
                                     "captive"sv,       "ceo"sv,           "chairman"sv,      "chairwoman"sv,
                                     "chancellor"sv,    "chief"sv,         "child"sv,         "citizen"sv,
                                     "clerk"sv,         "client"sv,        "co-founder"sv,    "coach"sv,
                                     "colleague"sv,     "colonel"sv,       "columnist"sv,     "commander"sv,
                                     "commissioner"sv,  "communist"sv,     "composer"sv,      "congressman"sv,
                                     "congresswoman"sv, "conservative"sv,  "consultant"sv,    "consumer"sv,
                                     "contractor"sv,    "cop"sv,           "correspondent"sv, "counterpart"sv,
                                     "couple"sv,        "cousin"sv,        "critic"sv,        "customer"sv,
                                     "dad"sv,           "daughter"sv,      "defector"sv,      "defendant"sv,
                                     "democrat"sv,      "demonstrator"sv,  "deputy"sv,        "designer"sv,
                                     "detainee"sv,      "detective"sv,     "developer"sv,     "dictator"sv,
                                     "diplomat"sv,      "director"sv,      "dissident"sv,     "doctor"sv,
                                     "donor"sv,         "driver"sv,        "economist"sv,     "editor"sv,
                                     "emperor"sv,       "employee"sv,      "employer"sv,      "enemy"sv,
                                     "engineer"sv,      "envoy"sv,         "executive"sv,     "expert"sv,
                                     "fan"sv,           "farmer"sv,        "father"sv,        "fighter"sv,
                                     "follower"sv,      "founder"sv,       "friend"sv,        "general"sv,
                                     "gentleman"sv,     "german"sv,        "girl"sv,          "governor"sv,
                                     "granddaughter"sv, "grandfather"sv,   "grandmother"sv,   "grandson"sv,
                                     "guest"sv,         "gunman"sv,        "guy"sv,           "hacker"sv,
                                     "heir"sv,          "hero"sv,          "historian"sv,     "host"sv,
                                     "hostage"sv,       "human"sv,         "husband"sv,       "imam"sv,
                                     "immigrant"sv,     "individual"sv,    "informant"sv,     "inspector"sv,
                                     "investigator"sv,  "investor"sv,      "jihadist"sv,      "journalist"sv,
                                     "judge"sv,         "justice"sv,       "kid"sv,           "king"sv,
                                     "lady"sv,          "lawmaker"sv,      "lawyer"sv,        "leader"sv,
                                     "learner"sv,       "legislator"sv,    "liberal"sv,       "lieutenant"sv,
                                     "listener"sv,      "lobbyist"sv,      "loser"sv,         "lover"sv,
                                     "major"sv,         "man"sv,           "manager"sv,       "mate"sv,
                                     "mayor"sv,         "mediator"sv,      "member"sv,        "migrant"sv,
                                     "militant"sv,      "millionaire"sv,   "minister"sv,      "mom"sv,
                                     "mother"sv,        "musician"sv,      "negotiator"sv,    "neighbor"sv,
                                     "nephew"sv,        "niece"sv,         "nominee"sv,       "nurse"sv,
                                     "officer"sv,       "official"sv,      "operative"sv,     "opponent"sv,
                                     "orphan"sv,        "owner"sv,         "painter"sv,       "pair"sv,
                                     "parent"sv,        "participant"sv,   "partner"sv,       "passenger"sv,
                                     "patient"sv,       "peer"sv,          "people"sv,        "person"sv,
                                     "philosopher"sv,   "photographer"sv,  "pilot"sv,         "player"sv,
                                     "poet"sv,          "policeman"sv,     "politician"sv,    "pope"sv,
                                     "predecessor"sv,   "premier"sv,       "president"sv,     "priest"sv,
                                     "prince"sv,        "princess"sv,      "prisoner"sv,      "producer"sv,
                                     "professor"sv,     "programmer"sv,    "prosecutor"sv,    "protester"sv,
                                     "pupil"sv,         "queen"sv,         "rabbi"sv,         "reader"sv,
                                     "rebel"sv,         "refugee"sv,       "reporter"sv,      "representative"sv,
                                     "republican"sv,    "researcher"sv,    "resident"sv,      "rival"sv,
                                     "russian"sv,       "scientist"sv,     "secretary"sv,     "senator"sv,
                                     "sergeant"sv,      "sheriff"sv,       "singer"sv,        "sister"sv,
                                     "soldier"sv,       "son"sv,           "speaker"sv,       "spokesman"sv,
                                     "spokesperson"sv,  "spokeswoman"sv,   "spouse"sv,        "spy"sv,
                                     "statesman"sv,     "strongman"sv,     "student"sv,       "successor"sv,
                                     "supporter"sv,     "suspect"sv,       "syrian"sv,        "teacher"sv,
                                     "teen"sv,          "teenager"sv,      "terrorist"sv,     "tourist"sv,
                                     "trader"sv,        "traveler"sv,      "troop"sv,         "twin"sv,
                                     "ukrainian"sv,     "uncle"sv,         "user"sv,          "victim"sv,
                                     "viewer"sv,        "visitor"sv,       "voter"sv,         "whistleblower"sv,
                                     "widow"sv,         "wife"sv,          "winner"sv,        "witness"sv,
                                     "woman"sv,         "worker"sv,        "writer"sv,        "youth"sv});

constexpr WordSet organizations(std::array{
    "administration"sv, "agency"sv,       "airline"sv,      "alliance"sv,    "army"sv,       "association"sv,
    "authority"sv,      "band"sv,         "bank"sv,         "bloc"sv,        "board"sv,      "body"sv,
    "broadcaster"sv,    "bureau"sv,       "cabinet"sv,      "campaign"sv,    "channel"sv,    "church"sv,
    "club"sv,           "coalition"sv,    "college"sv,      "commission"sv,  "committee"sv,  "company"sv,
    "congress"sv,       "corporation"sv,  "council"sv,      "court"sv,       "crew"sv,       "delegation"sv,
    "department"sv,     "firm"sv,         "force"sv,        "foundation"sv,  "gang"sv,       "government"sv,
    "group"sv,          "house"sv,        "institute"sv,    "institution"sv, "jury"sv,       "kremlin"sv,
    "legislature"sv,    "magazine"sv,     "manufacturer"sv, "media"sv,       "military"sv,   "militia"sv,
    "ministry"sv,       "movement"sv,     "navy"sv,         "network"sv,     "newspaper"sv,  "office"sv,
    "opposition"sv,     "organisation"sv, "organization"sv, "panel"sv,       "parliament"sv, "party"sv,
    "police"sv,         "press"sv,        "publisher"sv,    "regime"sv,      "regulator"sv,  "retailer"sv,
    "school"sv,         "senate"sv,       "staff"sv,        "startup"sv,     "team"sv,       "union"sv,
    "unit"sv,           "university"sv});

constexpr WordSet places(std::array{
    "airport"sv, "area"sv,         "base"sv,    "border"sv,    "bridge"sv,     "building"sv,  "campus"sv,
    "capital"sv, "city"sv,         "coast"sv,   "continent"sv, "country"sv,    "county"sv,    "district"sv,
    "earth"sv,   "garden"sv,       "home"sv,    "hospital"sv,  "hotel"sv,      "house"sv,     "island"sv,
    "kingdom"sv, "lake"sv,         "land"sv,    "location"sv,  "market"sv,     "mountain"sv,  "museum"sv,
    "nation"sv,  "neighborhood"sv, "ocean"sv,   "palace"sv,    "park"sv,       "peninsula"sv, "place"sv,
    "port"sv,    "province"sv,     "region"sv,  "republic"sv,  "restaurant"sv, "river"sv,     "road"sv,
    "room"sv,    "sea"sv,          "shop"sv,    "site"sv,      "square"sv,     "stadium"sv,   "state"sv,
    "station"sv, "store"sv,        "street"sv,  "suburb"sv,    "territory"sv,  "theater"sv,   "town"sv,
    "valley"sv,  "venue"sv,        "village"sv, "world"sv,     "zone"sv});

constexpr WordSet times(std::array{
    "afternoon"sv, "april"sv,   "august"sv,   "autumn"sv,   "century"sv,  "day"sv,      "decade"sv,    "december"sv,
    "era"sv,       "evening"sv, "fall"sv,     "february"sv, "friday"sv,   "hour"sv,     "january"sv,   "july"sv,
    "june"sv,      "march"sv,   "minute"sv,   "moment"sv,   "monday"sv,   "month"sv,    "morning"sv,   "night"sv,
    "november"sv,  "october"sv, "period"sv,   "saturday"sv, "season"sv,   "second"sv,   "september"sv, "spring"sv,
    "summer"sv,    "sunday"sv,  "thursday"sv, "time"sv,     "today"sv,    "tomorrow"sv, "tuesday"sv,   "wednesday"sv,
    "week"sv,      "weekend"sv, "winter"sv,   "year"sv,     "yesterday"sv});

constexpr WordSet collectives(std::array{
    "administration"sv, "agency"sv,   "army"sv,       "audience"sv,   "band"sv,       "board"sv,      "cabinet"sv,
    "campaign"sv,       "club"sv,     "coalition"sv,  "committee"sv,  "community"sv,  "company"sv,    "congress"sv,
    "council"sv,        "couple"sv,   "crew"sv,       "crowd"sv,      "delegation"sv, "department"sv, "family"sv,
    "firm"sv,           "force"sv,    "generation"sv, "government"sv, "group"sv,      "jury"sv,       "majority"sv,
    "media"sv,          "military"sv, "ministry"sv,   "minority"sv,   "navy"sv,       "opposition"sv, "organization"sv,
    "pair"sv,           "panel"sv,    "parliament"sv, "party"sv,      "police"sv,     "population"sv, "press"sv,
    "public"sv,         "regime"sv,   "side"sv,       "staff"sv,      "team"sv,       "union"sv});

constexpr WordSet masculine_nouns(std::array{
    "actor"sv,  "boy"sv,       "brother"sv,   "businessman"sv, "chairman"sv,    "congressman"sv,
    "dad"sv,    "emperor"sv,   "father"sv,    "gentleman"sv,   "grandfather"sv, "grandson"sv,
    "gunman"sv, "guy"sv,       "husband"sv,   "king"sv,        "lord"sv,        "man"sv,
    "monk"sv,   "nephew"sv,    "policeman"sv, "priest"sv,      "prince"sv,      "sir"sv,
    "son"sv,    "spokesman"sv, "statesman"sv, "strongman"sv,   "uncle"sv,       "widower"sv});

constexpr WordSet feminine_nouns(std::array{
    "actress"sv,  "aunt"sv,        "baroness"sv, "bride"sv,   "businesswoman"sv, "chairwoman"sv,  "congresswoman"sv,
    "daughter"sv, "duchess"sv,     "girl"sv,     "goddess"sv, "granddaughter"sv, "grandmother"sv, "lady"sv,
    "mom"sv,      "mother"sv,      "mum"sv,      "niece"sv,   "nun"sv,           "princess"sv,    "queen"sv,
    "sister"sv,   "spokeswoman"sv, "waitress"sv, "widow"sv,   "wife"sv,          "woman"sv});

constexpr WordSet masculine_titles(std::array{"baron"sv, "brother"sv, "count"sv, "duke"sv, "emperor"sv, "father"sv,
                                              "herr"sv, "king"sv, "lord"sv, "monsieur"sv, "mr"sv, "mr."sv, "prince"sv,
                                              "sir"sv});

constexpr WordSet feminine_titles(std::array{"baroness"sv, "dame"sv, "duchess"sv, "first-lady"sv, "frau"sv, "lady"sv,
                                             "madame"sv, "miss"sv, "mme"sv, "mme."sv, "mrs"sv, "mrs."sv, "ms"sv,
                                             "ms."sv, "princess"sv, "queen"sv, "sister"sv});

constexpr WordSet masculine_names(std::array{
    "Aaron"sv,      "Abdul"sv,    "Abdullah"sv,  "Adam"sv,      "Ahmed"sv,       "Alan"sv,     "Albert"sv,
    "Alexander"sv,  "Alexei"sv,   "Alexey"sv,    "Ali"sv,       "Anatoly"sv,     "Andrei"sv,   "Andrew"sv,
    "Anthony"sv,    "Antonio"sv,  "Arthur"sv,    "Austin"sv,    "Avigdor"sv,     "Barack"sv,   "Bashar"sv,
    "Ben"sv,        "Benjamin"sv, "Bernie"sv,    "Bill"sv,      "Billy"sv,       "Bob"sv,      "Bobby"sv,
    "Boris"sv,      "Bradley"sv,  "Brandon"sv,   "Brian"sv,     "Bruce"sv,       "Bryan"sv,    "Carl"sv,
    "Carlos"sv,     "Charles"sv,  "Chris"sv,     "Christian"sv, "Christopher"sv, "Colin"sv,    "Dan"sv,
    "Daniel"sv,     "Dave"sv,     "David"sv,     "Dennis"sv,    "Diego"sv,       "Dmitri"sv,   "Dmitry"sv,
    "Donald"sv,     "Douglas"sv,  "Dylan"sv,     "Edward"sv,    "Ehud"sv,        "Emmanuel"sv, "Eric"sv,
    "Erik"sv,       "Ethan"sv,    "Eugene"sv,    "Fernando"sv,  "Francisco"sv,   "Francois"sv, "Frank"sv,
    "Friedrich"sv,  "Gabriel"sv,  "Gary"sv,      "George"sv,    "Gerald"sv,      "Gerhard"sv,  "Giovanni"sv,
    "Giuseppe"sv,   "Graham"sv,   "Greg"sv,      "Gregory"sv,   "Hamid"sv,       "Hans"sv,     "Harold"sv,
    "Harry"sv,      "Hassan"sv,   "Heinz"sv,     "Helmut"sv,    "Henry"sv,       "Hiroshi"sv,  "Hugh"sv,
    "Hussein"sv,    "Ian"sv,      "Ibrahim"sv,   "Igor"sv,      "Imran"sv,       "Ivan"sv,     "Jack"sv,
    "Jacob"sv,      "Jacques"sv,  "James"sv,     "Jason"sv,     "Jeff"sv,        "Jeffrey"sv,  "Jens"sv,
    "Jeremy"sv,     "Jerry"sv,    "Jesse"sv,     "Jim"sv,       "Joe"sv,         "John"sv,     "Johnny"sv,
    "Jonathan"sv,   "Jorge"sv,    "Jose"sv,      "Joseph"sv,    "Joshua"sv,      "Juan"sv,     "Justin"sv,
    "Keith"sv,      "Ken"sv,      "Kenji"sv,     "Kenneth"sv,   "Kevin"sv,       "Khalid"sv,   "Klaus"sv,
    "Konstantin"sv, "Kyle"sv,     "Larry"sv,     "Lars"sv,      "Lawrence"sv,    "Leonid"sv,   "Logan"sv,
    "Louis"sv,      "Luis"sv,     "Mahmoud"sv,   "Manuel"sv,    "Marco"sv,       "Mario"sv,    "Mark"sv,
    "Martin"sv,     "Matt"sv,     "Matteo"sv,    "Matthew"sv,   "Maxim"sv,       "Mehmet"sv,   "Michael"sv,
    "Michel"sv,     "Miguel"sv,   "Mike"sv,      "Mikhail"sv,   "Mitch"sv,       "Mohamed"sv,  "Mohammed"sv,
    "Moshe"sv,      "Muhammad"sv, "Mustafa"sv,   "Narendra"sv,  "Nathan"sv,      "Nawaz"sv,    "Neil"sv,
    "Nicholas"sv,   "Nick"sv,     "Nicolas"sv,   "Nigel"sv,     "Nikolai"sv,     "Noah"sv,     "Olaf"sv,
    "Oleg"sv,       "Oliver"sv,   "Omar"sv,      "Osama"sv,     "Pablo"sv,       "Patrick"sv,  "Paul"sv,
    "Pavel"sv,      "Pedro"sv,    "Peter"sv,     "Petro"sv,     "Philip"sv,      "Pierre"sv,   "Rafael"sv,
    "Rahul"sv,      "Ralph"sv,    "Randy"sv,     "Raymond"sv,   "Recep"sv,       "Rex"sv,      "Richard"sv,
    "Robert"sv,     "Roger"sv,    "Roman"sv,     "Ron"sv,       "Ronald"sv,      "Roy"sv,      "Russell"sv,
    "Ryan"sv,       "Saddam"sv,   "Sam"sv,       "Samuel"sv,    "Scott"sv,       "Sean"sv,     "Sergei"sv,
    "Sergey"sv,     "Shimon"sv,   "Shinzo"sv,    "Silvio"sv,    "Simon"sv,       "Stephen"sv,  "Steve"sv,
    "Steven"sv,     "Stuart"sv,   "Sven"sv,      "Taro"sv,      "Tayyip"sv,      "Ted"sv,      "Terry"sv,
    "Thomas"sv,     "Tim"sv,      "Timothy"sv,   "Tom"sv,       "Tony"sv,        "Tyler"sv,    "Viktor"sv,
    "Vincent"sv,    "Vladimir"sv, "Volodymyr"sv, "Walter"sv,    "Wayne"sv,       "William"sv,  "Willie"sv,
    "Wolfgang"sv,   "Yuri"sv,     "Yusuf"sv,     "Zachary"sv});

constexpr WordSet feminine_names(std::array{
    "Abigail"sv,     "Aisha"sv,    "Alexis"sv,     "Alice"sv,     "Amal"sv,      "Amanda"sv,    "Amber"sv,
    "Amy"sv,         "Andrea"sv,   "Angela"sv,     "Ann"sv,       "Anna"sv,      "Ashley"sv,    "Barbara"sv,
    "Benazir"sv,     "Betty"sv,    "Beverly"sv,    "Beyonce"sv,   "Brenda"sv,    "Brigitte"sv,  "Brittany"sv,
    "Carol"sv,       "Carolyn"sv,  "Catherine"sv,  "Charlotte"sv, "Cheryl"sv,    "Christina"sv, "Christine"sv,
    "Condoleezza"sv, "Cynthia"sv,  "Danielle"sv,   "Deborah"sv,   "Debra"sv,     "Denise"sv,    "Diana"sv,
    "Diane"sv,       "Donna"sv,    "Doris"sv,      "Dorothy"sv,   "Ekaterina"sv, "Elena"sv,     "Elizabeth"sv,
    "Emily"sv,       "Emma"sv,     "Evelyn"sv,     "Fatima"sv,    "Frances"sv,   "Gloria"sv,    "Grace"sv,
    "Hannah"sv,      "Heather"sv,  "Helen"sv,      "Hillary"sv,   "Huma"sv,      "Indira"sv,    "Irina"sv,
    "Isabella"sv,    "Ivanka"sv,   "Jacqueline"sv, "Janet"sv,     "Janice"sv,    "Jennifer"sv,  "Jessica"sv,
    "Joan"sv,        "Joyce"sv,    "Judith"sv,     "Judy"sv,      "Julia"sv,     "Julie"sv,     "Karen"sv,
    "Katherine"sv,   "Kathleen"sv, "Kathryn"sv,    "Kayla"sv,     "Keiko"sv,     "Kellyanne"sv, "Khadija"sv,
    "Kimberly"sv,    "Laura"sv,    "Lauren"sv,     "Leila"sv,     "Linda"sv,     "Lisa"sv,      "Loretta"sv,
    "Lori"sv,        "Ludmila"sv,  "Madeleine"sv,  "Madison"sv,   "Malala"sv,    "Margaret"sv,  "Maria"sv,
    "Marie"sv,       "Marilyn"sv,  "Marina"sv,     "Marine"sv,    "Marissa"sv,   "Martha"sv,    "Mary"sv,
    "Megan"sv,       "Melania"sv,  "Melissa"sv,    "Michelle"sv,  "Nancy"sv,     "Natalia"sv,   "Natalie"sv,
    "Natalya"sv,     "Nicola"sv,   "Nicole"sv,     "Nikki"sv,     "Olga"sv,      "Olivia"sv,    "Oprah"sv,
    "Pamela"sv,      "Patricia"sv, "Rachel"sv,     "Rebecca"sv,   "Ruth"sv,      "Sally"sv,     "Samantha"sv,
    "Sandra"sv,      "Sara"sv,     "Sarah"sv,      "Segolene"sv,  "Sharon"sv,    "Sheryl"sv,    "Shirley"sv,
    "Sigrid"sv,      "Sonia"sv,    "Sophia"sv,     "Stephanie"sv, "Susan"sv,     "Susie"sv,     "Svetlana"sv,
    "Tatiana"sv,     "Teresa"sv,   "Theresa"sv,    "Ursula"sv,    "Valerie"sv,   "Victoria"sv,  "Virginia"sv,
    "Yelena"sv,      "Yoko"sv,     "Yulia"sv,      "Zainab"sv});

constexpr WordSet heads_of_state(std::array{
    "president"sv, "premier"sv, "chancellor"sv, "minister"sv, "king"sv, "queen"sv, "emperor"sv, "prince"sv,
    "chairman"sv, "dictator"sv, "governor"sv, "mayor"sv, "leader"sv, "strongman"sv, "ruler"sv, "sultan"sv, "emir"sv});

constexpr std::array usual_names{std::pair{"u.s."sv, "united states"sv},
                                 std::pair{"us"sv, "united states"sv},
                                 std::pair{"usa"sv, "united states"sv},
                                 std::pair{"u.s.a."sv, "united states"sv},
                                 std::pair{"america"sv, "united states"sv},
                                 std::pair{"united states of america"sv, "united states"sv},
                                 std::pair{"u.k."sv, "united kingdom"sv},
                                 std::pair{"uk"sv, "united kingdom"sv},
                                 std::pair{"britain"sv, "united kingdom"sv},
                                 std::pair{"great britain"sv, "united kingdom"sv},
                                 std::pair{"u.n."sv, "united nations"sv},
                                 std::pair{"un"sv, "united nations"sv},
                                 std::pair{"eu"sv, "european union"sv},
                                 std::pair{"e.u."sv, "european union"sv},
                                 std::pair{"uae"sv, "united arab emirates"sv},
                                 std::pair{"russian federation"sv, "russia"sv},
                                 std::pair{"ussr"sv, "soviet union"sv},
                                 std::pair{"dprk"sv, "north korea"sv},
                                 std::pair{"prc"sv, "china"sv},
                                 std::pair{"holland"sv, "netherlands"sv}};

constexpr std::array adjectives{std::pair{"american"sv, "united states"sv},
                                std::pair{"us"sv, "united states"sv},
                                std::pair{"u.s."sv, "united states"sv},
                                std::pair{"british"sv, "united kingdom"sv},
                                std::pair{"french"sv, "france"sv},
                                std::pair{"dutch"sv, "netherlands"sv},
                                std::pair{"german"sv, "germany"sv},
                                std::pair{"spanish"sv, "spain"sv},
                                std::pair{"greek"sv, "greece"sv},
                                std::pair{"polish"sv, "poland"sv},
                                std::pair{"danish"sv, "denmark"sv},
                                std::pair{"turkish"sv, "turkey"sv},
                                std::pair{"swiss"sv, "switzerland"sv},
                                std::pair{"chinese"sv, "china"sv},
                                std::pair{"swedish"sv, "sweden"sv},
                                std::pair{"finnish"sv, "finland"sv},
                                std::pair{"welsh"sv, "wales"sv},
                                std::pair{"scottish"sv, "scotland"sv},
                                std::pair{"irish"sv, "ireland"sv},
                                std::pair{"english"sv, "england"sv},
                                std::pair{"afghan"sv, "afghanistan"sv},
                                std::pair{"iraqi"sv, "iraq"sv},
                                std::pair{"thai"sv, "thailand"sv},
                                std::pair{"european"sv, "europe"sv},
                                std::pair{"norwegian"sv, "norway"sv},
                                std::pair{"portuguese"sv, "portugal"sv},
                                std::pair{"filipino"sv, "philippines"sv},
                                std::pair{"canadian"sv, "canada"sv},
                                std::pair{"mexican"sv, "mexico"sv},
                                std::pair{"ukrainian"sv, "ukraine"sv}};

constexpr std::array abbreviated{
    std::pair{"pres."sv, "president"sv},     std::pair{"gov."sv, "governor"sv},  std::pair{"sen."sv, "senator"sv},
    std::pair{"rep."sv, "representative"sv}, std::pair{"sec."sv, "secretary"sv}, std::pair{"amb."sv, "ambassador"sv},
    std::pair{"gen."sv, "general"sv},        std::pair{"col."sv, "colonel"sv},   std::pair{"capt."sv, "captain"sv},
    std::pair{"lt."sv, "lieutenant"sv},      std::pair{"sgt."sv, "sergeant"sv},  std::pair{"prof."sv, "professor"sv},
    std::pair{"det."sv, "detective"sv},      std::pair{"insp."sv, "inspector"sv}};

std::string_view value_of(const auto& table, std::string_view key) {
  for (const auto& [from, to] : table)
    if (from == key) return to;
  return {};
}

}  // namespace

std::uint8_t kinds_of_noun(std::string_view lemma) {
  std::uint8_t kinds = 0;
  if (persons.holds(lemma)) kinds |= Kinds::person;
  if (organizations.holds(lemma)) kinds |= Kinds::organization;
  if (places.holds(lemma)) kinds |= Kinds::place;
  if (times.holds(lemma)) kinds |= Kinds::time;
  return kinds == 0 ? static_cast<std::uint8_t>(Kinds::all) : kinds;
}

std::uint8_t gender_of_noun(std::string_view lemma) {
  if (masculine_nouns.holds(lemma)) return Genders::masculine;
  if (feminine_nouns.holds(lemma)) return Genders::feminine;
  return Genders::all;
}

std::uint8_t gender_of_title(std::string_view lower) {
  if (masculine_titles.holds(lower)) return Genders::masculine;
  if (feminine_titles.holds(lower)) return Genders::feminine;
  return gender_of_noun(lower);
}

std::uint8_t gender_of_given_name(std::string_view name) {
  if (masculine_names.holds(name)) return Genders::masculine;
  if (feminine_names.holds(name)) return Genders::feminine;
  return Genders::all;
}

bool is_collective(std::string_view lemma) { return collectives.holds(lemma); }

bool is_role(std::string_view lemma) {
  return heads_of_state.holds(lemma) || (persons.holds(lemma) && gender_of_noun(lemma) == Genders::all);
}

bool is_role_of(std::string_view role, std::string_view title) {
  if (role == title) return true;
  const bool leads = role == "leader" || role == "ruler" || role == "strongman" || role == "statesman";
  if (leads) return heads_of_state.holds(title);
  if (role == "diplomat")
    return title == "minister" || title == "secretary" || title == "ambassador" || title == "envoy";
  if (role == "politician" || role == "official")
    return heads_of_state.holds(title) || title == "senator" || title == "secretary" || title == "spokesman";
  return role == "lawmaker" && (title == "senator" || title == "congressman" || title == "representative");
}

bool is_office(std::string_view lemma) {
  constexpr std::array offices{"president"sv, "senator"sv, "governor"sv, "congressman"sv, "congresswoman"sv,
                               "king"sv,      "queen"sv,   "pope"sv,     "chancellor"sv,  "mayor"sv};
  return std::find(offices.begin(), offices.end(), lemma) != offices.end();
}

std::optional<Opposite> opposite_of(std::string_view modifier) {
  static constexpr std::array<std::array<std::string_view, 9>, 11> scales{{
      {"first", "second", "third", "fourth", "fifth", "last", "other", "new", "old"},
      {"ruling", "opposition"},
      {"northern", "southern", "eastern", "western"},
      {"north", "south", "east", "west"},
      {"male", "female"},
      {"left", "right"},
      {"upper", "lower"},
      {"current", "former", "previous"},
      {"domestic", "foreign"},
      {"private", "public"},
      {"majority", "minority"},
  }};
  for (std::size_t scale = 0; scale < scales.size(); ++scale)
    for (std::size_t place = 0; place < scales[scale].size(); ++place)
      if (!modifier.empty() && scales[scale][place] == modifier)
        return Opposite{static_cast<std::uint8_t>(scale), static_cast<std::uint8_t>(place)};
  return std::nullopt;
}

std::string_view usual_name(std::string_view lower) {
  const std::string_view usual = value_of(usual_names, lower);
  return usual.empty() ? lower : usual;
}

std::string_view full_title(std::string_view lower) {
  const std::string_view full = value_of(abbreviated, lower);
  return full.empty() ? lower : full;
}

std::string_view country_of(std::string_view lower_adjective) { return value_of(adjectives, lower_adjective); }

bool is_capital_city(std::string_view lower) {
  constexpr std::array capitals{
      "washington"sv,   "moscow"sv,    "beijing"sv, "london"sv,     "paris"sv,    "berlin"sv, "brussels"sv,
      "rome"sv,         "madrid"sv,    "vienna"sv,  "athens"sv,     "ankara"sv,   "tehran"sv, "baghdad"sv,
      "damascus"sv,     "cairo"sv,     "riyadh"sv,  "kiev"sv,       "kyiv"sv,     "warsaw"sv, "budapest"sv,
      "prague"sv,       "belgrade"sv,  "minsk"sv,   "tokyo"sv,      "seoul"sv,    "taipei"sv, "islamabad"sv,
      "kabul"sv,        "new delhi"sv, "delhi"sv,   "canberra"sv,   "ottawa"sv,   "havana"sv, "caracas"sv,
      "buenos aires"sv, "brasilia"sv,  "nairobi"sv, "pretoria"sv,   "jakarta"sv,  "hanoi"sv,  "bangkok"sv,
      "manila"sv,       "stockholm"sv, "oslo"sv,    "copenhagen"sv, "helsinki"sv, "lisbon"sv, "dublin"sv,
      "pyongyang"sv,    "tripoli"sv,   "tunis"sv,   "algiers"sv,    "khartoum"sv, "bogota"sv, "lima"sv};
  return is_in(capitals, lower);
}

}  // namespace hearsay
