#include "demo/tools.hpp"

#include <string>

namespace octad::demo {

using model::CauseBranch;
using model::CauseRank;
using model::CauseType;

namespace {

CauseBranch branchOf(CauseType type) {
  switch (type) {
    case CauseType::tua:
      return CauseBranch::machine;
    case CauseType::sua:
      return CauseBranch::method;
    case CauseType::tun:
      return CauseBranch::measurement;
    case CauseType::sun:
      break;
  }
  return CauseBranch::man;
}

model::Cause excluded(long long key, CauseBranch branch, std::string text, std::string customer,
                      std::string proof) {
  model::Cause cause;
  cause.id = model::CauseId(key);
  cause.type = CauseType::tua;
  cause.text = std::move(text);
  cause.textCustomer = std::move(customer);
  cause.result = model::CauseResult::excluded;
  cause.branch = branch;
  cause.method = "复检与记录核对 / re-inspection and records";
  cause.proof = std::move(proof);
  return cause;
}

/// The second best of every matrix: sorting finds the failure and does not prevent it.
model::ActionCandidate moreInspection(const std::optional<model::CauseId>& cause) {
  model::ActionCandidate candidate;
  candidate.causeId = cause;
  candidate.text = "出货前增加 100% 目检 / 100 % visual inspection before shipment";
  candidate.effect = 2;
  candidate.risk = 3;
  candidate.cost = 2;
  candidate.time = 5;
  candidate.reason = "只能发现, 不能防止发生 / detects, does not prevent";
  return candidate;
}

}  // namespace

void compare(model::DisciplineContent& d2, const Story& story, const std::string& lot) {
  model::IsNot where;
  where.question = model::Question::where;
  where.isFact = story.where;
  where.isNot = "2 号线同型号产品 / same part from line 2";
  where.distinction = "仅 1 号线使用新治具 / new fixture on line 1 only";
  where.changed = "两周前更换治具 / fixture changed two weeks before";
  model::IsNot when;
  when.question = model::Question::when;
  when.isFact = "批次 " + lot + " 起 / from lot " + lot;
  when.isNot = "此前三个月的批次 / lots of the three months before";
  when.distinction = "换线后首批 / first lot after the change-over";
  when.changed = story.document + " 换版 / revised";
  d2.isNots = {where, when};
}

void place(model::DisciplineContent& d4, const std::string& by, model::Date day) {
  long long lowest = 0;
  for (auto& cause : d4.causes) {
    lowest = std::min(lowest, cause.id.value);
    cause.branch = branchOf(cause.type);
    if (cause.result != model::CauseResult::confirmed) continue;
    cause.rank = cause.type == CauseType::tua ? CauseRank::primary : CauseRank::secondary;
  }
  d4.causes.push_back(excluded(lowest - 1, CauseBranch::material, "来料不良", "Incoming material",
                               "IQC 复检 0/50 不良 / 0 of 50 defective"));
  d4.causes.push_back(excluded(lowest - 2, CauseBranch::environment, "温湿度超限", "Temperature or humidity",
                               "车间记录在限内 / shop floor records within limits"));
  for (auto& cause : d4.causes) {
    if (cause.result != model::CauseResult::excluded) continue;
    cause.verifiedBy = by;
    cause.verifiedOn = day;
  }
}

void weigh(model::DisciplineContent& d5) {
  d5.candidates.clear();
  for (const auto& action : d5.actions) {
    model::ActionCandidate best;
    best.causeId = action.causeId;
    best.text = action.text;
    best.effect = 5;
    best.risk = 4;
    best.cost = 3;
    best.time = 3;
    best.chosen = true;
    best.reason = "从源头消除原因 / removes the cause itself";
    d5.candidates.push_back(best);
    d5.candidates.push_back(moreInspection(action.causeId));
  }
  for (auto& action : d5.actions)
    if (action.proofBefore.empty()) action.proofBefore = "试产 200 件 0 不良 / 0 of 200 in a trial run";
}

void planValidation(model::DisciplineContent& d6, unsigned seed) {
  d6.effectCriterion = "连续 3 批 0 不良 / no failure in three consecutive lots";
  d6.effectWindow = 3;
  d6.effectUnit = model::WindowUnit::lots;
  d6.effectSample = 3000;
  for (auto& action : d6.actions)
    if (action.changeRecord.empty()) action.changeRecord = "4M-2026-" + std::to_string(100 + seed % 90);
}

void rateLine(model::DocumentChange& fmea) {
  fmea.severityBefore = 7;
  fmea.occurrenceBefore = 4;
  fmea.detectionBefore = 6;
  fmea.severityAfter = 7;
  fmea.occurrenceAfter = 2;
  fmea.detectionAfter = 3;
}

void askAcross(model::DisciplineContent& d7, model::Date day) {
  const auto asked = [&d7, day](model::AcrossKind kind, const char* subject, const char* owner,
                                const char* answer) {
    model::ReadAcross row;
    row.kind = kind;
    row.subject = subject;
    row.owner = owner;
    row.dueOn = day.plusDays(14);
    row.answer = answer;
    if (!row.answer.empty()) row.answeredOn = day;
    d7.readAcross.push_back(row);
  };
  d7.readAcross.clear();
  asked(model::AcrossKind::line, "2 号线 / line 2", "李强", "同样治具, 已更换 / same fixture, replaced");
  asked(model::AcrossKind::product, "同族型号 / same family", "赵敏",
        "不受影响: 无此工序 / not affected: no such step");
  asked(model::AcrossKind::project, "新项目 NP-27 / new project NP-27", "周工", "");
}

std::vector<model::PictureMark> defectMarks(const std::string& failure) {
  model::PictureMark circle;
  circle.shape = model::MarkShape::circle;
  circle.x1 = 3900;
  circle.y1 = 3900;
  circle.x2 = 6100;
  circle.y2 = 6500;
  model::PictureMark arrow;
  arrow.x1 = 8200;
  arrow.y1 = 1500;
  arrow.x2 = 6000;
  arrow.y2 = 4300;
  arrow.text = failure;
  return {circle, arrow};
}

}  // namespace octad::demo
