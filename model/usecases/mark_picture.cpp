#include "model/usecases/mark_picture.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

namespace {

constexpr int kEdge = 10000;  ///< places are in ten-thousandths of width and height
constexpr std::size_t kMostMarks = 100;

const Attachment& pictureOf(const CaseFile& file, AttachmentId id) {
  for (const auto& attachment : file.attachments) {
    if (attachment.id != id) continue;
    if (attachment.mediaType.rfind("image/", 0) == 0) return attachment;
    throw Invalid("attachment_id",
                  {tr("{0} is no picture: only pictures are marked."), {attachment.originalName}});
  }
  throw NotFound({tr("Case {0} has no such picture. Open the case again."), {file.complaint.number}});
}

void clean(PictureMark& mark, std::size_t index) {
  const std::string row = "marks." + std::to_string(index) + '.';
  for (const int place : {mark.x1, mark.y1, mark.x2, mark.y2})
    if (place < 0 || place > kEdge)
      throw Invalid(row + "place", tr("A mark lies outside of the picture: its places go from 0 to 10000."));
  mark.text = cleanText(mark.text, row + "text");
  if (mark.shape == MarkShape::text && mark.text.empty())
    throw Invalid(row + "text", tr("Write the words that stand in the picture, or remove the mark."));
}

void mark(CaseEdit& edit, const PictureMarks& input) {
  pictureOf(edit.file, input.attachmentId);
  if (input.marks.size() > kMostMarks) throw Invalid("marks", tr("A picture takes at most 100 marks."));
  auto& stored = edit.file.pictureMarks;
  for (auto old = stored.begin(); old != stored.end();) {
    const bool kept = old->attachmentId != input.attachmentId ||
                      std::any_of(input.marks.begin(), input.marks.end(),
                                  [&old](const PictureMark& wanted) { return wanted.id == old->id; });
    if (!kept) edit.unit.remove(Row(*old));
    old = kept ? old + 1 : stored.erase(old);
  }
  for (std::size_t i = 0; i < input.marks.size(); ++i) {
    PictureMark wanted = input.marks[i];
    wanted.complaintId = edit.file.complaint.id;
    wanted.attachmentId = input.attachmentId;
    clean(wanted, i);
    const auto known = std::find_if(stored.begin(), stored.end(),
                                    [&wanted](const PictureMark& row) { return row.id == wanted.id; });
    if (known == stored.end()) {
      wanted.id = {};
      insertRecord(edit.unit, wanted);
      stored.push_back(std::move(wanted));
    } else if (fingerprint(*known) != fingerprint(wanted)) {
      updateRecord(edit.unit, wanted);
      *known = std::move(wanted);
    }
  }
}

}  // namespace

Saved MarkPicture::execute(const PictureMarks& input) {
  const CaseChange change{m_workplace, "mark-picture",    disciplineRight(m_workplace.actor), input.target,
                          {},          fingerprint(input)};
  return changeCase(change, [&input](CaseEdit& edit) {
    mark(edit, input);
    edit.raiseVersion = false;
  });
}

}  // namespace octad::model
