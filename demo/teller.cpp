#include "demo/teller.hpp"

#include <algorithm>
#include <array>

#include "demo/goods_teller.hpp"
#include "demo/photo.hpp"
#include "demo/tools.hpp"
#include "model/core/sha256.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/amend_complaint.hpp"
#include "model/usecases/assign_department.hpp"
#include "model/usecases/attach_file.hpp"
#include "model/usecases/close_complaint.hpp"
#include "model/usecases/decide_complaint.hpp"
#include "model/usecases/decide_similar.hpp"
#include "model/usecases/follow_up.hpp"
#include "model/usecases/keep_sample.hpp"
#include "model/usecases/lift_containment.hpp"
#include "model/usecases/mark_picture.hpp"
#include "model/usecases/publish_lesson.hpp"
#include "model/usecases/record_sample.hpp"
#include "model/usecases/register_complaint.hpp"
#include "model/usecases/reply_customer.hpp"
#include "model/usecases/review_discipline.hpp"
#include "model/usecases/rule_challenge.hpp"
#include "model/usecases/set_responsibility.hpp"
#include "model/usecases/sign_record.hpp"
#include "model/usecases/submit_discipline.hpp"
#include "model/usecases/verify_effect.hpp"

namespace octad::demo {

using model::DisciplineCode;

namespace {

constexpr const char* kManager = "chen";
constexpr const char* kChecker = "周敏";

/// The login that answers for a department.
std::string memberOf(const std::string& department) {
  if (department == "TE") return "liu";
  if (department == "PIE") return "zhao";
  if (department == "RD") return "li";
  return "sun";
}

template <class T>
T& ensure(std::vector<T>& rows) {
  return rows.emplace_back();
}

}  // namespace

/// What is being told, and how far the clock is.
struct Teller::Work {
  const Telling& telling;
  model::ComplaintId id;
  model::Instant at;
  model::Instant accepted{};  ///< goods may be announced from here on
  const Story& story() const { return *telling.story; }
  model::CaseTarget target() const { return {id, 0, {}}; }
};

Teller::Teller(model::Store& store, MovedClock& clock, model::Instant now, std::string cqe)
    : m_store(store),
      m_clock(clock),
      m_now(now),
      m_cqe(std::move(cqe)),
      m_calendar(model::Zone(store.reader().setting("zone")), store.reader().calendar()) {
  for (const auto& person : store.reader().people())
    m_people[person.login] = {person.id, person.name, person.login, person.roles, person.departmentId};
}

model::Workplace Teller::as(const std::string& login) {
  return {m_store, m_clock, m_people.at(login)};
}

void Teller::after(Work& work, int hours) {
  work.at = std::min(model::plusSeconds(work.at, 3600LL * hours), m_now);
  m_clock.move(work.at);
}

model::CaseFile Teller::read(const Work& work) {
  return m_store.reader().openCase(work.id);
}

void Teller::save(Work& work, const std::string& login, model::DisciplineContent content) {
  content.target = work.target();
  model::SaveDiscipline(as(login)).execute(content);
}

void Teller::handIn(Work& work, DisciplineCode code, const std::string& by) {
  model::SubmitDiscipline(as(by)).execute({work.target(), code, {}, {}});
  after(work, 3);
  model::ReviewDiscipline(as(kManager))
      .execute({work.target(), code, true, model::RejectReason::none, "内容完整, 同意"});
}

void Teller::sign(Work& work, const std::string& by, const std::string& subject,
                  model::SignatureMeaning meaning) {
  after(work, 1);
  model::SignRecord(as(by)).execute({work.id, subject, meaning, {}}, {});
}

void Teller::registerCase(Work& work) {
  const Telling& telling = work.telling;
  const Story& story = work.story();
  work.at = telling.receivedAt;
  after(work, 1);
  model::NewComplaint input;
  input.customer = telling.customer;
  input.customerRef = (telling.english ? "CC" : "QM-") + std::to_string(10000 + telling.seed * 37 % 89999);
  input.channel = telling.seed % 3 == 0 ? "portal" : telling.seed % 3 == 1 ? "email" : "resident";
  input.contact = telling.english ? "Frau Becker" : "张工";
  input.receivedAt = telling.receivedAt;
  input.title = telling.english ? story.failureEn : story.failure;
  input.verbatim = telling.english ? story.verbatimEn : story.verbatimZh;
  input.demand = telling.seed % 2 ? "8d,replace" : "8d,sort";
  input.newCustomerAllowed = false;
  input.safety = story.part == "PCBA-7731-B" && telling.seed % 4 == 0;
  input.owner = m_cqe;
  model::NewItem item;
  item.part = story.part;
  item.lot = telling.lot;
  item.failure = story.failure;
  item.defectKind = story.kind;
  item.quantityDefective = telling.defective;
  item.quantityDelivered = telling.delivered;
  constexpr int kDaysOnTheWay = 12;  // on the lots that carry a date of manufacture
  if (telling.seed % 3 != 1)
    item.builtOn = m_calendar.zone()
                       .date(telling.receivedAt)
                       .plusDays(-kDaysOnTheWay - static_cast<int>(telling.seed % 40));
  input.items.push_back(item);
  input.responsibleDepartment = story.department;
  work.id = model::RegisterComplaint(as("ma")).execute(input).id;
  m_caseOf[read(work).problem.id] = work.id;
}

/// First reply and decision; false when the story ends here.
bool Teller::decide(Work& work) {
  const Stage stage = work.telling.stage;
  if (stage == Stage::registered) return false;
  after(work, 5);
  if (stage == Stage::cancelled) {
    model::CancelComplaint(as(m_cqe)).execute({work.target(), "重复录入, 见上一张客诉单", {}});
    return false;
  }
  const bool english = work.telling.english;
  model::SendReply(as(m_cqe)).execute({work.target(), model::ReplyStage::first, "email",
                                       english ? "becker@customer.example" : "zhang@customer.example",
                                       english ? "We have received your complaint and started containment."
                                               : "贵司投诉已收到, 围堵措施已启动。"});
  after(work, 20);
  if (stage == Stage::notOurs) {
    model::DecideComplaint(as(m_cqe)).execute({work.target(),
                                               model::Acceptance::notOurs,
                                               model::Liability::customer,
                                               {},
                                               "客户端安装力矩超出图纸要求, 复测 OK"});
    after(work, 4);
    model::SendReply(as(m_cqe)).execute(
        {work.target(), model::ReplyStage::letter, "email", "customer@customer.example",
         english ? "The parts meet the drawing; the torque applied exceeds it."
                 : "零件符合图纸, 安装力矩超出规范, 附测试报告。"});
    return false;
  }
  model::DecideComplaint(as(m_cqe)).execute(
      {work.target(), model::Acceptance::accepted, model::Liability::ours, {}, {}});
  work.accepted = work.at;
  weighLaterCase(work);
  if (work.telling.seed % 2 == 0)
    model::SetResponsibility(as(m_cqe)).execute(
        {work.target(), work.story().department, "PROD", "TE", "首件与巡检记录核对后判定"});
  if (work.telling.seed % 5 != 0) {
    after(work, 48);
    model::SampleNews sample;
    sample.target = work.target();
    sample.arrivedAt = work.at;
    sample.analysableAt = work.at;
    sample.quantity = 3;
    model::RecordSample(as(m_cqe)).execute(sample);
    if (work.telling.seed % 3 == 0) passOnSample(work);
  }
  return true;
}

/// What the complaint says about the effect of an earlier 8D; the last ones wait for their ruling.
void Teller::weighLaterCase(Work& work) {
  if (work.telling.stage != Stage::closed && work.telling.seed % 4 == 0) return;
  for (const auto& challenge : m_store.reader().challengesBy(work.id)) {
    const auto earlier = m_caseOf.find(challenge.problemId);
    if (earlier == m_caseOf.end() || challenge.ruling) continue;
    const char* why =
        challenge.kind == model::ChallengeKind::earlierBuild ? "断点前生产的库存品, 已在原 8D 围堵范围内"
        : challenge.kind == model::ChallengeKind::challenged ? "复测为另一失效机理, 原措施仍有效"
                                                             : "按批次追溯为断点前生产";
    model::RuleChallenge(as(m_cqe)).execute(
        {{earlier->second, 0, {}}, challenge.laterNumber, model::ChallengeRuling::dismissed, why});
  }
}

/// The sample goes to the laboratory; the customer is asked whether it may be cut.
void Teller::passOnSample(Work& work) {
  model::SampleMove move;
  move.target = work.target();
  move.holder = m_people.at("liu").name;
  move.place = "TE 实验室, 货架 " + std::to_string(work.telling.seed % 9 + 1);
  model::MoveSample(as(m_cqe)).execute(move);
  model::SampleWord word;
  word.target = work.target();
  word.state = work.telling.seed % 2 ? model::Consent::granted : model::Consent::asked;
  word.givenBy = work.telling.english ? "Frau Becker" : "张工";
  word.note = work.telling.seed % 2 ? "可切片 1 件 / one piece may be cut" : "";
  model::NoteConsent(as(m_cqe)).execute(word);
}

void Teller::contain(Work& work) {
  const Story& story = work.story();
  const Telling& telling = work.telling;
  const model::Date today = m_calendar.zone().date(work.at);
  auto d0 = model::SaveDiscipline::from(read(work), DisciplineCode::d0);
  d0.text = story.emergency.inside;
  d0.textCustomer = story.emergency.customer;
  save(work, m_cqe, d0);

  auto d1 = model::SaveDiscipline::from(read(work), DisciplineCode::d1);
  d1.team = {{{}, {}, "王芳", model::TeamFunction::leader, "CQE", "wang.fang@yuantu.example"},
             {{}, {}, "陈伟", model::TeamFunction::sponsor, "QM", "chen.wei@yuantu.example"},
             {{},
              {},
              m_people.at(memberOf(story.department)).name,
              model::TeamFunction::participant,
              story.department,
              memberOf(story.department) + "@yuantu.example"},
             {{}, {}, "李强", model::TeamFunction::participant, "PROD", "li.qiang@yuantu.example"}};
  save(work, m_cqe, d1);

  auto d2 = model::SaveDiscipline::from(read(work), DisciplineCode::d2);
  d2.text = telling.customer + " 反馈批次 " + telling.lot + " " + story.failure;
  d2.textCustomer = "Parts " + story.part + " of lot " + telling.lot + ": " + story.failureEn;
  const std::string rate = std::to_string(telling.defective) + " / " + std::to_string(telling.delivered);
  d2.facts = {{{}, {}, model::Question::what, story.failure, story.failureEn},
              {{}, {}, model::Question::where, story.where, story.where},
              {{}, {}, model::Question::when, today.iso(), today.iso()},
              {{},
               {},
               model::Question::who,
               telling.english ? "Incoming inspection" : "客户 IQC",
               "incoming inspection"},
              {{}, {}, model::Question::why, "不符合规格", "out of specification"},
              {{}, {}, model::Question::how, story.how, story.how},
              {{}, {}, model::Question::howMany, rate, rate}};
  compare(d2, story, telling.lot);
  save(work, m_cqe, d2);

  auto d3 = model::SaveDiscipline::from(read(work), DisciplineCode::d3);
  const long long stock = 100 + telling.seed % 7 * 60;
  d3.cleanPoint = "L" + std::to_string(2601 + telling.seed % 40) + "C";
  d3.cleanPointDate = today;
  const auto counted = [](model::SweepLocation location, long long suspect, long long ng) {
    model::SweepRow row;
    row.location = location;
    row.suspect = suspect;
    row.ng = ng;
    row.ok = suspect - ng;
    return row;
  };
  model::SweepRow raw;
  raw.location = model::SweepLocation::raw;
  raw.notApplicable = "与来料无关 / not a material defect";
  model::SweepRow field;
  field.location = model::SweepLocation::field;
  field.notApplicable = "未流入市场 / not delivered to the field";
  model::SweepRow supplier;
  supplier.location = model::SweepLocation::supplier;
  supplier.notApplicable = "与供应商无关 / not a supplier's matter";
  d3.sweep = {raw,
              counted(model::SweepLocation::wip, stock, 2),
              counted(model::SweepLocation::finished, stock * 3, 3),
              counted(model::SweepLocation::transit, stock * 2, 1),
              counted(model::SweepLocation::customer, telling.delivered, telling.defective),
              field,
              supplier};
  model::Action& action = ensure(d3.actions);
  action.kind = model::ActionKind::containment;
  action.text = story.containment.inside;
  action.textCustomer = story.containment.customer;
  action.owner = "李强";
  action.dueOn = today.plusDays(1);
  action.doneOn = today;
  action.proof = "挑选记录 / sorting record SR-" + std::to_string(400 + telling.seed);
  const bool sorting = telling.stage == Stage::contained && telling.seed % 2 == 1;
  if (sorting) d3.sweep[2].ok = 0;
  save(work, m_cqe, d3);
  if (sorting) {
    GoodsTeller(m_store, m_clock, m_cqe).sortStock(work.id);
    return;
  }
  for (const auto code : {DisciplineCode::d0, DisciplineCode::d1, DisciplineCode::d2, DisciplineCode::d3})
    handIn(work, code, m_cqe);

  const std::string photo =
      story.kind == model::DefectKind::appearance ? surfacePhoto(telling.seed) : boardPhoto(telling.seed);
  model::NewAttachment file{work.target(),
                            "D2",
                            story.failureEn + ".png",
                            story.failure,
                            model::sha256Hex(photo),
                            static_cast<long long>(photo.size())};
  std::size_t read = 0;
  const auto stored = model::AttachFile(as(m_cqe)).execute(file, [&photo, &read](std::size_t limit) {
    const std::string chunk = photo.substr(read, limit);
    read += chunk.size();
    return chunk;
  });
  model::MarkPicture(as(m_cqe)).execute({work.target(), stored.id, defectMarks(story.failure)});
}

void Teller::ask(Work& work) {
  const auto due = m_calendar.zone().date(work.at).plusDays(7);
  model::AssignDepartment(as(m_cqe)).execute(
      {work.target(), work.story().department, "D4,D5", "请分析发生与流出原因并给出对策", due});
}

void Teller::findCauses(Work& work, bool proven) {
  const Story& story = work.story();
  const model::Date today = m_calendar.zone().date(work.at);
  auto d4 = model::SaveDiscipline::from(read(work), DisciplineCode::d4);
  d4.text = story.causes.front().text.inside;
  d4.textCustomer = story.causes.front().text.customer;
  d4.causes.clear();
  d4.whySteps.clear();
  long long key = 0;
  for (const StoryCause& told : story.causes) {
    model::Cause& cause = ensure(d4.causes);
    cause.id = model::CauseId(--key);
    cause.type = told.type;
    cause.text = told.text.inside;
    cause.textCustomer = told.text.customer;
    if (proven) {
      cause.result = model::CauseResult::confirmed;
      cause.method = told.method;
      cause.proof = told.proof;
      cause.verifiedBy = m_people.at(memberOf(story.department)).name;
      cause.verifiedOn = today;
    }
    int position = 0;
    for (const auto& [answer, evidence] : told.whySteps) {
      model::WhyStep& step = ensure(d4.whySteps);
      step.causeId = cause.id;
      step.position = ++position;
      step.answer = answer;
      step.evidence = proven ? evidence : "";
    }
    if (!proven) break;
  }
  // The gate asks for an answer on non-detection; a story without one says why there is none.
  const bool escapes = std::any_of(d4.causes.begin(), d4.causes.end(), [](const model::Cause& cause) {
    return cause.type == model::CauseType::tun;
  });
  if (proven && !escapes) {
    model::Cause& cause = ensure(d4.causes);
    cause.id = model::CauseId(--key);
    cause.type = model::CauseType::tun;
    cause.text = "出货检验无此项目, 非检测失效";
    cause.textCustomer = "Not an escape: the outgoing inspection has no such item";
    cause.result = model::CauseResult::excluded;
    cause.method = "检验规范核对 / review of the inspection plan";
    cause.proof = "IP-07 rev. 3";
    cause.verifiedBy = kChecker;
    cause.verifiedOn = today;
  }
  if (proven) place(d4, kChecker, today);
  save(work, memberOf(story.department), d4);
}

/// D4 with the department; false when the story ends on the way.
bool Teller::analyse(Work& work) {
  const std::string member = memberOf(work.story().department);
  const Telling& telling = work.telling;
  after(work, 60);
  const bool weakFirst = telling.rejectedOnce || telling.stage == Stage::rejected;
  findCauses(work, !weakFirst);
  model::SubmitDiscipline(as(member)).execute({work.target(), DisciplineCode::d4, {}, {}});
  if (telling.stage == Stage::answered) return false;
  if (weakFirst) {
    after(work, 8);
    model::ReviewDiscipline(as(m_cqe)).execute({work.target(), DisciplineCode::d4, false,
                                                model::RejectReason::noEvidence,
                                                "只有假设没有验证, 也没有流出原因; 请附切片或复现数据"});
    if (telling.stage == Stage::rejected) return false;
    after(work, 40);
    findCauses(work, true);
    model::SubmitDiscipline(as(member)).execute({work.target(), DisciplineCode::d4, {}, {}});
  }
  after(work, 6);
  model::ReviewDiscipline(as(m_cqe)).execute(
      {work.target(), DisciplineCode::d4, true, model::RejectReason::none, "证据充分"});
  return telling.stage != Stage::rootCause;
}

void Teller::plan(Work& work, bool second) {
  const Story& story = work.story();
  const auto file = read(work);
  auto d5 = model::SaveDiscipline::from(file, DisciplineCode::d5);
  const model::Date today = m_calendar.zone().date(work.at);
  d5.text = second ? "追加对策后重新实施" : "针对每个已确认原因制定对策";
  d5.textCustomer = second ? "Actions extended after the first verification failed"
                           : "One permanent action for each confirmed cause";
  for (const model::Cause& cause : file.causes) {
    if (cause.result != model::CauseResult::confirmed) continue;
    const auto told =
        std::find_if(story.causes.begin(), story.causes.end(),
                     [&cause](const StoryCause& candidate) { return candidate.text.inside == cause.text; });
    if (told == story.causes.end()) continue;
    model::Action action;
    action.causeId = cause.id;
    action.text = second ? told->action.inside + " (第 2 版)" : told->action.inside;
    action.textCustomer = told->action.customer;
    action.owner = told->actionOwner;
    action.dueOn = today.plusDays(10);
    d5.actions.push_back(action);
  }
  weigh(d5);
  save(work, memberOf(story.department), d5);
  after(work, 10);
  handIn(work, DisciplineCode::d5, memberOf(story.department));
}

void Teller::implement(Work& work) {
  auto d6 = model::SaveDiscipline::from(read(work), DisciplineCode::d6);
  const model::Date today = m_calendar.zone().date(work.at);
  d6.text = "对策已导入并由 IPQC 现场确认";
  d6.textCustomer = "Actions implemented and checked on the line";
  for (model::Action& action : d6.actions) {
    if (action.doneOn) continue;
    action.doneOn = today;
    action.proof = "ECN-" + std::to_string(800 + work.telling.seed % 90);
    action.effectiveness = 100;
    action.effectivenessMethod = "3 批抽检 / sampling of three lots";
    action.firstGoodLot = "L" + std::to_string(2610 + work.telling.seed % 40) + "A";
    action.checkedBy = kChecker == action.owner ? "陈伟" : kChecker;
    action.checkedOn = today;
  }
  planValidation(d6, static_cast<unsigned>(work.telling.seed));
  save(work, m_cqe, d6);
  handIn(work, DisciplineCode::d6, m_cqe);
}

/// Implementation and its verification; false when the story ends on the way.
bool Teller::verify(Work& work) {
  const Telling& telling = work.telling;
  after(work, 24 * 8);
  implement(work);
  if (telling.stage == Stage::implemented) return false;
  const auto check = [this, &work](bool good) {
    after(work, 24 * 12);
    model::EffectCheck effect;
    effect.target = work.target();
    effect.verifiedOn = m_calendar.zone().date(work.at);
    effect.lots = good ? 3 : 1;
    effect.inspected = good ? 3000 : 800;
    effect.failed = good ? 0 : 4;
    effect.criterion = "连续 3 批 0 不良 / no failure in three consecutive lots";
    effect.result = good ? model::VerificationResult::effective : model::VerificationResult::notEffective;
    effect.note = good ? "" : "第一批即再发, 原因分析需补充";
    model::VerifyEffect(as(m_cqe)).execute(effect);
  };
  if (telling.ineffectiveOnce || telling.stage == Stage::ineffective) {
    check(false);
    if (telling.stage == Stage::ineffective) return false;
    after(work, 30);
    auto d4 = model::SaveDiscipline::from(read(work), DisciplineCode::d4);
    d4.text += "\n补充: 对策只覆盖 A 班, B 班设备参数未同步";
    save(work, memberOf(work.story().department), d4);
    handIn(work, DisciplineCode::d4, memberOf(work.story().department));
    plan(work, true);
    after(work, 24 * 4);
    implement(work);
  }
  check(true);
  for (const auto& action : read(work).actions)
    if (action.kind == model::ActionKind::containment && action.doneOn)
      model::LiftContainment(as(m_cqe)).execute({work.target(), action.id, m_calendar.zone().date(work.at),
                                                 "长期对策有效, 解除围堵 / actions proven"});
  return true;
}

void Teller::prevent(Work& work) {
  const Story& story = work.story();
  auto d7 = model::SaveDiscipline::from(read(work), DisciplineCode::d7);
  const model::Date today = m_calendar.zone().date(work.at);
  d7.text = story.readAcross.inside;
  d7.textCustomer = story.readAcross.customer;
  const auto changed = [&today](model::DocumentKind kind, std::string document, std::string from,
                                std::string to) {
    model::DocumentChange change;
    change.kind = kind;
    change.document = std::move(document);
    change.oldRevision = std::move(from);
    change.newRevision = std::move(to);
    change.effectiveOn = today;
    return change;
  };
  d7.documentChanges = {changed(model::DocumentKind::pfmea, "PFMEA-" + story.part, "C", "D"),
                        changed(model::DocumentKind::controlPlan, "CP-" + story.part, "5", "6"),
                        changed(model::DocumentKind::workInstruction, story.document, "2", "3")};
  model::DocumentChange drawing;
  drawing.kind = model::DocumentKind::drawing;
  drawing.notAffected = "设计未变更 / no design change";
  d7.documentChanges.push_back(drawing);
  model::Action& action = ensure(d7.actions);
  action.kind = model::ActionKind::preventive;
  action.text = story.readAcross.inside;
  action.textCustomer = story.readAcross.customer;
  action.owner = "陈伟";
  action.dueOn = today.plusDays(20);
  action.doneOn = today;
  action.proof = "横展清单 / read-across list";
  rateLine(d7.documentChanges.front());
  askAcross(d7, today);
  save(work, m_cqe, d7);
  handIn(work, DisciplineCode::d7, m_cqe);
}

void Teller::returnGoods(Work& work) {
  GoodsTeller::Goods goods;
  goods.caseNumber = read(work).complaint.number;
  goods.announced = work.telling.defective;
  goods.received = work.telling.seed % 6 == 0 && goods.announced > 4 ? goods.announced - 1 : goods.announced;
  goods.seed = work.telling.seed;
  GoodsTeller(m_store, m_clock, m_cqe).tell(goods, work.accepted, work.at);
  m_clock.move(work.at);
}

/// Recent cases: goods are on their way or somewhere in the house.
void Teller::goodsUnderWay(Work& work) {
  using Until = GoodsTeller::Until;
  constexpr std::array kUntil{Until::sent,  Until::received, Until::stored,   Until::inTest,
                              Until::found, Until::working,  Until::announced};
  GoodsTeller::Goods goods;
  goods.caseNumber = read(work).complaint.number;
  goods.announced = work.telling.defective;
  goods.received = goods.announced;
  goods.seed = work.telling.seed;
  goods.until = kUntil[work.telling.seed % kUntil.size()];
  GoodsTeller(m_store, m_clock, m_cqe).tell(goods, work.at, m_now);
  m_clock.move(work.at);
}

/// 8D to the customer, answer, closing by somebody else.
void Teller::finish(Work& work) {
  const Telling& telling = work.telling;
  after(work, 5);
  model::DecideSimilar(as(m_cqe)).execute({work.target(),
                                           {},
                                           model::SimilarVerdict::different,
                                           0,
                                           "查过同类案件, 原因不同 / compared, other causes"});
  model::SendReply(as(m_cqe)).execute(
      {work.target(), model::ReplyStage::d8, "email",
       telling.english ? "becker@customer.example" : "zhang@customer.example",
       telling.english ? "Please find our 8D report attached." : "附件为 8D 报告, 请查收。"});
  if (telling.stage == Stage::replied) return;
  after(work, 50);
  model::RecordCustomerAnswer(as(m_cqe)).execute({work.target(),
                                                  {},
                                                  model::CustomerStatus::accepted,
                                                  telling.english ? "Accepted." : "接受, 同意结案。"});
  auto d8 = model::SaveDiscipline::from(read(work), DisciplineCode::d8);
  d8.text = "客户接受, 团队通报表扬";
  d8.textCustomer = "Accepted by the customer; thanks to the team.";
  d8.recognition = "质量例会通报表扬, 团队聚餐 / thanked in the quality meeting";
  save(work, m_cqe, d8);
  handIn(work, DisciplineCode::d8, m_cqe);
  auto amendment = model::AmendComplaint::from(read(work));
  amendment.target = work.target();
  amendment.lossMinor = 80000 + static_cast<long long>(telling.seed) % 17 * 31500;
  amendment.lossCurrency = telling.english ? "EUR" : "CNY";
  model::AmendComplaint(as(m_cqe)).execute(amendment);
  const std::string result = telling.seed % 6 == 0 ? "conditionally" : "satisfied";
  if (telling.seed % 2 == 0) {
    sign(work, m_cqe, "8d", model::SignatureMeaning::authored);
    sign(work, kManager, "D4", model::SignatureMeaning::approved);
    sign(work, kManager, "D6", model::SignatureMeaning::verified);
  }
  model::RequestClosing(as(m_cqe)).execute({work.target(), "连续三批无不良, 客户接受", result});
  if (telling.stage == Stage::closingReview) return;
  after(work, 6);
  model::CloseComplaint(as(kManager)).execute({work.target(), "连续三批无不良, 客户接受", result});
  if (telling.seed % 2 == 0) sign(work, kManager, "closing", model::SignatureMeaning::closed);
  // One of each story: the library holds what is known, not every case.
  if (m_taught.insert(work.story().part + work.story().failure).second)
    model::PublishLesson(as(m_cqe)).execute({work.target(), {}, {}, {}, {}, work.story().failureEn});
  visit(work);
  if (telling.stage != Stage::reopened) return;
  after(work, 24 * 2);
  model::ReopenComplaint(as(m_cqe)).execute({work.target(), "客户产线再次发现 2 件同类不良", {}});
}

/// The customer is called four days after the closing, where the policy asks for it; the newest closings
/// still wait for their visit.
void Teller::visit(Work& work) {
  constexpr int kHours = 24 * 4;
  if (!model::openFollowUp(read(work)) || m_now < model::plusSeconds(work.at, 3600LL * kHours)) return;
  after(work, kHours);
  model::FollowUpVisit visit;
  visit.target = work.target();
  visit.spokenWith = read(work).complaint.contact;
  if (visit.spokenWith.empty()) visit.spokenWith = "客户品质";
  if (work.telling.seed % 5 == 0) {
    visit.satisfaction = model::Satisfaction::conditionally;
    visit.words = "对策有效, 但答复较慢";
  }
  model::RecordFollowUp(as(m_cqe)).execute(visit);
}

void Teller::tell(const Telling& telling) {
  Work work{telling, {}, telling.receivedAt};
  registerCase(work);
  if (!decide(work)) return;
  contain(work);
  const bool recent = telling.stage != Stage::closed && telling.stage != Stage::reopened &&
                      telling.stage != Stage::closingReview && telling.stage != Stage::replied;
  if (recent && telling.seed % 2 == 1) goodsUnderWay(work);
  if (telling.stage == Stage::contained) return;
  after(work, 10);
  ask(work);
  if (telling.stage == Stage::asked || !analyse(work)) return;
  after(work, 24);
  plan(work, false);
  if (telling.stage == Stage::planned || !verify(work)) return;
  prevent(work);
  if (telling.seed % 2 == 0) returnGoods(work);
  finish(work);
}

}  // namespace octad::demo
