#include "model/usecases/reply_customer.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/eightd/customer_wording.hpp"
#include "model/eightd/gates.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/severity_update.hpp"

namespace octad::model {

namespace {

constexpr std::array<std::string_view, 5> kMedia{"email", "portal", "phone", "letter", "meeting"};

/// The disciplines whose content a stage reports.
std::vector<DisciplineCode> reported(ReplyStage stage) {
  std::vector<DisciplineCode> codes;
  DisciplineCode last = DisciplineCode::d0;
  switch (stage) {
    case ReplyStage::first:
    case ReplyStage::letter:
      return codes;
    case ReplyStage::d3:
      last = DisciplineCode::d3;
      break;
    case ReplyStage::d5:
      last = DisciplineCode::d5;
      break;
    case ReplyStage::d8:
      last = DisciplineCode::d7;
      break;
  }
  for (const auto& entry : EnumKeys<DisciplineCode>::entries)
    if (entry.value <= last) codes.push_back(entry.value);
  return codes;
}

int nextRevision(const CaseFile& file, ReplyStage stage) {
  int revision = 0;
  for (const auto& reply : file.replies)
    if (reply.stage == stage) revision = std::max(revision, reply.revision);
  return revision + 1;
}

Reply& answered(CaseFile& file, ReplyId id) {
  if (file.replies.empty())
    throw Refused("reply", {tr("No reply was sent for case {0} yet: there is nothing the customer could "
                               "answer."),
                            {file.complaint.number}});
  const auto found =
      id ? std::find_if(file.replies.begin(), file.replies.end(),
                        [id](const Reply& reply) { return reply.id == id; })
         : std::max_element(file.replies.begin(), file.replies.end(),
                            [](const Reply& a, const Reply& b) { return a.sentAt < b.sentAt; });
  if (found == file.replies.end())
    throw NotFound({tr("Case {0} has no such reply. Open the case again."), {file.complaint.number}});
  return *found;
}

/// What this objection is about; those named although they were not required are required again.
std::vector<DisciplineCode> objected(CaseEdit& edit, const CustomerAnswer& input, ReplyStage stage) {
  if (input.disciplines.empty()) return {objectedBy(stage)};
  const auto codes = parseDisciplines(input.disciplines, "disciplines");
  for (const auto code : codes) {
    if (code < DisciplineCode::d2 || code == DisciplineCode::d8)
      throw Invalid("disciplines",
                    {tr("{0} cannot be objected to: choose of D2 to D7."), {std::string(keyOf(code))}});
    Discipline& discipline = disciplineIn(edit.file, code);
    if (isEnded(edit.file.complaint.state) || discipline.state != DisciplineState::notRequired) continue;
    if (code >= DisciplineCode::d4) requireAccepted(edit.file, code);
    discipline.state = DisciplineState::open;
    discipline.reason.clear();
    discipline.decidedAt.reset();
    updateRecord(edit.unit, discipline);
    edit.problemChanged = true;
  }
  return codes;
}

void recordAnswer(CaseEdit& edit, const CustomerAnswer& input) {
  if (input.status == CustomerStatus::sent) throw Invalid("status", tr("Choose what the customer answered."));
  const ClassifyInput before = classifyInput(edit.file);
  Reply& reply = answered(edit.file, input.replyId);
  reply.status = input.status;
  reply.answer = cleanText(input.text, "text");
  if (input.status == CustomerStatus::objected && reply.answer.empty())
    throw Invalid("text", tr("Write what the customer objects to."));
  reply.answeredAt = edit.now;
  // Some schemes raise the class of what does not satisfy the customer (S3-R4).
  if (!isEnded(edit.file.complaint.state)) reclassify(edit, before);
  std::vector<DisciplineCode> codes;
  if (input.status == CustomerStatus::objected) codes = objected(edit, input, reply.stage);
  reply.objectedTo = codes.empty() ? std::string() : disciplinesText(codes);
  updateRecord(edit.unit, reply);
  const Complaint& head = edit.file.complaint;
  if (input.status != CustomerStatus::objected || isEnded(head.state)) return;
  // One customer's objection reopens the work for everybody the problem serves (principle 4).
  reopenDisciplines(edit, reopenedBy(codes));
  if (head.state == CaseState::closing)
    planMove(edit, CaseState::handling, std::string(labelOf(CustomerStatus::objected)) + ": " + reply.answer);
}

/// The newest final reply without an answer.
Reply* unanswered(CaseFile& file) {
  Reply* newest = nullptr;
  for (auto& reply : file.replies) {
    const bool final = reply.stage == ReplyStage::d8 || reply.stage == ReplyStage::letter;
    if (final && (!newest || newest->sentAt < reply.sentAt)) newest = &reply;
  }
  return newest && newest->status == CustomerStatus::sent ? newest : nullptr;
}

}  // namespace

void recordReply(CaseEdit& edit, const CustomerReply& input) {
  if (edit.file.complaint.state == CaseState::cancelled)
    throw Refused("closed", {tr("Case {0} was entered in error and cancelled: there is nothing to reply."),
                             {edit.file.complaint.number}});
  if (std::find(kMedia.begin(), kMedia.end(), input.medium) == kMedia.end())
    throw Invalid(
        "medium",
        {tr("\"{0}\" is not a way to reply: use email, portal, phone, letter or meeting."), {input.medium}});
  Reply reply;
  reply.complaintId = edit.file.complaint.id;
  reply.stage = input.stage;
  reply.revision = nextRevision(edit.file, input.stage);
  reply.medium = input.medium;
  reply.recipient = cleanLine(input.recipient, "recipient", kNameLength, false);
  reply.text = cleanText(input.text, "text");
  if (reply.text.empty() && (input.stage == ReplyStage::first || input.stage == ReplyStage::letter))
    throw Invalid("text", tr("Write what was said to the customer."));
  reply.sentAt = edit.now;
  reply.sentBy = edit.actor.id;
  edit.file.replies.push_back(reply);
  std::tie(reply.snapshot, reply.sha256) = edit.unit.freeze(edit.file, std::nullopt);
  insertRecord(edit.unit, reply);
  edit.file.replies.back() = std::move(reply);
  startConfirming(edit);
}

DisciplineCode objectedBy(ReplyStage stage) {
  switch (stage) {
    case ReplyStage::first:
      return DisciplineCode::d2;
    case ReplyStage::d3:
      return DisciplineCode::d3;
    case ReplyStage::d5:
    case ReplyStage::d8:
    case ReplyStage::letter:
      break;
  }
  return DisciplineCode::d4;
}

std::vector<DisciplineCode> reopenedBy(const std::vector<DisciplineCode>& objected) {
  using enum DisciplineCode;
  const auto isObjected = [&objected](DisciplineCode code) {
    return std::find(objected.begin(), objected.end(), code) != objected.end();
  };
  std::set<DisciplineCode> codes(objected.begin(), objected.end());
  // The cause rests on the problem as it is stated, the actions on the cause, their validation on them.
  if (isObjected(d2)) codes.insert(d4);
  if (codes.contains(d4)) codes.insert(d5);
  if (codes.contains(d5)) codes.insert(d6);
  return {codes.begin(), codes.end()};
}

int objections(const CaseFile& file) {
  return static_cast<int>(std::count_if(file.replies.begin(), file.replies.end(), [](const Reply& reply) {
    return reply.status == CustomerStatus::objected;
  }));
}

Saved SendReply::execute(const CustomerReply& input) {
  CaseChange change{m_workplace, "reply", Right::handleComplaint, input.target, {}, fingerprint(input)};
  change.openCasesOnly = false;
  return changeCase(change, [&input](CaseEdit& edit) { recordReply(edit, input); });
}

std::vector<Message> SendReply::warnings(const CaseFile& file, ReplyStage stage) {
  std::vector<Message> warnings;
  for (const auto code : reported(stage)) {
    const DisciplineState state = file.discipline(code).state;
    if (state != DisciplineState::approved && state != DisciplineState::notRequired)
      warnings.push_back({tr("{0} is not approved yet. Its state is: {1}."),
                          {translated(labelOf(code)), translated(labelOf(state))}});
    for (const auto& point : missingFor(code, file)) warnings.push_back(point.text);
  }
  if (stage == ReplyStage::d8)
    for (const auto& point : missingBeforeRelease(file)) warnings.push_back(point.text);
  if (!reported(stage).empty())
    for (auto& sentence : internalWordingShown(file)) warnings.push_back(std::move(sentence));
  if (stage == ReplyStage::letter && file.complaint.acceptance == Acceptance::undecided)
    warnings.push_back(tr("It is not decided yet whether the complaint is accepted."));
  return warnings;
}

Saved RecordCustomerAnswer::execute(const CustomerAnswer& input) {
  CaseChange change{m_workplace,  "answer",   Right::handleComplaint,
                    input.target, input.text, fingerprint(input)};
  change.openCasesOnly = false;  // portals close when they like; an objection may come in any state
  return changeCase(change, [&input](CaseEdit& edit) { recordAnswer(edit, input); });
}

bool DeemUnanswered::execute(ComplaintId id) {
  bool deemed = false;
  const CaseChange change{m_workplace, "deem", Right::administer, {id, 0, {}}, {}, {}};
  changeCase(change, [&deemed](CaseEdit& edit) {
    edit.raiseVersion = false;
    const int days = edit.policy.deemedAnswerDays;
    Reply* reply = unanswered(edit.file);
    if (days <= 0 || !reply || !(edit.calendar.afterWorkingDays(reply->sentAt, days) < edit.now)) return;
    reply->status = CustomerStatus::noAnswer;
    // Stored, so in both languages: which policy counts the silence, and after how long.
    reply->answer = "无答复 / no answer: " + edit.policy.name + " " + std::to_string(edit.policy.revision) +
                    ", " + std::to_string(days) + " 个工作日 / working days";
    reply->answeredAt = edit.now;
    updateRecord(edit.unit, *reply);
    deemed = true;
  });
  return deemed;
}

}  // namespace octad::model
