#include "model/usecases/attach_file.hpp"

#include <algorithm>
#include <charconv>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/sha256.hpp"
#include "model/core/text.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

namespace {

constexpr std::size_t kChunk = 1024 * 1024;
constexpr std::size_t kOriginalNameLength = 1000;

/// Whoever works on a case may add evidence to it.
Right attachRight(const Actor& actor) {
  for (const Right right :
       {Right::answerAssignment, Right::checkAction, Right::recordReturn, Right::registerComplaint})
    if (!may(actor, Right::handleComplaint) && may(actor, right)) return right;
  return Right::handleComplaint;
}

void checkSize(long long size) {
  if (size <= 0) throw Invalid("file", tr("The file is empty. Choose another one."));
  if (size > kMaxAttachmentBytes)
    throw Invalid("file", {tr("The file has {0} MB; 50 MB are the limit. Make it smaller, or name its place "
                              "in a remark."),
                           {std::to_string((size + 1024 * 1024 - 1) / (1024 * 1024))}});
}

/// Reads the whole file before anything is locked, and holds it against what was announced.
std::vector<std::string> readChecked(const NewAttachment& input, const ChunkSource& read) {
  std::vector<std::string> chunks;
  Sha256 hash;
  long long size = 0;
  for (;;) {
    std::string chunk = read(kChunk);
    if (chunk.empty()) break;
    size += static_cast<long long>(chunk.size());
    if (chunk.size() > kChunk || size > input.size) break;
    hash.update(chunk);
    chunks.push_back(std::move(chunk));
  }
  if (size != input.size || hash.hex() != input.sha256)
    throw Invalid("file", tr("The file changed while reading. Close it in the other program and attach it "
                             "again."));
  return chunks;
}

/// The name as it came, as far as it can be stored: hidden and control characters are left out there.
std::string originalName(const std::string& name) {
  try {
    return cleanLine(name, "name", kOriginalNameLength);
  } catch (const Invalid&) {
    return cleanFileName(name);
  }
}

Attachment describeFile(const CaseEdit& edit, const NewAttachment& input, const std::string& mediaType) {
  Attachment file;
  file.complaintId = edit.file.complaint.id;
  if (!input.discipline.empty()) {
    const auto codes = parseDisciplines(input.discipline, "discipline");
    file.discipline = keyOf(codes.front());
  }
  file.fileName = cleanFileName(input.originalName);
  file.originalName = originalName(input.originalName);
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
  const bool known = edit.unit.hasContent(file.sha256);
  if (!known)
    for (std::size_t i = 0; i < chunks.size(); ++i)
      edit.unit.storeChunk(file.sha256, static_cast<int>(i), chunks[i]);
  insertRecord(edit.unit, file);
  edit.extra = std::to_string(file.id.value) + (known ? ";1" : ";0");
  attachments.push_back(std::move(file));
}

}  // namespace

AttachmentSaved AttachFile::execute(const NewAttachment& input, const ChunkSource& read) {
  const Right right = attachRight(m_workplace.actor);
  requireRight(m_workplace.actor, right);
  checkSize(input.size);
  const auto chunks = readChecked(input, read);
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
