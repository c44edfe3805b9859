#pragma once

#include <cairo/cairo.h>
#include <string>

#include "model/cases/case_file.hpp"
#include "reports/charts/drawing.hpp"
#include "reports/charts/palette.hpp"
#include "reports/charts/text.hpp"

namespace octad::tests {

// Words that stand only in internal fields; no document for a customer may hold one of them.
inline constexpr const char* kInternalWords[] = {"INTERNAL-STATEMENT", "INTERNAL-D4",     "INTERNAL-CAUSE",
                                                 "INTERNAL-ACTION",    "INTERNAL-FACT",   "INTERNAL-REMARK",
                                                 "INTERNAL-REVIEW",    "INTERNAL-POINTS", "INTERNAL-CLOSING",
                                                 "SIBLING-CUSTOMER",   "INTERNAL-NOTE"};

/// 2026-10-<day> <hour>:00 in Shanghai.
inline model::Instant october(int day, int hour = 9) {
  const model::Zone zone("Asia/Shanghai");
  return zone.instant({model::Date(2026, 10, static_cast<unsigned>(day)), hour, 0, 0});
}

/// A photo of a solder joint, drawn.
inline std::string photoPng(bool good, double width = 640, double height = 440) {
  reports::Drawing drawing;
  drawing.width = width;
  drawing.height = height;
  drawing.draw = [good](cairo_t* cr, double w, double h) {
    reports::setSource(cr, reports::rgb(0x1C4A36));
    cairo_rectangle(cr, 0, 0, w, h);
    cairo_fill(cr);
    for (int i = 0; i < 4; ++i) {
      const double x = w * (0.2 + 0.2 * i);
      reports::setSource(cr, reports::rgb(0xC9A24B));
      cairo_arc(cr, x, h * 0.5, 52, 0, 6.2832);
      cairo_fill(cr);
      reports::setSource(cr, reports::rgb(!good && i == 2 ? 0x3A3F45 : 0xDDE3E8));
      cairo_arc(cr, x, h * 0.5, 36, 0, 6.2832);
      cairo_fill(cr);
    }
    if (good) return;
    reports::setSource(cr, reports::rgb(0xFF5533));
    cairo_set_line_width(cr, 5);
    cairo_arc(cr, w * 0.6, h * 0.5, 70, 0, 6.2832);
    cairo_stroke(cr);
  };
  return reports::toPng(drawing, 1);
}

namespace rich {

using namespace octad::model;

inline void addHead(CaseFile& file) {
  auto& head = file.complaint;
  head.id = ComplaintId(1);
  head.number = "C26-00412";
  head.problemId = ProblemId(1);
  head.customerId = CustomerId(1);
  head.customerRef = "QN-2026-77310";
  head.channel = "portal";
  head.contact = "Frau Weber, weber@nordstern.example";
  head.receivedAt = october(9, 14);
  head.noticeMonth = "2026-10";
  head.title = "电源模块上电无输出 / No output after power-on";
  head.verbatim =
      "During end-of-line test 18 of 4,000 modules show no output voltage.\nLine stopped for 40 minutes; "
      "please "
      "send an 8D.";
  head.statement = "INTERNAL-STATEMENT 焊锡机故障";
  head.statementCustomer =
      "18 只 PSU-12V-2A（批次 20260918）在客户下线测试时无输出：插座 J3 焊点虚焊。\n18 pcs of PSU-12V-2A, "
      "lot 20260918, "
      "without output in the end-of-line test: open solder joint at connector J3.";
  head.demand = "8d,sort,replace";
  head.requestedDate = Date(2026, 10, 23);
  head.state = CaseState::closed;
  head.acceptance = Acceptance::accepted;
  head.liability = Liability::ours;
  head.ownerId = PersonId(1);
  head.responsibleDepartmentId = DepartmentId(1);
  head.severity = SeverityClass::major;
  head.severityProvisional = false;
  head.weight = 2;
  head.result = "satisfied";
  head.lossMinor = 1264050;
  head.lossCurrency = "CNY";
  head.remarks = "INTERNAL-REMARK";
  head.closedAt = october(30, 16);
  head.partNumber = "PSU-12V-2A";
  head.failure = "无输出";
  file.customer = {
      CustomerId(1), "NST", "北辰汽车电子 Nordstern Automotive GmbH", "Hafenstraße 12, 28195 Bremen",
      150,           true};
  file.parts = {{PartId(1), "PSU-12V-2A", "12V2A 电源模块", "PSU", false, true},
                {PartId(2), "PSU-12V-3A", "12V3A 电源模块", "PSU", false, true}};
  file.items = {{ItemId(1),
                 ComplaintId(1),
                 1,
                 PartId(1),
                 "20260918",
                 "上电无输出 no output",
                 std::nullopt,
                 DefectKind::functional,
                 18,
                 4000,
                 SeverityClass::major,
                 "",
                 {}},
                {ItemId(2),
                 ComplaintId(1),
                 2,
                 PartId(2),
                 "20260921",
                 "插座松动 loose connector",
                 std::nullopt,
                 DefectKind::appearance,
                 2,
                 1200,
                 SeverityClass::other,
                 "",
                 {}}};
  file.people = {{PersonId(1), "wangfang", "王芳", "", std::nullopt, true, {}},
                 {PersonId(2), "lijun", "李军", "", std::nullopt, true, {}},
                 {PersonId(3), "zhaomin", "赵敏", "", std::nullopt, true, {}}};
  file.departments = {{DepartmentId(1), "PIE", "制造工程部", "Manufacturing engineering", true},
                      {DepartmentId(2), "IPQC", "制程品质", "In-process quality", true}};
  file.problem.number = "P26-00288";
  file.problem.title = "J3 虚焊";
  file.problem.cleanPoint = "20261012-A";
  file.problem.cleanPointDate = Date(2026, 10, 12);
  file.siblings = {{ComplaintId(2), "C26-00420", "SIBLING-CUSTOMER", CaseState::handling}};
}

inline void addDisciplines(CaseFile& file) {
  const auto add = [&file](DisciplineCode code, std::string text, std::string customer) {
    Discipline step;
    step.id = DisciplineId(static_cast<long long>(file.disciplines.size()) + 1);
    step.code = code;
    step.state = DisciplineState::approved;
    step.text = std::move(text);
    step.textCustomer = std::move(customer);
    step.revision = code == DisciplineCode::d4 ? 2 : 1;
    step.decidedAt = october(10 + static_cast<int>(file.disciplines.size()) * 2, 11);
    file.disciplines.push_back(step);
  };
  add(DisciplineCode::d0, "",
      "立即冻结成品库存并通知客户暂停使用批次 20260918。\nStock frozen at once; customer told to hold lot "
      "20260918.");
  add(DisciplineCode::d1, "", "");
  add(DisciplineCode::d2, "", "");
  add(DisciplineCode::d3, "",
      "挑选与换货在 48 小时内完成。 Sorting and replacement finished within 48 hours.");
  add(DisciplineCode::d4, "INTERNAL-D4 夜班没人管",
      "波峰焊预热区温度下降 25 °C，J3 大热容引脚未充分润湿。\nThe preheat zone of the wave solder line was "
      "25 °C too cold; "
      "the pins of J3 with their high thermal mass were not wetted.");
  add(DisciplineCode::d5, "", "");
  add(DisciplineCode::d6, "", "");
  add(DisciplineCode::d7, "", "已横向展开到 3 条波峰焊线。 Read across to three wave solder lines.");
  add(DisciplineCode::d8, "", "感谢小组成员与客户的配合。 Our thanks to the team and to the customer.");
}

inline void addTeamAndFacts(CaseFile& file) {
  const ProblemId problem(1);
  file.team = {{RowId(1), problem, "陈伟", TeamFunction::participant, "研发部 R&D", "chenwei@octad.example"},
               {RowId(2), problem, "李军", TeamFunction::leader, "制造工程部 PIE", "lijun@octad.example"},
               {RowId(3), problem, "赵敏", TeamFunction::sponsor, "质量部 Quality", "zhaomin@octad.example"},
               {RowId(4), problem, "王芳", TeamFunction::contact, "质量部 CQE", "+86 21 5555 0110"}};
  file.facts = {
      {RowId(1), problem, Question::what, "无输出", "上电无输出，J3 焊点开路 No output, open joint at J3"},
      {RowId(2), problem, Question::where, "INTERNAL-FACT",
       "客户 2 号线下线测试 Customer line 2, end-of-line test"},
      {RowId(3), problem, Question::when, "2026-10-08 夜班 night shift", ""},
      {RowId(4), problem, Question::howMany, "", "18 / 4,000"},
      {RowId(5), problem, Question::how, "", "功能测试 100 % functional test"}};
}

inline void addContainment(CaseFile& file) {
  const ProblemId problem(1);
  file.sweep = {{SweepRowId(1), problem, SweepLocation::raw, "原材料不受影响 raw material not affected", 0, 0,
                 0, 0, 0, ""},
                {SweepRowId(2), problem, SweepLocation::wip, "", 1250, 1238, 4, 8, 0, ""},
                {SweepRowId(3), problem, SweepLocation::finished, "", 12400, 12361, 21, 18, 0, ""},
                {SweepRowId(4), problem, SweepLocation::transit, "", 2000, 1996, 4, 0, 0, ""},
                {SweepRowId(5), problem, SweepLocation::customer, "", 3982, 3890, 12, 0, 0, ""},
                {SweepRowId(6), problem, SweepLocation::field, "", 60, 0, 0, 0, 60, "赵敏 Zhao Min"}};
}

inline void addCauses(CaseFile& file) {
  const ProblemId problem(1);
  const auto cause = [&](long long id, CauseType type, std::string text, CauseResult result,
                         std::string method, std::string proof) {
    file.causes.push_back({CauseId(id),
                           problem,
                           type,
                           "INTERNAL-CAUSE " + std::to_string(id),
                           std::move(text),
                           result,
                           std::move(method),
                           std::move(proof),
                           "李军",
                           Date(2026, 10, 16),
                           {},
                           {}});
  };
  cause(4, CauseType::sun,
        "控制计划未要求测量预热温度 The control plan does not ask for the preheat temperature",
        CauseResult::confirmed, "文件评审 document review",
        "CP-017 Rev. C 无该特性 lacks the characteristic");
  cause(1, CauseType::tua, "预热区第 3 段加热管断路 Heater 3 of the preheat zone failed open",
        CauseResult::confirmed, "再现试验 reproduction",
        "断开加热管后 30 片出现 6 片虚焊 6 of 30 boards with open joints when switched off");
  cause(2, CauseType::tun, "AOI 从上方看不到 J3 底部焊点 AOI cannot see the bottom joints of J3",
        CauseResult::confirmed, "测量系统分析 MSA", "30 个不良样品全部漏检 30 of 30 known bad boards passed");
  cause(3, CauseType::sua, "加热管无预防性更换周期 No preventive replacement interval for heaters",
        CauseResult::hypothesis, "", "");
  cause(5, CauseType::tua, "助焊剂用量不足 Too little flux", CauseResult::excluded, "称重 weighing",
        "0.42 mg/cm² 在规格内 within specification");
  const auto why = [&](long long id, long long of, int position, std::string answer, std::string evidence) {
    file.whySteps.push_back(
        {WhyStepId(id), problem, CauseId(of), position, std::move(answer), std::move(evidence), {}});
  };
  why(1, 1, 1, "J3 引脚未润湿 J3 pins not wetted", "切片 cross-section");
  why(2, 1, 2, "焊接温度不足 Solder temperature too low", "炉温曲线 profile 2026-10-08");
  why(3, 1, 3, "预热区第 3 段未加热 Preheat zone 3 without heat", "电流 0 A current");
  why(4, 2, 1, "不良板通过 AOI Bad boards passed AOI", "AOI 记录 log");
  why(5, 2, 2, "相机只有俯视角 Camera looks from above only", "");
  why(6, 4, 1, "温度漂移未被发现 The drift was not noticed", "点检表 check sheet");
  why(7, 3, 1, "加热管用到损坏为止 Heaters run to failure", "维修记录 service record");
  why(8, 1, 1, "助焊剂活性下降 Flux lost its activity", "开封 9 天 open for nine days");
  file.whySteps.back().parentId = WhyStepId(1);
  file.whySteps.back().rootCause = true;
  file.causes[0].branch = CauseBranch::method;
  file.causes[1].branch = CauseBranch::machine;
  file.causes[1].rank = CauseRank::primary;
  file.causes[2].branch = CauseBranch::measurement;
  file.causes[2].rank = CauseRank::secondary;
  file.causes[3].branch = CauseBranch::machine;
  file.causes[4].branch = CauseBranch::material;
}

/// What stands beside the texts of the disciplines.
inline void addTools(CaseFile& file) {
  IsNot where;
  where.question = Question::where;
  where.isFact = "插座 J3 connector J3";
  where.isNot = "插座 J1、J2 connectors J1, J2";
  where.distinction = "J3 在板边 at the edge of the board";
  where.changed = "2026-09-15 换托盘 carrier changed";
  file.isNots = {where};
  ActionCandidate other;
  other.text = "INTERNAL-ACTION candidate";
  file.candidates = {other};
  ReadAcross line;
  line.kind = AcrossKind::line;
  line.subject = "2 号波峰焊线 wave soldering line 2";
  line.owner = "INTERNAL-NOTE";
  line.dueOn = Date(2026, 11, 6);
  line.answeredOn = Date(2026, 10, 30);
  line.answer = "INTERNAL-NOTE answer of the line";
  ReadAcross project = line;
  project.kind = AcrossKind::project;
  project.subject = "新项目 PSU-24V new project";
  project.answeredOn.reset();
  project.answer.clear();
  file.readAcross = {line, project};
  auto& problem = file.problem;
  problem.effectCriterion = "3 批连续 0 不良 no failure in three lots";
  problem.effectWindow = 3;
  problem.effectUnit = WindowUnit::lots;
  problem.effectSample = 3600;
  problem.recognition = "质量例会表扬 thanked in the quality meeting";
  for (auto& action : file.actions) {
    if (action.id == ActionId(1)) action.sideEffects = "交期晚 1 天 delivery a day late";
    if (action.id == ActionId(3)) {
      action.proofBefore = "试产 200 件 trial of 200 boards";
      action.changeRecord = "4M-2026-118";
      action.customerApproval = CustomerApproval::granted;
      action.approvalRecord = "PCN-26-014";
    }
  }
  PictureMark mark;
  mark.attachmentId = AttachmentId(1);
  mark.x1 = 8500;
  mark.y1 = 1200;
  mark.x2 = 6700;
  mark.y2 = 4200;
  mark.text = "开路 open joint here";
  file.pictureMarks = {mark};
  auto& pfmea = file.documentChanges.front();
  pfmea.severityBefore = 8;
  pfmea.occurrenceBefore = 4;
  pfmea.detectionBefore = 6;
  pfmea.severityAfter = 8;
  pfmea.occurrenceAfter = 2;
  pfmea.detectionAfter = 3;
}

inline void addActions(CaseFile& file) {
  const ProblemId problem(1);
  const auto action = [&](long long id, ActionKind kind, std::optional<CauseId> cause, std::string text,
                          std::string owner) -> Action& {
    Action row;
    row.id = ActionId(id);
    row.problemId = problem;
    row.kind = kind;
    row.causeId = cause;
    row.text = "INTERNAL-ACTION";
    row.textCustomer = std::move(text);
    row.owner = std::move(owner);
    row.departmentId = DepartmentId(id % 2 == 0 ? 2 : 1);
    row.dueOn = Date(2026, 10, static_cast<unsigned>(10 + id * 2));
    row.doneOn = Date(2026, 10, static_cast<unsigned>(9 + id * 2));
    file.actions.push_back(row);
    return file.actions.back();
  };
  auto& sorting = action(
      1, ActionKind::containment, std::nullopt,
      "客户库存与在途品 100 % 功能挑选 100 % functional sorting at the customer and in transit", "王芳");
  sorting.proof = "挑选记录 sorting report S-118";
  sorting.effectiveness = 100;
  sorting.effectivenessMethod = "复检 re-inspection 500 pcs";
  action(2, ActionKind::containment, std::nullopt, "每小时切片一片直至 D6 One cross-section an hour until D6",
         "刘洋")
      .proof = "切片记录 log";
  auto& heater = action(3, ActionKind::corrective, CauseId(1),
                        "更换加热管并增加断线报警 Replace the heater, add a broken-wire alarm", "李军");
  heater.proof = "报警测试 alarm test 2026-10-15";
  heater.effectiveness = 100;
  heater.effectivenessMethod = "炉温曲线 profile";
  heater.firstGoodLot = "20261012-A";
  heater.checkedBy = "刘洋";
  heater.checkedOn = Date(2026, 10, 17);
  auto& camera = action(4, ActionKind::corrective, CauseId(2),
                        "AOI 增加 45° 侧视相机 Side camera (45°) at the AOI", "陈伟");
  camera.proof = "MSA 30/30";
  camera.effectiveness = 97;
  camera.effectivenessMethod = "MSA";
  camera.firstGoodLot = "20261018-B";
  auto& interval = action(5, ActionKind::preventive, CauseId(3),
                          "加热管每 4,000 小时更换 Heaters are replaced every 4,000 hours", "李军");
  interval.proof = "维护计划 maintenance plan M-22";
  auto& late =
      action(6, ActionKind::preventive, CauseId(4), "横向展开到工厂 2 Read across to plant 2", "赵敏");
  late.doneOn.reset();
  file.verifications = {{RowId(1), problem, Date(2026, 10, 20), 3, 1500, 2,
                         "3 批连续 0 不良 three lots in a row without failure",
                         VerificationResult::notEffective, "INTERNAL-NOTE", PersonId(3), october(20)},
                        {RowId(2), problem, Date(2026, 10, 28), 3, 3600, 0,
                         "3 批连续 0 不良 three lots in a row without failure", VerificationResult::effective,
                         "", PersonId(3), october(28)}};
  file.documentChanges = {{RowId(1),
                           problem,
                           DocumentKind::pfmea,
                           "PFMEA-PSU-03",
                           "D",
                           "E",
                           Date(2026, 10, 24),
                           "",
                           {},
                           {},
                           {},
                           {},
                           {},
                           {}},
                          {RowId(2),
                           problem,
                           DocumentKind::controlPlan,
                           "CP-017",
                           "C",
                           "D",
                           Date(2026, 10, 24),
                           "",
                           {},
                           {},
                           {},
                           {},
                           {},
                           {}},
                          {RowId(3),
                           problem,
                           DocumentKind::drawing,
                           "DWG-PSU-12V",
                           "",
                           "",
                           std::nullopt,
                           "设计未变 design unchanged",
                           {},
                           {},
                           {},
                           {},
                           {},
                           {}}};
}

/// D4 was rejected once and approved in revision 2.
inline void addApprovals(CaseFile& file) {
  long long id = 0;
  for (const auto& step : file.disciplines) {
    for (int revision = 1; revision <= step.revision; ++revision) {
      Submission answer;
      answer.id = SubmissionId(++id);
      answer.discipline = step.code;
      answer.revision = revision;
      answer.submittedBy = PersonId(2);
      answer.submittedAt = october(10 + static_cast<int>(id), 15);
      if (step.code == DisciplineCode::d5) answer.onBehalfOf = DepartmentId(1);
      answer.sha256 = "9f2c41d07be85a3" + std::to_string(id % 10) + std::string(48, '0');
      file.submissions.push_back(answer);
      Review review;
      review.id = RowId(id);
      review.submissionId = answer.id;
      review.approved = revision == step.revision;
      review.reasonCode = review.approved ? RejectReason::none : RejectReason::noEvidence;
      review.text = review.approved ? "" : "INTERNAL-REVIEW";
      review.reviewedBy = PersonId(1);
      review.reviewedAt = october(11 + static_cast<int>(id), 9);
      file.reviews.push_back(review);
    }
  }
}

inline void addEnd(CaseFile& file) {
  Reply first;
  first.stage = ReplyStage::d3;
  first.medium = "portal";
  first.recipient = "Frau Weber";
  first.sentAt = october(10, 10);
  first.sentBy = PersonId(1);
  first.status = CustomerStatus::provisionally;
  first.answer = "Please add the field stock.";
  first.answeredAt = october(12);
  Reply last = first;
  last.stage = ReplyStage::d8;
  last.sentAt = october(29, 17);
  last.status = CustomerStatus::accepted;
  last.answer = "Accepted, thank you.";
  last.answeredAt = october(30, 10);
  file.replies = {first, last};
  ReturnShare share;
  share.id = ReturnLineId(1);
  share.returnId = ReturnId(1);
  share.number = "R26-00007";
  share.partId = PartId(1);
  share.receivedOn = Date(2026, 10, 13);
  file.returns = {share};
  const auto flow = [&file](ReturnPlace from, ReturnPlace to, long long quantity, Finding before,
                            Finding after, Disposition disposition = Disposition::none) {
    file.returnFlows.push_back({ReturnLineId(1), from, to, before, after, disposition, quantity});
  };
  using enum ReturnPlace;
  flow(outside, expected, 20, Finding::open, Finding::open);
  flow(expected, quarantine, 18, Finding::open, Finding::open);
  flow(expected, missing, 2, Finding::open, Finding::open);
  flow(quarantine, awaiting, 15, Finding::open, Finding::confirmed);
  flow(quarantine, awaiting, 2, Finding::open, Finding::noTroubleFound);
  flow(quarantine, awaiting, 1, Finding::open, Finding::customerCaused);
  flow(awaiting, work, 15, Finding::confirmed, Finding::confirmed, Disposition::scrap);
  flow(work, scrapped, 15, Finding::confirmed, Finding::confirmed, Disposition::scrap);
  file.sweepCounts = {{RowId(1), "", ProblemId(1), SweepRowId(2), Date(2026, 10, 11), 1200, 3, 8, false,
                       "L2608", PersonId(1), october(11)},
                      {RowId(2), "", ProblemId(1), SweepRowId(2), Date(2026, 10, 12), 38, 1, 0, false, "",
                       PersonId(1), october(12)}};
  file.closings = {{RowId(1), ComplaintId(1), false, "INTERNAL-CLOSING", "INTERNAL-POINTS", PersonId(1),
                    PersonId(3), october(30, 16)}};
  const auto attach = [&file](long long id, std::string step, std::string name, std::string type,
                              std::string caption) {
    file.attachments.push_back(
        {AttachmentId(id), ComplaintId(1), std::move(step), name, name, std::move(type), std::move(caption),
         std::string(60, 'a') + "000" + std::to_string(id), 184320, PersonId(1), october(11)});
  };
  attach(1, "D2", "J3-open-joint.png", "image/png", "虚焊焊点 Open solder joint at J3 (pin 3)");
  attach(2, "D2", "J3-good-joint.png", "image/png", "合格焊点 Good joint for comparison");
  attach(3, "D4", "furnace-profile.pdf", "application/pdf", "炉温曲线 Furnace profile");
}

}  // namespace rich

/// A major case worked through from D0 to D8: four cause types, a rejected and resubmitted D4, a verification
/// that failed and one that held, photos, a return, and internal wording in every field that has one.
inline model::CaseFile richCase() {
  model::CaseFile file;
  rich::addHead(file);
  rich::addDisciplines(file);
  rich::addTeamAndFacts(file);
  rich::addContainment(file);
  rich::addCauses(file);
  rich::addActions(file);
  rich::addApprovals(file);
  rich::addTools(file);
  rich::addEnd(file);
  return file;
}

inline std::string richPhotos(model::AttachmentId id) {
  return photoPng(id.value == 2);
}

inline const char* const kRichHash = "3f2a91c05d7e4b61aa02c9f8e1d34b7f6a5c0e9d8b7a69584736251403f2e1d0";

}  // namespace octad::tests
