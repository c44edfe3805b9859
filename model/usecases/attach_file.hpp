#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "model/usecases/workplace.hpp"

namespace octad::model {

constexpr long long kMaxAttachmentBytes = 50LL * 1024 * 1024;

/// A file to keep with a case. The caller hashes and sniffs it first (SHA-256 hex, first bytes).
struct NewAttachment {
  CaseTarget target;
  std::string discipline;  ///< "" or D0 … D8
  std::string originalName;
  std::string caption;
  std::string sha256;
  long long size = 0;

  static constexpr auto describe() {
    return members(member("target", &NewAttachment::target), member("discipline", &NewAttachment::discipline),
                   member("name", &NewAttachment::originalName), member("caption", &NewAttachment::caption),
                   member("sha256", &NewAttachment::sha256), member("size", &NewAttachment::size));
  }
};

/// Reads the next chunk (at most `limit` bytes, empty at the end).
using ChunkSource = std::function<std::string(std::size_t limit)>;

struct AttachmentSaved {
  Saved saved;
  AttachmentId id;
  bool alreadyKnown = false;  ///< the same bytes were stored before; told to the user
};

/// Stores a file once by hash. Invalid("file") for empty, over 50 MB (before reading), programs by their
/// first bytes; Refused("closed").
class AttachFile {
 public:
  explicit AttachFile(Workplace workplace) : m_workplace(std::move(workplace)) {}
  AttachmentSaved execute(const NewAttachment& input, const ChunkSource& read);

 private:
  Workplace m_workplace;
};

/// A name safe on every file system: no path, reserved device name, hidden direction, trailing dot or blank;
/// at most 200 characters.
std::string cleanFileName(std::string_view name);
/// "image/png", "application/pdf" … by the first bytes; Invalid("file") for executables whatever their name
/// (row 57).
std::string mediaTypeOf(std::string_view firstBytes, std::string_view name);

}  // namespace octad::model
