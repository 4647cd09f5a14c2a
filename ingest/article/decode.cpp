#include "ingest/article/decode.hpp"

#include <algorithm>
#include <array>

namespace hearsay {
namespace {

// Windows-1252, 0x80 to 0x9F; 0 where the code page has no character.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned char byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

bool continues(std::string_view bytes, std::size_t at) {
  return at < bytes.size() && (byte_at(bytes, at) & 0xC0U) == 0x80U;
}

/// Length of the UTF-8 sequence at `at`, 0 when it is none (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
  const unsigned char lead = byte_at(bytes, at);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4 || !continues(bytes, at + 1)) return 0;
  const unsigned char second = byte_at(bytes, at + 1);
  if (lead < 0xE0) return 2;
  if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)) return 0;
  if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) return 0;
  if (!continues(bytes, at + 2)) return 0;
  if (lead < 0xF0) return 3;
  return continues(bytes, at + 3) ? 4 : 0;
}

struct Utf8Census {
  std::size_t valid = 0;    ///< sequences of two bytes and more
  std::size_t invalid = 0;  ///< bytes outside any sequence
  std::optional<std::size_t> first_invalid;
  bool undefined_in_1252 = false;
};

Utf8Census count_sequences(std::string_view bytes) {
  Utf8Census census;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = sequence_length(bytes, at);
    if (length == 0) {
      if (!census.first_invalid) census.first_invalid = at;
      ++census.invalid;
      const unsigned char c = byte_at(bytes, at);
      census.undefined_in_1252 = census.undefined_in_1252 || (c < 0xA0 && kWindows1252[c - 0x80U] == 0);
    }
    census.valid += length > 1 ? 1 : 0;
    at += std::max<std::size_t>(length, 1);
  }
  return census;
}

MappedText from_windows_1252(std::string_view bytes) {
  MappedText out;
  std::string character;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const unsigned char c = byte_at(bytes, at);
    character.clear();
    append_utf8(character, c >= 0x80 && c < 0xA0 ? kWindows1252[c - 0x80U] : c);
    out.add(character, static_cast<std::uint32_t>(at));
  }
  return out;
}

std::variant<Decoded, DecodeError> from_utf16(std::string_view bytes, bool big_endian) {
  const auto unit = [&](std::size_t at) -> char32_t {
    const unsigned high = byte_at(bytes, big_endian ? at : at + 1);
    const unsigned low = byte_at(bytes, big_endian ? at + 1 : at);
    return (high << 8U) | low;
  };
  Decoded out;
  std::string character;
  for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
    const auto source = static_cast<std::uint32_t>(at);
    char32_t code = unit(at);
    if (code >= 0xD800 && code < 0xE000) {
      const char32_t low = at + 3 < bytes.size() ? unit(at + 2) : 0;
      if (code >= 0xDC00 || low < 0xDC00 || low > 0xDFFF) {
        return DecodeError{0, "invalid UTF-16 at byte " + std::to_string(at) + "; save the file again as UTF-8"};
      }
      code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
      at += 2;
    }
    character.clear();
    append_utf8(character, code);
    out.text.add(character, source);
  }
  return out;
}

std::uint64_t line_of(std::string_view bytes, std::size_t at) {
  return 1 +
         static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = sequence_length(bytes, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6U));
    put(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    put(0xE0U | (code_point >> 12U));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  } else {
    put(0xF0U | (code_point >> 18U));
    put(0x80U | ((code_point >> 12U) & 0x3FU));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  }
}

std::variant<Decoded, DecodeError> decode(std::string_view bytes, bool declared_1252) {
  if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes, false);
  if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes, true);
  const Utf8Census census = count_sequences(bytes);
  Decoded out;
  if (!census.first_invalid) {
    const std::size_t mark = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    out.text.add(bytes.substr(mark), static_cast<std::uint32_t>(mark));
    return out;
  }
  const std::uint64_t line = line_of(bytes, *census.first_invalid);
  const std::string place = "byte " + std::to_string(*census.first_invalid);
  // Letters of Windows-1252 hardly ever form a UTF-8 sequence by chance: a file with more sequences than stray bytes
  // is UTF-8 that was damaged, and reading it as Windows-1252 would spoil every quotation mark.
  if (census.undefined_in_1252 || census.valid > census.invalid || bytes.starts_with("\xEF\xBB\xBF")) {
    return DecodeError{line, "invalid UTF-8 at " + place + "; the file is damaged or cut, save it again as UTF-8"};
  }
  out.text = from_windows_1252(bytes);
  if (!declared_1252) {
    out.warning = "not UTF-8 (" + place + ", line " + std::to_string(line) +
                  "), read as Windows-1252; save the file as UTF-8 if letters look wrong";
  }
  return out;
}

}  // namespace hearsay
