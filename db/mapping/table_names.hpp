#pragma once

#include <string_view>
#include <type_traits>

#include "model/access/deputies.hpp"
#include "model/access/people.hpp"
#include "model/audit/reading.hpp"
#include "model/cases/case_file.hpp"
#include "model/cases/queries.hpp"
#include "model/returns/return_file.hpp"
#include "model/work/mail.hpp"
#include "model/work/notice.hpp"

namespace octad::db {

/// The table a record is stored in; its columns are the names in `describe()`.
template <class T>
constexpr std::string_view tableName() {
  if constexpr (std::is_same_v<T, model::Complaint>) return "complaint";
  if constexpr (std::is_same_v<T, model::ComplaintItem>) return "complaint_item";
  if constexpr (std::is_same_v<T, model::Decision>) return "decision";
  if constexpr (std::is_same_v<T, model::Reply>) return "reply";
  if constexpr (std::is_same_v<T, model::CaseClock>) return "case_clock";
  if constexpr (std::is_same_v<T, model::ClockPause>) return "clock_pause";
  if constexpr (std::is_same_v<T, model::ClockExtension>) return "clock_extension";
  if constexpr (std::is_same_v<T, model::FollowUp>) return "follow_up";
  if constexpr (std::is_same_v<T, model::Campaign>) return "campaign";
  if constexpr (std::is_same_v<T, model::Sample>) return "sample";
  if constexpr (std::is_same_v<T, model::SampleCustody>) return "sample_custody";
  if constexpr (std::is_same_v<T, model::SampleConsent>) return "sample_consent";
  if constexpr (std::is_same_v<T, model::ReturnHandOver>) return "return_hand_over";
  if constexpr (std::is_same_v<T, model::SweepCount>) return "sweep_count";
  if constexpr (std::is_same_v<T, model::GoodsReturn>) return "goods_return";
  if constexpr (std::is_same_v<T, model::ReturnLine>) return "return_line";
  if constexpr (std::is_same_v<T, model::ReturnMovement>) return "return_movement";
  if constexpr (std::is_same_v<T, model::ReturnUnit>) return "return_unit";
  if constexpr (std::is_same_v<T, model::UnitTest>) return "unit_test";
  if constexpr (std::is_same_v<T, model::ReturnDecision>) return "return_decision";
  if constexpr (std::is_same_v<T, model::NtfDossier>) return "ntf_dossier";
  if constexpr (std::is_same_v<T, model::ReturnCost>) return "return_cost";
  if constexpr (std::is_same_v<T, model::ReturnAttachment>) return "return_attachment";
  if constexpr (std::is_same_v<T, model::Closing>) return "closing";
  if constexpr (std::is_same_v<T, model::Attachment>) return "attachment";
  if constexpr (std::is_same_v<T, model::Assignment>) return "assignment";
  if constexpr (std::is_same_v<T, model::Problem>) return "problem";
  if constexpr (std::is_same_v<T, model::Discipline>) return "discipline";
  if constexpr (std::is_same_v<T, model::TeamMember>) return "team_member";
  if constexpr (std::is_same_v<T, model::Fact>) return "fact";
  if constexpr (std::is_same_v<T, model::SweepRow>) return "sweep_row";
  if constexpr (std::is_same_v<T, model::Cause>) return "cause";
  if constexpr (std::is_same_v<T, model::WhyStep>) return "why_step";
  if constexpr (std::is_same_v<T, model::Action>) return "action";
  if constexpr (std::is_same_v<T, model::Verification>) return "verification";
  if constexpr (std::is_same_v<T, model::DocumentChange>) return "document_change";
  if constexpr (std::is_same_v<T, model::Submission>) return "submission";
  if constexpr (std::is_same_v<T, model::Review>) return "review";
  if constexpr (std::is_same_v<T, model::PictureMark>) return "picture_mark";
  if constexpr (std::is_same_v<T, model::ExtensionRequest>) return "extension_request";
  if constexpr (std::is_same_v<T, model::SimilarDecision>) return "similar_decision";
  if constexpr (std::is_same_v<T, model::IsNot>) return "is_not_row";
  if constexpr (std::is_same_v<T, model::ActionCandidate>) return "action_candidate";
  if constexpr (std::is_same_v<T, model::ReadAcross>) return "read_across";
  if constexpr (std::is_same_v<T, model::AnswerConfirmation>) return "answer_confirmation";
  if constexpr (std::is_same_v<T, model::AcceptedWeakness>) return "accepted_weakness";
  if constexpr (std::is_same_v<T, model::Assessment>) return "assessment";
  if constexpr (std::is_same_v<T, model::EffectChallenge>) return "effect_challenge";
  if constexpr (std::is_same_v<T, model::OtherCustomer>) return "other_customer";
  if constexpr (std::is_same_v<T, model::Lesson>) return "lesson";
  if constexpr (std::is_same_v<T, model::Department>) return "department";
  if constexpr (std::is_same_v<T, model::Person>) return "person";
  if constexpr (std::is_same_v<T, model::Deputy>) return "deputy";
  if constexpr (std::is_same_v<T, model::Account>) return "account";
  if constexpr (std::is_same_v<T, model::Customer>) return "customer";
  if constexpr (std::is_same_v<T, model::Part>) return "part";
  if constexpr (std::is_same_v<T, model::Defect>) return "defect";
  if constexpr (std::is_same_v<T, model::Shipment>) return "shipment";
  if constexpr (std::is_same_v<T, model::CalendarDay>) return "calendar_day";
  if constexpr (std::is_same_v<T, model::SavedView>) return "saved_view";
  if constexpr (std::is_same_v<T, model::ImportedFile>) return "imported_file";
  if constexpr (std::is_same_v<T, model::ImportedLine>) return "imported_line";
  if constexpr (std::is_same_v<T, model::Signature>) return "signature";
  if constexpr (std::is_same_v<T, model::Reading>) return "case_reading";
  if constexpr (std::is_same_v<T, model::Notice>) return "notice";
  if constexpr (std::is_same_v<T, model::Mail>) return "mail";
  if constexpr (std::is_same_v<T, model::MailReport>) return "mail_report";
  return {};
}

/// What lies in one table of its own.
template <class T>
concept Stored = requires {
  T::describe();
  requires !tableName<T>().empty();
};

}  // namespace octad::db
