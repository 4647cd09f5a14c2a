#include "ingest/model/model_file.hpp"

#include <fcntl.h>
#include <rapidjson/document.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>

namespace hearsay {
namespace {

static_assert(std::endian::native == std::endian::little, "tensors are read in place");

constexpr std::string_view magic("HEARSAY\0", 8);
constexpr std::size_t fixed = 24, alignment = 64;

template <class Number>
Number number_at(std::span<const std::byte> file, std::size_t at) {
  Number n;
  std::memcpy(&n, file.data() + at, sizeof n);
  return n;
}

struct Mapping {
  void* data = MAP_FAILED;
  std::size_t size = 0;
  Mapping() = default;
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() {
    if (data != MAP_FAILED) munmap(data, size);
  }
};

struct Descriptor {
  int number;
  explicit Descriptor(const std::filesystem::path& path) : number(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number >= 0) close(number);
  }
};

/// The file in memory, or the reason why not.
std::shared_ptr<Mapping> map_file(const std::filesystem::path& path, std::string& reason) {
  const Descriptor file(path);
  struct stat status {};
  if (file.number < 0 || fstat(file.number, &status) != 0) {
    reason = std::string("cannot be opened: ") + std::strerror(errno) + "; give a model file with --model";
    return nullptr;
  }
  if (!S_ISREG(status.st_mode) || status.st_size < static_cast<off_t>(fixed)) {
    reason = "is not a Hearsay model file; give a .hsm file with --model";
    return nullptr;
  }
  auto mapping = std::make_shared<Mapping>();
  mapping->size = static_cast<std::size_t>(status.st_size);
  mapping->data = mmap(nullptr, mapping->size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file.number, 0);
  if (mapping->data == MAP_FAILED) {
    reason = std::string("cannot be mapped into memory: ") + std::strerror(errno);
    return nullptr;
  }
  return mapping;
}

const rapidjson::Value* member(const rapidjson::Value& object, const char* key) {
  if (!object.IsObject()) return nullptr;
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

std::string string_of(const rapidjson::Value* value) {
  return value != nullptr && value->IsString() ? std::string(value->GetString(), value->GetStringLength())
                                               : std::string();
}

std::size_t size_of(const rapidjson::Value* value) {
  return value != nullptr && value->IsUint64() ? static_cast<std::size_t>(value->GetUint64()) : 0;
}

EncoderShape encoder_of(const rapidjson::Value* json) {
  EncoderShape shape;
  if (json == nullptr) return shape;
  shape.kind = string_of(member(*json, "kind"));
  shape.layers = size_of(member(*json, "layers"));
  shape.width = size_of(member(*json, "width"));
  shape.heads = size_of(member(*json, "heads"));
  shape.feed_forward = size_of(member(*json, "ffn"));
  shape.most_pieces = size_of(member(*json, "max_pieces"));
  shape.state = size_of(member(*json, "state"));
  shape.input = size_of(member(*json, "input"));
  shape.most_words = size_of(member(*json, "max_words"));
  shape.word_size = size_of(member(*json, "word_size"));
  const auto* const affixes = member(*json, "affixes");
  for (std::size_t i = 0; affixes != nullptr && affixes->IsArray() && i < affixes->Size(); ++i) {
    const auto& affix = (*affixes)[static_cast<rapidjson::SizeType>(i)];
    shape.affixes.push_back(
        {string_of(member(affix, "name")), size_of(member(affix, "rows")), size_of(member(affix, "size"))});
  }
  const auto* const epsilon = member(*json, "layer_norm_eps");
  shape.epsilon = epsilon != nullptr && epsilon->IsNumber() ? epsilon->GetFloat() : 1e-12F;
  return shape;
}

/// Type, shape and bytes of one entry of "tensors"; nothing where they do not fit into `area`.
bool read_tensor(const rapidjson::Value& json, std::span<const std::byte> area, Tensor& out) {
  const std::string type = string_of(member(json, "type"));
  const std::size_t offset = size_of(member(json, "offset")), bytes = size_of(member(json, "bytes"));
  const auto* const shape = member(json, "shape");
  if (shape == nullptr || !shape->IsArray() || shape->Empty() || (type != "i8" && type != "u8" && type != "f32"))
    return false;
  out.type = type == "i8" ? Tensor::Type::i8 : type == "u8" ? Tensor::Type::u8 : Tensor::Type::f32;
  std::size_t expected = type == "f32" ? 4 : 1;
  for (const auto& size : shape->GetArray()) {
    out.shape.push_back(size_of(&size));
    if (out.shape.back() > area.size()) return false;
    expected *= out.shape.back();
    if (expected > area.size()) return false;
  }
  if (bytes != expected || offset % alignment != 0 || offset > area.size() || bytes > area.size() - offset)
    return false;
  out.bytes = area.subspan(offset, bytes);
  return true;
}

}  // namespace

ModelFile::ModelFile(const std::filesystem::path& path) : name_(path.string()) {
  std::string reason;
  const auto mapping = map_file(path, reason);
  if (mapping == nullptr) fail(reason);
  owner_ = mapping;
  check({static_cast<const std::byte*>(mapping->data), mapping->size});
}

ModelFile::ModelFile(std::string name, std::vector<std::byte> bytes) : name_(std::move(name)) {
  // Tensors are read in place, so the copy must stand as a mapping would: at a multiple of 64.
  auto* const data = static_cast<std::byte*>(::operator new (bytes.size() + 1, std::align_val_t{alignment}));
  std::copy(bytes.begin(), bytes.end(), data);
  owner_ =
      std::shared_ptr<const void>(data, [data](const void*) { ::operator delete (data, std::align_val_t{alignment}); });
  check({data, bytes.size()});
}

void ModelFile::fail(const std::string& what) const { throw ModelError(name_ + ": " + what); }

void ModelFile::check(std::span<const std::byte> file) {
  if (file.size() < fixed || std::memcmp(file.data(), magic.data(), magic.size()) != 0)
    fail("is not a Hearsay model file; give a .hsm file with --model");
  const auto found = number_at<std::uint32_t>(file, 8);
  if (found != version)
    fail("has format version " + std::to_string(found) + ", this program reads " + std::to_string(version) +
         "; take a newer hearsay or retrain with train/");
  const auto length = number_at<std::uint32_t>(file, 12);
  const auto rest = file.subspan(fixed);
  if (XXH3_64bits(rest.data(), rest.size()) != number_at<std::uint64_t>(file, 16) || length > rest.size())
    fail("is damaged or cut short (its checksum does not match); copy or download it again");
  const std::size_t area = std::min((fixed + length + alignment - 1) / alignment * alignment, file.size());
  read_header({reinterpret_cast<const char*>(rest.data()), length}, file.subspan(area));
}

void ModelFile::read_header(std::string_view json, std::span<const std::byte> area) {
  rapidjson::Document header;
  header.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag>(json.data(), json.size());
  // The checksum leaves the header's length out: a wrong one would take padding in, where the parser stops reading.
  const bool sound = !header.HasParseError() && json.find('\0') == std::string_view::npos;
  const auto* const tensors = sound ? member(header, "tensors") : nullptr;
  const auto* const labels = sound ? member(header, "labels") : nullptr;
  if (tensors == nullptr || !tensors->IsArray() || labels == nullptr || !labels->IsObject())
    fail("has a header that cannot be read; write it again with train/export.py");
  for (const auto& entry : tensors->GetArray()) {
    const std::string name = string_of(member(entry, "name"));
    Tensor tensor;
    if (!read_tensor(entry, area, tensor)) fail("places tensor \"" + name + "\" wrongly; write it again");
    tensors_.insert_or_assign(name, std::move(tensor));
  }
  for (const auto& list : labels->GetObject()) {
    auto& into = labels_[string_of(&list.name)];
    if (!list.value.IsArray()) continue;
    for (const auto& label : list.value.GetArray()) into.push_back(string_of(&label));
  }
  encoder_ = encoder_of(member(header, "encoder"));
}

const Tensor& ModelFile::find(std::string_view name, Tensor::Type type, std::span<const std::size_t> shape) const {
  const auto found = tensors_.find(name);
  if (found == tensors_.end()) fail("has no tensor \"" + std::string(name) + "\"; retrain or take a matching hearsay");
  const Tensor& tensor = found->second;
  bool fits = tensor.type == type && tensor.shape.size() == shape.size();
  for (std::size_t i = 0; fits && i < shape.size(); ++i) fits = shape[i] == 0 || shape[i] == tensor.shape[i];
  if (!fits) fail("has tensor \"" + std::string(name) + "\" of an unexpected type or shape; retrain");
  return tensor;
}

std::span<const float> ModelFile::floats(std::string_view name, std::size_t size) const {
  const std::size_t shape[] = {size};
  const Tensor& tensor = find(name, Tensor::Type::f32, shape);
  return {reinterpret_cast<const float*>(tensor.bytes.data()), tensor.shape[0]};
}

std::span<const std::int8_t> ModelFile::bytes(std::string_view name, std::size_t rows, std::size_t columns) const {
  const std::size_t shape[] = {rows, columns};
  const Tensor& tensor = find(name, Tensor::Type::i8, shape);
  return {reinterpret_cast<const std::int8_t*>(tensor.bytes.data()), tensor.bytes.size()};
}

std::string_view ModelFile::text(std::string_view name) const {
  const std::size_t shape[] = {0};
  const Tensor& tensor = find(name, Tensor::Type::u8, shape);
  return {reinterpret_cast<const char*>(tensor.bytes.data()), tensor.bytes.size()};
}

}  // namespace hearsay
