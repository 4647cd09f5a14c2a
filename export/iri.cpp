#include "export/iri.hpp"

#include <algorithm>

#include "export/plain_text.hpp"
#include "ingest/error.hpp"

namespace hearsay {
namespace {

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

std::string encode(char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  return {'%', digits[byte >> 4U], digits[byte & 15U]};
}

bool is_authority(std::string_view authority) {
  const std::size_t colon = std::min(authority.find(':'), authority.size());
  const std::string_view host = authority.substr(0, colon);
  const std::string_view port = authority.substr(std::min(colon + 1, authority.size()));
  return !host.empty() &&
         std::all_of(host.begin(), host.end(), [](char c) { return is_letter_or_digit(c) || c == '-' || c == '.'; }) &&
         port.size() <= 5 && std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// RFC 3986, appendix A: pchar, "/" and "?"; one "#" at most. Other scripts must be percent-encoded already.
bool is_rest(std::string_view rest) {
  bool fragment = false;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (rest[i] == '%') {
      if (i + 2 >= rest.size() || !is_hex(rest[i + 1]) || !is_hex(rest[i + 2])) return false;
    } else if (rest[i] == '#') {
      if (fragment) return false;
      fragment = true;
    } else if (!is_letter_or_digit(rest[i]) && !is_one_of(rest[i], "-._~!$&'()*+,;=:@/?")) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::string encode_iri_path(std::string_view path) {
  std::string encoded;
  const std::string valid = valid_utf8(path);
  for (std::size_t begin = 0; begin <= valid.size();) {
    const std::size_t end = std::min(valid.find('/', begin), valid.size());
    const std::string_view segment = std::string_view(valid).substr(begin, end - begin);
    if (segment == "." || segment == "..") encoded += '~';
    for (const char c : segment)
      encoded += is_letter_or_digit(c) || is_one_of(c, "-._~") ? std::string(1, c) : encode(c);
    if (end < valid.size()) encoded += '/';
    begin = end + 1;
  }
  return encoded;
}

bool is_web_iri(std::string_view text) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!text.starts_with(scheme)) continue;
    const std::string_view after = text.substr(scheme.size());
    const std::size_t end = std::min(after.find_first_of("/?#"), after.size());
    return is_authority(after.substr(0, end)) && is_rest(after.substr(end));
  }
  return false;
}

std::string checked_base(std::string_view base) {
  if (!is_web_iri(base) || base.find_first_of("?#") != std::string_view::npos) {
    throw Error("\"" + clean_line(base) +
                "\" cannot be the base of IRIs: it must look like https://example.org/news/, without ? and #");
  }
  return std::string(base) + (base.ends_with('/') ? "" : "/");
}

}  // namespace hearsay
