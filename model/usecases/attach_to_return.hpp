#pragma once

#include <string>

#include "model/returns/return_records.hpp"
#include "model/usecases/attach_file.hpp"
#include "model/usecases/return_target.hpp"

namespace octad::model {

/// A file to keep with a return; see NewAttachment.
struct NewReturnAttachment {
  ReturnTarget target;
  std::optional<ReturnUnitId> unitId;
  ReturnPaper paper = ReturnPaper::other;
  std::string originalName;
  std::string caption;
  std::string sha256;
  long long size = 0;

  static constexpr auto describe() {
    return members(
        member("target", &NewReturnAttachment::target), member("unit_id", &NewReturnAttachment::unitId),
        member("paper", &NewReturnAttachment::paper), member("name", &NewReturnAttachment::originalName),
        member("caption", &NewReturnAttachment::caption), member("sha256", &NewReturnAttachment::sha256),
        member("size", &NewReturnAttachment::size));
  }
};

struct ReturnAttachmentSaved {
  ReturnSaved saved;
  ReturnAttachmentId id;
  bool alreadyKnown = false;  ///< the same bytes were stored before; told to the user
};

/// Stores a file once by hash; errors as AttachFile.
class AttachToReturn {
 public:
  explicit AttachToReturn(Workplace workplace) : m_workplace(std::move(workplace)) {}
  ReturnAttachmentSaved execute(const NewReturnAttachment& input, const ChunkSource& read);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
