#pragma once

#include <vector>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// All marks of one picture of the case, in the order they are drawn; those not named are removed.
struct PictureMarks {
  CaseTarget target;
  AttachmentId attachmentId;
  std::vector<PictureMark> marks;

  static constexpr auto describe() {
    return members(member("target", &PictureMarks::target),
                   member("attachment_id", &PictureMarks::attachmentId),
                   member("marks", &PictureMarks::marks));
  }
};

/// Draws arrows, circles and words over a picture, whose file stays as it came. Invalid("attachment_id") for
/// a file that is no picture; Invalid("marks.N.…") for places outside of it or a text without words.
class MarkPicture {
 public:
  explicit MarkPicture(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const PictureMarks& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
