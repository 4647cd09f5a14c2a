#include "ingest/model/model_file.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>

#include "ingest/model/parts.hpp"
#include "tests/ingest/model/tiny_model.hpp"

namespace hearsay {
namespace {

using Catch::Matchers::Contains;
using tiny::Kind;

std::string reason(const std::vector<std::byte>& file) {
  try {
    static_cast<void>(make_model(ModelFile("broken.hsm", file)));
  } catch (const ModelError& error) {
    return error.what();
  }
  return "none";
}

std::string reason(const tiny::Draft& draft) { return reason(tiny::file_of(draft)); }

class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view bytes)
      : path_(std::filesystem::temp_directory_path() / ("hearsay-model-" + std::to_string(std::random_device{}()))) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string_view chars(const std::vector<std::byte>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

TEST_CASE("a model is loaded from disk and answers by name", "[ingest][model]") {
  const TemporaryFile file(chars(tiny::file_of(tiny::draft())));
  const auto model = load_model(file.path());
  CHECK(model->labels("upos") == std::vector<std::string>{"NOUN", "VERB", "DET", "PUNCT"});
  CHECK(model->vector("arcs.root").size() == 16);
  CHECK(model->matrix("arcs.w").rows == 17);
  CHECK(model->packed("arcs.w").in() == 16);
  CHECK_THROWS_WITH(model->labels("colour"), Contains("colour") && Contains(file.path().string()));
  CHECK_THROWS_AS(model->matrix("nothing"), ModelError);
  CHECK_THROWS_AS(model->linear("nothing", Encoding{}), ModelError);
}

TEST_CASE("a matrix is its integers times the scale of their row", "[ingest][model]") {
  const ModelFile file("tiny.hsm", tiny::file_of(tiny::draft()));
  const auto integers = file.bytes("head.arcs.w", 17, 16);
  const auto scale = file.floats("head.arcs.w.scale", 17);
  const auto model = tiny::model();
  for (std::size_t r = 0; r < 17; ++r)
    for (std::size_t c = 0; c < 16; ++c)
      CHECK(model->matrix("arcs.w").row(r)[c] == scale[r] * static_cast<float>(integers[r * 16 + c]));
}

TEST_CASE("what is no model file is refused with its path and a remedy", "[ingest][model]") {
  CHECK_THROWS_WITH(load_model("/nowhere/none.hsm"), Contains("/nowhere/none.hsm") && Contains("--model"));
  CHECK_THROWS_AS(load_model(std::filesystem::temp_directory_path()), ModelError);
  for (const std::string_view bytes : {"", "HEARSAY", "{\"name\": \"a JSON file that is long enough\"}"}) {
    const TemporaryFile file(bytes);
    CHECK_THROWS_WITH(load_model(file.path()), Contains("not a Hearsay model"));
  }
}

TEST_CASE("a newer format is named as such", "[ingest][model]") {
  tiny::Draft draft = tiny::draft(GENERATE(Kind::transformer, Kind::recurrent));
  draft.version = 2;
  CHECK_THAT(reason(draft), Contains("version 2") && Contains("reads 1"));
}

TEST_CASE("a model file cut anywhere is refused", "[ingest][model]") {
  const auto whole = tiny::file_of(tiny::draft(GENERATE(Kind::transformer, Kind::recurrent)));
  for (std::size_t size = 0; size < whole.size(); size += size < 200 ? 1 : 997) {
    const std::vector<std::byte> part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    CHECK_THAT(reason(part), Contains("broken.hsm"));
  }
}

TEST_CASE("a single changed bit is noticed", "[ingest][model]") {
  const auto whole = tiny::file_of(tiny::draft(GENERATE(Kind::transformer, Kind::recurrent)));
  for (std::size_t place = 0; place < whole.size(); place += place < 64 ? 1 : 499) {
    auto changed = whole;
    changed[place] ^= std::byte{1} << (place % 8);
    CHECK_THAT(reason(changed), Contains("broken.hsm"));
  }
}

TEST_CASE("a file whose checksum fits may still be wrong inside", "[ingest][model]") {
  REQUIRE(reason(tiny::draft()) == "none");
  tiny::Draft draft = tiny::draft();

  SECTION("a tensor is missing") {
    std::erase_if(draft.arrays, [](const tiny::Array& a) { return a.name == "layer.1.up.weight"; });
    CHECK_THAT(reason(draft), Contains("layer.1.up.weight"));
  }
  SECTION("a tensor has another shape") {
    draft.array("layer.0.q.bias").shape = {31};
    draft.array("layer.0.q.bias").bytes.resize(31 * 4);
    CHECK_THAT(reason(draft), Contains("layer.0.q.bias"));
  }
  SECTION("shape and bytes do not go together") {
    draft.array("embed.words").shape[0] += 1;
    CHECK_THAT(reason(draft), Contains("embed.words"));
  }
  SECTION("a shape overflows") {
    draft.array("head.arcs.w").shape = {std::size_t{1} << 62, std::size_t{1} << 62};
    CHECK_THAT(reason(draft), Contains("head.arcs.w"));
  }
  SECTION("a weight needs more than 7 bits") {
    draft.array("layer.0.down.weight").bytes[5] = 100;
    CHECK_THAT(reason(draft), Contains("7 bits"));
  }
  SECTION("the vocabulary lacks its marks") {
    draft.array("vocab").bytes[1] = 'V';
    CHECK_THAT(reason(draft), Contains("[UNK]"));
  }
  SECTION("the encoder is of another kind") {
    draft.encoder = R"({"kind":"convolution"})";
    CHECK_THAT(reason(draft), Contains("convolution") && Contains("newer hearsay"));
  }
  SECTION("the sizes of the encoder are impossible") {
    draft.encoder = R"({"kind":"transformer","layers":2,"width":32,"heads":0,"ffn":64,"max_pieces":40})";
    CHECK_THAT(reason(draft), Contains("sizes"));
  }
}

TEST_CASE("a recurrent encoder's tensors and sizes are checked as well", "[ingest][model]") {
  REQUIRE(reason(tiny::draft(Kind::recurrent)) == "none");
  tiny::Draft draft = tiny::draft(Kind::recurrent);
  const auto spoil = [&](const std::string& from, const std::string& to) {
    draft.encoder.replace(draft.encoder.find(from), from.size(), to);
  };

  SECTION("a tensor is missing") {
    std::erase_if(draft.arrays, [](const tiny::Array& a) { return a.name == "layer.1.backward.hidden.weight"; });
    CHECK_THAT(reason(draft), Contains("layer.1.backward.hidden.weight"));
  }
  SECTION("a weight needs more than 7 bits") {
    draft.array("layer.0.forward.input.weight").bytes[5] = 100;
    CHECK_THAT(reason(draft), Contains("7 bits"));
  }
  SECTION("a word has no vector") {
    draft.array("vocab").bytes += "\nmore";
    draft.array("vocab").shape[0] += 5;
    CHECK_THAT(reason(draft), Contains("embed.words"));
  }
  SECTION("there are no words") {
    draft.array("vocab").bytes.clear();
    draft.array("vocab").shape[0] = 0;
    CHECK_THAT(reason(draft), Contains("no words"));
  }
  SECTION("an affix table is of an unknown kind") {
    spoil("suffix3", "middle3");
    CHECK_THAT(reason(draft), Contains("middle3"));
  }
  SECTION("an affix table has other rows than the header says") {
    spoil("\"rows\":32", "\"rows\":64");
    CHECK_THAT(reason(draft), Contains("embed.suffix3"));
  }
  SECTION("the sizes of the encoder are impossible") {
    const auto change =
        GENERATE(std::pair{"\"state\":16", "\"state\":4611686018427387904"}, std::pair{"\"state\":16", "\"state\":0"},
                 std::pair{"\"input\":25", "\"input\":26"}, std::pair{"\"layers\":2", "\"layers\":0"},
                 std::pair{"\"rows\":16", "\"rows\":0"}, std::pair{"\"max_words\":20", "\"max_words\":0"});
    spoil(change.first, change.second);
    CHECK_THAT(reason(draft), Contains("sizes"));
  }
}

TEST_CASE("a header of any content is read or refused, never more", "[ingest][model]") {
  for (const std::string_view header :
       {"", "{", "[]", "null", "{\"tensors\":3,\"labels\":{}}", "{\"tensors\":[3],\"labels\":{}}",
        "{\"tensors\":[{\"name\":\"vocab\",\"type\":\"u8\",\"shape\":[-1],\"offset\":0,\"bytes\":0}],\"labels\":{}}",
        "{\"tensors\":[{\"name\":\"vocab\",\"type\":\"u8\",\"shape\":[8],\"offset\":64,\"bytes\":8}],\"labels\":{}}",
        "{\"tensors\":[],\"labels\":{\"upos\":7}}", "{\"tensors\":[],\"labels\":{},\"encoder\":[]}"})
    CHECK_THAT(reason(tiny::file_of(header, "12345678")), Contains("broken.hsm"));
  CHECK_THAT(reason(tiny::file_of(std::string(200'000, '['), "")), Contains("header"));
}

}  // namespace hearsay
