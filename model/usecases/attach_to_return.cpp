#include "model/usecases/attach_to_return.hpp"

#include <algorithm>
#include <charconv>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/usecases/file_intake.hpp"
#include "model/usecases/return_change.hpp"

namespace octad::model {

namespace {

/// Whoever works on a return may add papers to it.
Right attachRight(const Actor& actor) {
  for (const Right right : {Right::disposeReturn, Right::recordReturn, Right::testReturn, Right::bookCost})
    if (may(actor, right)) return right;
  return Right::announceReturn;
}

ReturnAttachment describeFile(const ReturnEdit& edit, const NewReturnAttachment& input,
                              const std::string& mediaType) {
  ReturnAttachment file;
  file.returnId = edit.file.head.id;
  file.unitId = input.unitId;
  file.paper = input.paper;
  file.fileName = cleanFileName(input.originalName);
  file.originalName = storableName(input.originalName);
  file.mediaType = mediaType;
  file.caption = cleanLine(input.caption, "caption", kTitleLength, false);
  file.sha256 = input.sha256;
  file.size = input.size;
  file.addedBy = edit.actor.id;
  file.addedAt = edit.now;
  return file;
}

void attach(ReturnEdit& edit, ReturnAttachment file, const std::vector<std::string>& chunks) {
  if (file.unitId && std::none_of(edit.file.units.begin(), edit.file.units.end(),
                                  [&file](const ReturnUnit& unit) { return unit.id == *file.unitId; }))
    throw Invalid("unit_id",
                  {tr("Return {0} has no such unit. Open the return again."), {edit.file.head.number}});
  const bool known = storeOnce(edit.unit, file.sha256, chunks);
  ReturnRecord record(std::move(file));
  edit.unit.returns().insert(record);
  auto& stored = std::get<ReturnAttachment>(record);
  edit.extra = std::to_string(stored.id.value) + (known ? ";1" : ";0");
  edit.file.attachments.push_back(std::move(stored));
}

}  // namespace

ReturnAttachmentSaved AttachToReturn::execute(const NewReturnAttachment& input, const ChunkSource& read) {
  const Right right = attachRight(m_workplace.actor);
  requireRight(m_workplace.actor, right);
  const auto chunks = readWholeFile(input.size, input.sha256, read);
  const std::string mediaType = mediaTypeOf(chunks.front(), input.originalName);
  ReturnTarget target = input.target;
  target.version = 0;  // papers do not collide with anything
  ReturnChange change{m_workplace, "return-attach", right, target, {}, fingerprint(input)};
  change.openOnly = false;  // a credit note may come after the closing
  std::string extra;
  ReturnAttachmentSaved result;
  result.saved = changeReturn(
      change, [&](ReturnEdit& edit) { attach(edit, describeFile(edit, input, mediaType), chunks); }, &extra);
  long long id = 0;
  std::from_chars(extra.data(), extra.data() + extra.size(), id);
  result.id = ReturnAttachmentId(id);
  result.alreadyKnown = extra.ends_with(";1");
  return result;
}

}  // namespace octad::model
