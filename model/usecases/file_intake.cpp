#include "model/usecases/file_intake.hpp"

#include "model/core/error.hpp"
#include "model/core/sha256.hpp"
#include "model/core/text.hpp"

namespace octad::model {

namespace {

constexpr std::size_t kChunk = 1024 * 1024;
constexpr std::size_t kOriginalNameLength = 1000;

void checkSize(long long size) {
  if (size <= 0) throw Invalid("file", tr("The file is empty. Choose another one."));
  if (size > kMaxAttachmentBytes)
    throw Invalid("file", {tr("The file has {0} MB; 50 MB are the limit. Make it smaller, or name its place "
                              "in a remark."),
                           {std::to_string((size + 1024 * 1024 - 1) / (1024 * 1024))}});
}

}  // namespace

std::vector<std::string> readWholeFile(long long announced, const std::string& sha256,
                                       const ChunkSource& read) {
  checkSize(announced);
  std::vector<std::string> chunks;
  Sha256 hash;
  long long size = 0;
  for (;;) {
    std::string chunk = read(kChunk);
    if (chunk.empty()) break;
    size += static_cast<long long>(chunk.size());
    if (chunk.size() > kChunk || size > announced) break;
    hash.update(chunk);
    chunks.push_back(std::move(chunk));
  }
  if (size != announced || hash.hex() != sha256)
    throw Invalid("file", tr("The file changed while reading. Close it in the other program and attach it "
                             "again."));
  return chunks;
}

std::string storableName(const std::string& name) {
  try {
    return cleanLine(name, "name", kOriginalNameLength);
  } catch (const Invalid&) {
    return cleanFileName(name);
  }
}

bool storeOnce(UnitOfWork& unit, const std::string& sha256, const std::vector<std::string>& chunks) {
  if (unit.hasContent(sha256)) return true;
  for (std::size_t i = 0; i < chunks.size(); ++i) unit.storeChunk(sha256, static_cast<int>(i), chunks[i]);
  return false;
}

}  // namespace octad::model
