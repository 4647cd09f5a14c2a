#pragma once
// RapidJSON behind the few calls that JSON-LD needs. Private to this room.

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

#include "export/plain_text.hpp"
#include "ingest/error.hpp"

namespace hearsay {

/// One JSON value. Every string is made valid UTF-8; empty strings and absent values write nothing at all.
class JsonLdWriter {
 public:
  JsonLdWriter() : writer_(buffer_) {}

  void begin_object() { check(writer_.StartObject()); }
  void end_object() { check(writer_.EndObject()); }
  void begin_array() { check(writer_.StartArray()); }
  void end_array() { check(writer_.EndArray()); }
  void key(std::string_view name) { check(writer_.Key(name.data(), size_of(name))); }
  void string(std::string_view text) {
    const std::string valid = valid_utf8(text);
    check(writer_.String(valid.data(), size_of(valid)));
  }
  void field(std::string_view name, std::string_view text) {
    if (text.empty()) return;
    key(name);
    string(text);
  }
  void field(std::string_view name, std::uint64_t value) {
    key(name);
    check(writer_.Uint64(value));
  }
  /// The shortest decimal that gives `value` back, as a string: from a JSON number every reader makes an xsd:double,
  /// and each spells it in its own way.
  void decimal(std::string_view name, float value) {
    std::array<char, 64> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed).ptr;
    field(name, std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
  }
  void flag(std::string_view name, bool value) {
    key(name);
    check(writer_.Bool(value));
  }
  template <typename Strings>
  void list(std::string_view name, const Strings& strings) {
    if (strings.empty()) return;
    key(name);
    begin_array();
    for (const std::string& text : strings) string(text);
    end_array();
  }
  [[nodiscard]] std::string_view text() const { return {buffer_.GetString(), buffer_.GetSize()}; }

 private:
  using Utf8 = rapidjson::UTF8<>;
  static rapidjson::SizeType size_of(std::string_view text) { return static_cast<rapidjson::SizeType>(text.size()); }
  // A call that fails has already written a comma or a quote: what follows would be no JSON.
  static void check(bool written) {
    if (!written) throw Error("JSON-LD: a value could not be written; the output is not complete");
  }
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer, Utf8, Utf8, rapidjson::CrtAllocator, rapidjson::kWriteValidateEncodingFlag>
      writer_;
};

}  // namespace hearsay
