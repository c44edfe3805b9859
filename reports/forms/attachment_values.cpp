// The files of a case: photos where they belong, and the list of all with their hashes (S2-39).
#include "reports/forms/report_subject.hpp"
#include "reports/forms/typeset.hpp"

namespace octad::reports {
namespace {

const std::string& shownName(const model::Attachment& attachment) {
  return attachment.originalName.empty() ? attachment.fileName : attachment.originalName;
}

}  // namespace

std::vector<model::PictureMark> marksOf(const model::CaseFile& file, model::AttachmentId photo) {
  std::vector<model::PictureMark> marks;
  for (const auto& mark : file.pictureMarks)
    if (mark.attachmentId == photo) marks.push_back(mark);
  return marks;
}

bool isPhoto(const model::Attachment& attachment) {
  return attachment.mediaType.starts_with("image/");
}

std::string photoName(const model::Attachment& attachment) {
  return "photo" + std::to_string(attachment.id.value);
}

Value photoRows(const ReportSubject& subject, std::string_view discipline) {
  Value rows{Value::List{}};
  for (const auto& attachment : subject.file.attachments) {
    if (!isPhoto(attachment) || attachment.discipline != discipline) continue;
    const auto& caption = attachment.caption.empty() ? shownName(attachment) : attachment.caption;
    rows.add(
        Value()
            .set("src", photoName(attachment))
            .set("alt", caption)
            .set("marked", !marksOf(subject.file, attachment.id).empty())
            .set("caption", joined(" · ", {caption, dateText(attachment.addedAt, subject.options.zone)})));
  }
  return rows;
}

Value attachmentRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  int count = 0;
  for (const auto& attachment : subject.file.attachments) {
    rows.add(Value()
                 .set("no", std::to_string(++count))
                 .set("discipline", attachment.discipline)
                 .set("name", shownName(attachment))
                 .set("caption", attachment.caption)
                 .set("size", sizeText(attachment.size))
                 .set("hash", attachment.sha256)
                 .set("added", dateText(attachment.addedAt, subject.options.zone)));
  }
  return rows;
}

}  // namespace octad::reports
