#include "db/mapping/enumerations.hpp"

#include "model/access/people.hpp"
#include "model/audit/reading.hpp"
#include "model/cases/case_file.hpp"
#include "model/returns/return_file.hpp"
#include "model/work/mail.hpp"
#include "model/work/notice.hpp"

namespace octad::db {
namespace {

template <model::Keyed Enum>
EnumTable table(std::string_view name) {
  EnumTable out{name, {}};
  for (const auto& entry : model::EnumKeys<Enum>::entries) out.entries.emplace_back(entry.key, entry.label);
  return out;
}

}  // namespace

const std::vector<EnumTable>& enumTables() {
  static const std::vector<EnumTable> tables{
      table<model::Role>("role"),
      table<model::CaseState>("case_state"),
      table<model::Acceptance>("acceptance"),
      table<model::Liability>("liability"),
      table<model::SeverityClass>("severity_class"),
      table<model::Origin>("origin"),
      table<model::EscalationTarget>("escalation_target"),
      table<model::Turn>("turn"),
      table<model::DecisionKind>("decision_kind"),
      table<model::DefectKind>("defect_kind"),
      table<model::DayKind>("day_kind"),
      table<model::ReplyStage>("reply_stage"),
      table<model::CustomerStatus>("customer_status"),
      table<model::ClockName>("clock_name"),
      table<model::DisciplineCode>("discipline_code"),
      table<model::DisciplineState>("discipline_state"),
      table<model::TeamFunction>("team_function"),
      table<model::Question>("question"),
      table<model::SweepLocation>("sweep_location"),
      table<model::CauseType>("cause_type"),
      table<model::CauseResult>("cause_result"),
      table<model::ActionKind>("action_kind"),
      table<model::VerificationResult>("verification_result"),
      table<model::DocumentKind>("document_kind"),
      table<model::AssignmentState>("assignment_state"),
      table<model::RejectReason>("reject_reason"),
      table<model::ReturnKind>("return_kind"),
      table<model::ReturnState>("return_state"),
      table<model::ReturnWait>("return_wait"),
      table<model::Treatment>("treatment"),
      table<model::CostBearer>("cost_bearer"),
      table<model::LineNature>("line_nature"),
      table<model::ReturnPlace>("return_place"),
      table<model::Finding>("finding"),
      table<model::Disposition>("disposition"),
      table<model::TestLevel>("test_level"),
      table<model::ConfirmedDecision>("confirmed_decision"),
      table<model::CostKind>("cost_kind"),
      table<model::ReturnPaper>("return_paper"),
      table<model::Consent>("consent"),
      table<model::ReminderCondition>("reminder_condition"),
      table<model::NoticeLevel>("notice_level"),
      table<model::MailState>("mail_state"),
      table<model::DeliveryAction>("delivery_action"),
      table<model::AnswerWay>("answer_way"),
      table<model::WindowUnit>("window_unit"),
      table<model::CauseBranch>("cause_branch"),
      table<model::CauseRank>("cause_rank"),
      table<model::CustomerApproval>("customer_approval"),
      table<model::AcrossKind>("across_kind"),
      table<model::ExtensionState>("extension_state"),
      table<model::Assessor>("assessor"),
      table<model::SimilarVerdict>("similar_verdict"),
      table<model::ChallengeKind>("challenge_kind"),
      table<model::ChallengeRuling>("challenge_ruling"),
      table<model::NotifyDecision>("notify_decision"),
      table<model::MarkShape>("mark_shape"),
      table<model::SignatureMeaning>("signature_meaning"),
      table<model::Reauthentication>("reauthentication"),
      table<model::ReadingKind>("reading_kind"),
      table<model::ClockScope>("clock_scope"),
      table<model::Awaited>("awaited"),
      table<model::PauseState>("pause_state"),
      table<model::Satisfaction>("satisfaction"),
      table<model::CampaignKind>("campaign_kind"),
  };
  return tables;
}

}  // namespace octad::db
