#include "ingest/article/format.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "ingest/words.hpp"

namespace hearsay {
namespace {

using namespace std::literals;

constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kSignatures = {{
    {"%PDF-"sv, "a PDF document; save it as text or HTML first"},
    {"PK\x03\x04"sv, "a ZIP archive or an office document; save it as text or HTML first"},
    {"\x1F\x8B"sv, "a gzip archive; unpack it first"},
    {"BZh"sv, "a bzip2 archive; unpack it first"},
    {"\xFD\x37zXZ"sv, "an xz archive; unpack it first"},
    {"\x28\xB5\x2F\xFD"sv, "a zstd archive; unpack it first"},
    {"\x89PNG"sv, "a PNG picture; only text can be read"},
    {"\xFF\xD8\xFF"sv, "a JPEG picture; only text can be read"},
    {"GIF8"sv, "a GIF picture; only text can be read"},
    {"\x7F"
     "ELF"sv,
     "a program; only text can be read"},
    {"SQLite format 3"sv, "a database; articles are text files"},
    {"{\\rtf"sv, "an RTF document; save it as text or HTML first"},
    {"\xD0\xCF\x11\xE0"sv, "an old office document; save it as text or HTML first"},
}};

std::string lower_extension(const std::filesystem::path& name) { return ascii_lower(name.extension().string()); }

}  // namespace

Format sniff_format(std::string_view bytes, const std::filesystem::path& name) {
  const std::string extension = lower_extension(name);
  std::string_view head = bytes.substr(0, 4096);
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  while (!head.empty() && std::isspace(static_cast<unsigned char>(head.front())) != 0) head.remove_prefix(1);
  const re2::StringPiece input(head.data(), head.size());
  static const RE2 kHtml(
      R"((?is)^(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|section|div|p|meta|title|h1|table|nav|header)\b)");
  static const RE2 kJsonObject(R"re(^\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\}))re");
  if (RE2::PartialMatch(input, kHtml)) return Format::html;
  if (extension == ".jsonl" || extension == ".ndjson") return Format::json_lines;
  if (extension == ".json") return Format::json;
  if (RE2::PartialMatch(input, kJsonObject)) return Format::json_lines;
  static const RE2 kTag(R"((?i)<(?:p|div|span|a|br|h[1-6]|li|article)\b[^>]*>)");
  const bool html_name = extension == ".html" || extension == ".htm" || extension == ".xhtml";
  return html_name &&
                 RE2::PartialMatch(re2::StringPiece(bytes.data(), std::min<std::size_t>(bytes.size(), 1 << 20)), kTag)
             ? Format::html
             : Format::plain;
}

std::optional<std::string> why_not_text(std::string_view bytes) {
  for (const auto& [signature, reason] : kSignatures) {
    if (bytes.starts_with(signature)) return std::string(reason);
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return std::nullopt;
  const std::string_view head = bytes.substr(0, 65536);
  std::size_t control = 0;
  for (const char c : head) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0) return "binary data (a zero byte near its start); only text can be read";
    control += byte < 0x20 && std::isspace(byte) == 0 && byte != 0x1B && byte != 0x1A ? 1 : 0;
  }
  if (control * 50 > head.size()) return "binary data (many control characters); only text can be read";
  return std::nullopt;
}

bool may_hold_articles(const std::filesystem::path& file) {
  constexpr std::array<std::string_view, 36> kOther = {
      ".png", ".jpg", ".jpeg",    ".gif",    ".svg", ".webp", ".ico", ".bmp", ".tif",  ".tiff", ".css", ".js",
      ".mjs", ".map", ".woff",    ".woff2",  ".ttf", ".otf",  ".mp3", ".mp4", ".webm", ".avi",  ".mov", ".wav",
      ".ogg", ".dot", ".hearsay", ".sqlite", ".db",  ".hsm",  ".py",  ".sh",  ".cpp",  ".hpp",  ".c",   ".h"};
  const std::string name = file.filename().string();
  if (name.starts_with('.') || name.ends_with('~')) return false;
  const std::string stem = ascii_lower(file.stem().string());
  constexpr std::array<std::string_view, 7> kAbout = {"readme",    "license",      "licence", "copying",
                                                      "changelog", "contributing", "notice"};
  return !is_in(kAbout, stem) && !is_in(kOther, lower_extension(file));
}

}  // namespace hearsay
