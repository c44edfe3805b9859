#pragma once

#include <optional>
#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// Hands a discipline in for review. For a department that cannot open Octad the CQE answers on its behalf
/// with the source attached.
struct DisciplineSubmission {
  CaseTarget target;
  DisciplineCode code = DisciplineCode::d4;
  std::string onBehalfOf;                          ///< department code or name; empty: own answer
  std::optional<AttachmentId> sourceAttachmentId;  ///< needed with onBehalfOf

  static constexpr auto describe() {
    return members(member("target", &DisciplineSubmission::target),
                   member("code", &DisciplineSubmission::code),
                   member("on_behalf_of", &DisciplineSubmission::onBehalfOf),
                   member("source_attachment_id", &DisciplineSubmission::sourceAttachmentId));
  }
};

/// Freezes the content (immutable JSON + SHA-256, next revision), discipline becomes submitted, the
/// department's assignment answered when all its disciplines are in.
class SubmitDiscipline {
 public:
  explicit SubmitDiscipline(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const DisciplineSubmission& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
