#include "tests/usecases/use_case_test.hpp"

#include "model/core/uuid.hpp"
#include "model/usecases/decide_similar.hpp"

namespace octad::model {

NewComplaint UseCaseTest::notice(long long defective) {
  NewComplaint complaint;
  complaint.uuid = newUuid();
  complaint.customer = "甲公司";
  complaint.customerRef = "Q-4711";
  complaint.title = "无输出 / no output";
  complaint.verbatim = "Units show no output\nafter 2 h.";
  complaint.demand = "8d,replace";
  complaint.items = {{"P-100", "开关电源 100W", "LOT1", "no output", DefectKind::functional, defective, 100}};
  return complaint;
}

ComplaintId UseCaseTest::registerCase(long long defective) {
  return RegisterComplaint(as("wang")).execute(notice(defective)).id;
}

void UseCaseTest::accept(ComplaintId id) {
  AcceptanceDecision decision;
  decision.target = target(id);
  DecideComplaint(as("wang")).execute(decision);
}

ComplaintId UseCaseTest::acceptedCase(long long defective) {
  const auto id = registerCase(defective);
  accept(id);
  return id;
}

void UseCaseTest::assign(ComplaintId id, const std::string& department, const std::string& disciplines,
                         const std::string& login) {
  DepartmentQuestion question;
  question.target = target(id);
  question.department = department;
  question.disciplines = disciplines;
  question.question = "请分析原因";
  question.dueOn = today().plusDays(3);
  AssignDepartment(as(login)).execute(question);
}

DisciplineContent UseCaseTest::content(ComplaintId id, DisciplineCode code) {
  auto content = SaveDiscipline::from(open(id), code);
  content.target = target(id);
  return content;
}

void UseCaseTest::save(const std::string& login, const DisciplineContent& content) {
  SaveDiscipline(as(login)).execute(content);
}

void UseCaseTest::submit(const std::string& login, ComplaintId id, DisciplineCode code) {
  DisciplineSubmission submission;
  submission.target = target(id);
  submission.code = code;
  SubmitDiscipline(as(login)).execute(submission);
}

void UseCaseTest::approve(const std::string& login, ComplaintId id, DisciplineCode code,
                          const std::string& text) {
  DisciplineVerdict verdict;
  verdict.target = target(id);
  verdict.code = code;
  verdict.text = text;
  ReviewDiscipline(as(login)).execute(verdict);
}

namespace {

void fillContainment(DisciplineContent& content, Date today) {
  for (const auto& location : EnumKeys<SweepLocation>::entries) {
    SweepRow row;
    row.location = location.value;
    if (location.value == SweepLocation::finished) {
      row.suspect = 100;
      row.ok = 95;
      row.ng = 5;
    } else {
      row.notApplicable = "无库存";
    }
    content.sweep.push_back(row);
  }
  Action action;
  action.text = "封存并全检";
  action.owner = "周凯";
  action.doneOn = today;
  action.proof = "记录 S-1";
  content.actions = {action};
  content.cleanPoint = "LOT9";
}

void fillCauses(DisciplineContent& content, Date today) {
  content.causes.clear();
  content.whySteps.clear();
  for (const auto type : {CauseType::tua, CauseType::tun}) {
    Cause cause;
    cause.id = CauseId(-1 - static_cast<long long>(content.causes.size()));
    cause.type = type;
    cause.text = type == CauseType::tua ? "焊点虚焊" : "测试未覆盖";
    cause.result = CauseResult::confirmed;
    cause.method = "切片";
    cause.proof = "图 3";
    cause.verifiedOn = today;
    content.causes.push_back(cause);
    WhyStep step;
    step.causeId = cause.id;
    step.answer = "温度偏低";
    content.whySteps.push_back(step);
  }
}

void fillPlan(DisciplineContent& content, const CaseFile& file, Date today) {
  content.actions.clear();
  for (const auto& cause : file.causes) {
    Action action;
    action.causeId = cause.id;
    action.text = "提高炉温";
    action.owner = "刘洋";
    action.dueOn = today.plusDays(5);
    content.actions.push_back(action);
  }
}

void fillImplementation(DisciplineContent& content, Date today) {
  for (auto& action : content.actions) {
    action.doneOn = today;
    action.proof = "参数表 B";
    action.effectiveness = 100;
    action.effectivenessMethod = "500 件无不良";
    action.firstGoodLot = "LOT10";
    action.checkedBy = "钱进";
    action.checkedOn = today;
  }
}

void fillPrevention(DisciplineContent& content) {
  for (const auto kind : {DocumentKind::pfmea, DocumentKind::controlPlan, DocumentKind::workInstruction}) {
    DocumentChange change;
    change.kind = kind;
    change.document = "DOC-1";
    change.oldRevision = "A";
    change.newRevision = "B";
    content.documentChanges.push_back(change);
  }
}

}  // namespace

void UseCaseTest::fill(const std::string& login, ComplaintId id, DisciplineCode code) {
  const CaseFile file = open(id);
  auto content = this->content(id, code);
  const Date day = today();
  content.text = std::string(keyOf(code)) + " 内部说明";
  content.textCustomer = std::string(keyOf(code)) + " for the customer";
  if (code == DisciplineCode::d1)
    content.team = {{{}, {}, "王芳", TeamFunction::leader, "CQE", "a@b.c"},
                    {{}, {}, "刘洋", TeamFunction::participant, "TE", ""}};
  if (code == DisciplineCode::d2) {
    content.facts.clear();
    for (const auto question : {Question::what, Question::where, Question::when, Question::howMany})
      content.facts.push_back({{}, {}, question, "事实", "fact"});
  }
  if (code == DisciplineCode::d3) fillContainment(content, day);
  if (code == DisciplineCode::d4) fillCauses(content, day);
  if (code == DisciplineCode::d5) fillPlan(content, file, day);
  if (code == DisciplineCode::d6) fillImplementation(content, day);
  if (code == DisciplineCode::d7) fillPrevention(content);
  save(login, content);
  if (code == DisciplineCode::d8)
    DecideSimilar(as("wang")).execute({target(id), "", SimilarVerdict::different, 0, "没有相同的案件"});
}

void UseCaseTest::finish(const std::string& login, ComplaintId id, DisciplineCode code) {
  fill(login, id, code);
  submit(login, id, code);
  approve("hu", id, code);
}

DisciplineState UseCaseTest::state(ComplaintId id, DisciplineCode code) {
  return open(id).discipline(code).state;
}

}  // namespace octad::model
