#pragma once
// Private to this room: RapidJSON stays out of the public header.

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <ostream>
#include <string_view>
#include <vector>

#include "export/layers/code_points.hpp"
#include "ingest/document.hpp"

namespace hearsay {

/// One JSON object that is printed as one line.
class JsonLine {
 public:
  JsonLine() : writer_(buffer_) { writer_.StartObject(); }
  rapidjson::Writer<rapidjson::StringBuffer>& raw() { return writer_; }

  void key(std::string_view name) { writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
  void text(std::string_view value) { writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size())); }
  void field(std::string_view name, std::string_view value) {
    key(name);
    text(value);
  }
  void field_or_null(std::string_view name, std::string_view value) {
    key(name);
    if (value.empty()) {
      writer_.Null();
    } else {
      text(value);
    }
  }
  void spans(const Document& doc, const CodePoints& code_points, const std::vector<TokenSpan>& spans) {
    writer_.StartArray();
    for (const TokenSpan span : spans) this->span(code_points, bytes_of(doc, span));
    writer_.EndArray();
  }
  void span(const CodePoints& code_points, ByteSpan bytes) {
    writer_.StartArray();
    writer_.Uint(code_points(bytes.begin));
    writer_.Uint(code_points(bytes.end));
    writer_.EndArray();
  }
  void print(std::ostream& out) {
    writer_.EndObject();
    out << std::string_view(buffer_.GetString(), buffer_.GetSize()) << '\n';
  }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

}  // namespace hearsay
