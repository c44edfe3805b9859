#include "model/usecases/attach_file.hpp"

#include <algorithm>
#include <charconv>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/file_intake.hpp"

namespace octad::model {

namespace {

/// Whoever works on a case may add evidence to it.
Right attachRight(const Actor& actor) {
  for (const Right right :
       {Right::answerAssignment, Right::checkAction, Right::recordReturn, Right::registerComplaint})
    if (!may(actor, Right::handleComplaint) && may(actor, right)) return right;
  return Right::handleComplaint;
}

Attachment describeFile(const CaseEdit& edit, const NewAttachment& input, const std::string& mediaType) {
  Attachment file;
  file.complaintId = edit.file.complaint.id;
  if (!input.discipline.empty()) {
    const auto codes = parseDisciplines(input.discipline, "discipline");
    file.discipline = keyOf(codes.front());
  }
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

void attach(CaseEdit& edit, Attachment file, const std::vector<std::string>& chunks) {
  edit.raiseVersion = false;
  auto& attachments = edit.file.attachments;
  const auto same = std::find_if(attachments.begin(), attachments.end(), [&file](const Attachment& known) {
    return known.sha256 == file.sha256 && known.fileName == file.fileName &&
           known.discipline == file.discipline;
  });
  if (same != attachments.end()) {
    edit.extra = std::to_string(same->id.value) + ";1";
    return;
  }
  const bool known = storeOnce(edit.unit, file.sha256, chunks);
  insertRecord(edit.unit, file);
  edit.extra = std::to_string(file.id.value) + (known ? ";1" : ";0");
  attachments.push_back(std::move(file));
}

}  // namespace

AttachmentSaved AttachFile::execute(const NewAttachment& input, const ChunkSource& read) {
  const Right right = attachRight(m_workplace.actor);
  requireRight(m_workplace.actor, right);
  const auto chunks = readWholeFile(input.size, input.sha256, read);
  const std::string mediaType = mediaTypeOf(chunks.front(), input.originalName);
  CaseTarget target = input.target;
  target.version = 0;  // evidence does not collide with anything
  const CaseChange change{m_workplace, "attach", right, target, {}, fingerprint(input)};
  std::string extra;
  AttachmentSaved result;
  result.saved = changeCase(
      change, [&](CaseEdit& edit) { attach(edit, describeFile(edit, input, mediaType), chunks); }, &extra);
  long long id = 0;
  std::from_chars(extra.data(), extra.data() + extra.size(), id);
  result.id = AttachmentId(id);
  result.alreadyKnown = extra.ends_with(";1");
  return result;
}

}  // namespace octad::model
