#pragma once

#include <compare>

namespace octad::model {

/// A database key that cannot be mixed up with the key of another kind of record. 0 means "not stored yet";
/// a negative value names a new row within one command (see SaveDiscipline).
template <class Tag>
struct Id {
  long long value = 0;

  constexpr Id() = default;
  constexpr explicit Id(long long key) : value(key) {}
  constexpr explicit operator bool() const { return value > 0; }
  constexpr auto operator<=>(const Id&) const = default;
};

using ComplaintId = Id<struct ComplaintTag>;
using ItemId = Id<struct ItemTag>;
using ProblemId = Id<struct ProblemTag>;
using DisciplineId = Id<struct DisciplineTag>;
using CauseId = Id<struct CauseTag>;
using WhyStepId = Id<struct WhyStepTag>;
using ActionId = Id<struct ActionTag>;
using AssignmentId = Id<struct AssignmentTag>;
using SubmissionId = Id<struct SubmissionTag>;
using AttachmentId = Id<struct AttachmentTag>;
using ReplyId = Id<struct ReplyTag>;
using ClockId = Id<struct ClockTag>;
using PersonId = Id<struct PersonTag>;
using DepartmentId = Id<struct DepartmentTag>;
using CustomerId = Id<struct CustomerTag>;
using PartId = Id<struct PartTag>;
using DefectId = Id<struct DefectTag>;
using PolicyId = Id<struct PolicyTag>;
using ReturnId = Id<struct ReturnTag>;
using ReturnLineId = Id<struct ReturnLineTag>;
using ReturnUnitId = Id<struct ReturnUnitTag>;
using MovementId = Id<struct MovementTag>;
using DossierId = Id<struct DossierTag>;
using ReturnAttachmentId = Id<struct ReturnAttachmentTag>;
using SampleId = Id<struct SampleTag>;
using SweepRowId = Id<struct SweepRowTag>;
using ExtensionId = Id<struct ExtensionTag>;
using ChallengeId = Id<struct ChallengeTag>;
using LessonId = Id<struct LessonTag>;
using CampaignId = Id<struct CampaignTag>;
using RowId = Id<struct RowTag>;  ///< rows that nothing else refers to

}  // namespace octad::model
