#include "ingest/names/known_organizations.hpp"

#include <array>

#include "ingest/words.hpp"

namespace hearsay {
namespace {

using namespace std::string_view_literals;

constexpr WordSet organizations(std::array{
    // Bodies between states.
    "UN"sv, "U.N."sv, "United Nations"sv, "NATO"sv, "EU"sv, "E.U."sv, "European Union"sv, "European Commission"sv,
    "European Parliament"sv, "European Central Bank"sv, "European Council"sv, "Council of Europe"sv,
    "European Community"sv, "ECB"sv, "WHO"sv, "World Health Organization"sv, "World Health Organisation"sv, "IMF"sv,
    "International Monetary Fund"sv, "World Bank"sv, "WTO"sv, "World Trade Organization"sv, "OPEC"sv, "OECD"sv,
    "OSCE"sv, "UNESCO"sv, "UNICEF"sv, "UNHCR"sv, "UNRWA"sv, "IAEA"sv, "International Atomic Energy Agency"sv,
    "Interpol"sv, "Europol"sv, "International Criminal Court"sv, "International Court of Justice"sv, "African Union"sv,
    "Arab League"sv, "ASEAN"sv, "Security Council"sv, "UN Security Council"sv, "U.N. Security Council"sv,
    "General Assembly"sv, "Red Cross"sv, "Red Crescent"sv, "Amnesty International"sv, "Human Rights Watch"sv,
    "Greenpeace"sv,
    // Armed groups.
    "Hamas"sv, "Hezbollah"sv, "Hizbollah"sv, "Hizbullah"sv, "Fatah"sv, "Taliban"sv, "Al Qaeda"sv, "al Qaeda"sv,
    "al-Qaeda"sv, "Al-Qaeda"sv, "Al-Qaida"sv, "al-Qaida"sv, "Islamic State"sv, "Islamic Jihad"sv, "ISIS"sv, "ISIL"sv,
    "Daesh"sv, "PLO"sv, "PKK"sv, "IRA"sv, "FARC"sv, "Boko Haram"sv, "al-Shabab"sv, "al-Shabaab"sv, "Houthis"sv,
    // Agencies and ministries.
    "CIA"sv, "FBI"sv, "NSA"sv, "DEA"sv, "NASA"sv, "KGB"sv, "FSB"sv, "GRU"sv, "MI5"sv, "MI6"sv, "Mossad"sv, "Pentagon"sv,
    "State Department"sv, "Justice Department"sv, "Treasury Department"sv, "Defense Department"sv, "Federal Reserve"sv,
    "Bank of England"sv, "Scotland Yard"sv,
    // Parliaments and courts.
    "Supreme Court"sv, "Congress"sv, "Senate"sv, "House of Representatives"sv, "House of Commons"sv, "House of Lords"sv,
    "Knesset"sv, "Bundestag"sv, "Bundesrat"sv, "Duma"sv, "State Duma"sv,
    // News agencies and broadcasters.
    "Reuters"sv, "Associated Press"sv, "AP"sv, "AFP"sv, "Agence France-Presse"sv, "UPI"sv, "Xinhua"sv, "TASS"sv,
    "Tass"sv, "Interfax"sv, "Bloomberg"sv, "BBC"sv, "CNN"sv, "NBC"sv, "ABC News"sv, "CBS"sv, "Fox News"sv,
    "Al Jazeera"sv, "NPR"sv});

}  // namespace

bool is_known_organization(std::string_view text) { return organizations.holds(text); }

}  // namespace hearsay
