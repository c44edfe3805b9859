#include "db/admin/shipped_words.hpp"
#include "model/eightd/gates.hpp"
#include "model/ports/family_reader.hpp"
#include "model/usecases/close_complaint.hpp"
#include "model/usecases/decide_customer.hpp"
#include "model/usecases/decide_similar.hpp"
#include "model/usecases/join_problem.hpp"
#include "model/usecases/publish_lesson.hpp"
#include "model/usecases/reply_customer.hpp"
#include "templates/templates.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

const FailureReader& words() {
  static const FailureReader reader(db::failureWords(resources::octad_templates().at(kFailureWordFile)));
  return reader;
}

/// Similar cases, other customers, lessons.
class SimilarTest : public UseCaseTest {
 protected:
  ComplaintId registered(const std::string& customer, const std::string& failure, const std::string& words_,
                         const std::string& part = "P-100") {
    auto complaint = notice();
    complaint.customer = customer;
    complaint.title = failure;
    complaint.verbatim = words_;
    complaint.items.at(0).part = part;
    complaint.items.at(0).failure = failure;
    return RegisterComplaint(as("wang")).execute(complaint).id;
  }
  std::vector<SimilarCase> ranked(ComplaintId id) {
    return similarCases(reader().family(), words(), open(id));
  }
  void decide(ComplaintId id, SimilarVerdict verdict, const std::string& other,
              const std::string& reason = "比对后的结论") {
    DecideSimilar(as("wang")).execute({target(id), other, verdict, 63, reason});
  }
  std::string number(ComplaintId id) { return open(id).complaint.number; }
};

TEST_P(SimilarTest, TheSameFailureInOtherWordsAndAnotherLanguageComesFirst) {
  const auto first = registered("乙公司", "焊点虚焊", "拆机发现电感虚焊");
  const auto scratch = registered("乙公司", "外壳划伤", "外观面有划痕");
  const auto other = registered("乙公司", "Cold solder joint", "Inductor not wetted", "P-200");
  const auto id = registered("甲公司", "电感假焊", "电感引脚假焊");
  const auto found = ranked(id);
  ASSERT_GE(found.size(), 2u);
  EXPECT_EQ(found[0].other.id, first);
  EXPECT_EQ(found[0].other.customerName, "乙公司");
  EXPECT_TRUE(found[0].similarity.samePart);
  EXPECT_GE(found[0].similarity.score, kSimilarFrom);
  EXPECT_EQ(found[1].other.id, other);
  for (const auto& line : found) {
    EXPECT_NE(line.other.id, id);
    if (line.other.id == scratch) {
      EXPECT_LT(line.similarity.score, kSimilarFrom);
    }
  }
}

TEST_P(SimilarTest, ACancelledCaseIsNotCompared) {
  const auto first = registered("乙公司", "焊点虚焊", "电感虚焊");
  CancelComplaint(as("wang")).execute({target(first), "重复录入的案件", ""});
  EXPECT_TRUE(ranked(registered("甲公司", "焊点虚焊", "电感虚焊")).empty());
}

TEST_P(SimilarTest, SameProblemMeansOneEightDForBoth) {
  const auto first = registered("乙公司", "焊点虚焊", "电感虚焊");
  const auto id = registered("甲公司", "焊点虚焊", "电感虚焊");
  decide(id, SimilarVerdict::sameProblem, number(first));
  const auto file = open(id);
  EXPECT_EQ(file.problem.id, open(first).problem.id);
  ASSERT_EQ(file.similarDecisions.size(), 1u);
  EXPECT_EQ(file.similarDecisions[0].otherId, first);
  EXPECT_EQ(file.similarDecisions[0].otherNumber, number(first));
  EXPECT_EQ(file.similarDecisions[0].score, 63);
  EXPECT_EQ(file.similarDecisions[0].reason, "比对后的结论");
  EXPECT_EQ(file.similarDecisions[0].decidedBy, person("wang"));
  EXPECT_FALSE(file.complaint.repeat);
  for (const auto& line : ranked(id))
    EXPECT_EQ(line.other.id, first) << "shares the 8D, shown as decided only";
  // What is written in one is there in the other.
  fill("wang", first, DisciplineCode::d2);
  EXPECT_EQ(open(id).discipline(DisciplineCode::d2).text, "D2 内部说明");
}

TEST_P(SimilarTest, WhoHandedInAnEightDOfItsOwnCannotJoinAndNothingIsRecorded) {
  const auto first = registered("乙公司", "焊点虚焊", "电感虚焊");
  const auto id = registered("甲公司", "焊点虚焊", "电感虚焊");
  accept(id);
  fill("wang", id, DisciplineCode::d1);
  submit("wang", id, DisciplineCode::d1);
  EXPECT_EQ(refusedRule([&] { decide(id, SimilarVerdict::sameProblem, number(first)); }), "join");
  EXPECT_TRUE(open(id).similarDecisions.empty());
}

TEST_P(SimilarTest, ARecurrenceMarksTheComplaint) {
  const auto first = registered("乙公司", "焊点虚焊", "电感虚焊");
  const auto id = registered("甲公司", "焊点虚焊", "电感虚焊");
  decide(id, SimilarVerdict::recurrence, number(first));
  EXPECT_TRUE(open(id).complaint.repeat);
  EXPECT_NE(open(id).problem.id, open(first).problem.id);
  const auto found = ranked(id);
  ASSERT_FALSE(found.empty());
  ASSERT_TRUE(found[0].decision);
  EXPECT_EQ(found[0].decision->verdict, SimilarVerdict::recurrence);
  // Said again, the newest counts, and the first stays on record.
  clock().advanceHours(1);
  decide(id, SimilarVerdict::different, number(first), "批次与原因都不同");
  EXPECT_EQ(ranked(id)[0].decision->verdict, SimilarVerdict::different);
  EXPECT_EQ(open(id).similarDecisions.size(), 2u);
}

TEST_P(SimilarTest, ADecisionNeedsAReasonAnotherCaseAndTheRight) {
  const auto id = registered("甲公司", "焊点虚焊", "电感虚焊");
  EXPECT_EQ(refusedRule([&] { decide(id, SimilarVerdict::different, "", "no"); }), "reason");
  EXPECT_EQ(invalidField([&] { decide(id, SimilarVerdict::recurrence, ""); }), "other");
  EXPECT_EQ(invalidField([&] { decide(id, SimilarVerdict::recurrence, "C26-99999"); }), "other");
  EXPECT_EQ(invalidField([&] { decide(id, SimilarVerdict::recurrence, number(id)); }), "other");
  EXPECT_EQ(refusedRule([&] {
              DecideSimilar(as("liu")).execute({target(id), "", SimilarVerdict::different, 0, "没有相同的"});
            }),
            "right");
}

TEST_P(SimilarTest, TheEightDIsNotReleasedWithoutADecision) {
  const auto id = registered("甲公司", "焊点虚焊", "电感虚焊");
  const auto wants = [&](const std::vector<MissingPoint>& points) {
    return std::any_of(points.begin(), points.end(),
                       [](const auto& point) { return point.field == "similar"; });
  };
  const auto warned = [&](ReplyStage stage) {
    const auto point = missingBeforeRelease(open(id));
    const auto warnings = SendReply::warnings(open(id), stage);
    return !point.empty() && std::any_of(warnings.begin(), warnings.end(), [&](const Message& warning) {
      return warning.id == point.front().text.id;
    });
  };
  EXPECT_TRUE(wants(missingFor(DisciplineCode::d8, open(id))));
  EXPECT_TRUE(warned(ReplyStage::d8));
  EXPECT_FALSE(warned(ReplyStage::first));
  EXPECT_FALSE(warned(ReplyStage::d3));
  decide(id, SimilarVerdict::different, "", "没有相同的案件");
  EXPECT_FALSE(wants(missingFor(DisciplineCode::d8, open(id))));
  EXPECT_FALSE(warned(ReplyStage::d8));
  ASSERT_EQ(open(id).similarDecisions.size(), 1u);
  EXPECT_FALSE(open(id).similarDecisions[0].otherId);
}

TEST_P(SimilarTest, OneWhoSharesAnEightDIsDecided) {
  const auto first = registered("乙公司", "焊点虚焊", "电感虚焊");
  const auto id = registered("甲公司", "焊点虚焊", "电感虚焊");
  JoinProblem(as("wang")).execute({target(id), number(first), "同一批次同一问题"});
  EXPECT_TRUE(missingBeforeRelease(open(id)).empty());
}

TEST_P(SimilarTest, OtherCustomersAreToldOrNeedNotBe) {
  const auto id = registered("甲公司", "焊点虚焊", "电感虚焊");
  const auto missing = [&](DisciplineCode code) {
    const auto points = missingFor(code, open(id));
    return std::count_if(points.begin(), points.end(),
                         [](const auto& point) { return point.field == "other_customers"; });
  };
  const auto decideOn = [&](const std::string& customer, NotifyDecision decision,
                            const std::string& reason = {}, std::optional<Date> on = {}) {
    DecideCustomer(as("wang")).execute({target(id), customer, "LOT1", 500, decision, reason, on});
  };
  decideOn("乙公司", NotifyDecision::open);
  EXPECT_EQ(missing(DisciplineCode::d3), 1);
  EXPECT_EQ(missing(DisciplineCode::d8), 0);
  decideOn("C002", NotifyDecision::notify);
  EXPECT_EQ(missing(DisciplineCode::d3), 0);
  EXPECT_EQ(missing(DisciplineCode::d8), 1);
  decideOn("乙公司", NotifyDecision::notify, {}, today());
  EXPECT_EQ(missing(DisciplineCode::d8), 0);
  const auto file = open(id);
  ASSERT_EQ(file.otherCustomers.size(), 1u);
  EXPECT_EQ(file.otherCustomers[0].customerName, "乙公司");
  EXPECT_EQ(file.otherCustomers[0].quantity, 500);
  EXPECT_EQ(file.otherCustomers[0].decidedBy, person("wang"));

  EXPECT_EQ(refusedRule([&] { decideOn("乙公司", NotifyDecision::notNeeded); }), "reason");
  EXPECT_EQ(invalidField([&] { decideOn("甲公司", NotifyDecision::notify); }), "customer");
  EXPECT_EQ(invalidField([&] { decideOn("丙公司", NotifyDecision::notify); }), "customer");
  EXPECT_EQ(invalidField([&] { decideOn("乙公司", NotifyDecision::notify, {}, today().plusDays(1)); }),
            "notified_on");
  EXPECT_EQ(invalidField([&] { decideOn("乙公司", NotifyDecision::open, {}, today()); }), "notified_on");
  decideOn("乙公司", NotifyDecision::notNeeded, "仅送样，未上线使用");
  EXPECT_EQ(missing(DisciplineCode::d8), 0);
}

TEST_P(SimilarTest, WhoGotTheSamePartIsSuggested) {
  const auto id = registered("甲公司", "焊点虚焊", "电感虚焊");
  const auto change = m_database.change("zhou", "set_up");
  auto unit = m_database.store().begin(change);
  const auto ship = [&](const std::string& customer, const std::string& part, const std::string& month,
                        long long quantity) {
    Row row = Shipment{{}, m_database.customer(customer), m_database.part(part), month, quantity};
    unit->insert(row);
  };
  ship("乙公司", "P-100", "2026-10", 300);
  ship("乙公司", "P-100", "2026-09", 200);
  ship("乙公司", "P-100", "2024-01", 900);
  ship("乙公司", "P-200", "2026-10", 70);
  ship("甲公司", "P-100", "2026-10", 50);
  unit->commit("");
  const auto file = open(id);
  const auto found = reader().family().customersSupplied(
      file.problem.id, monthsBefore(file.complaint.noticeMonth, kShipmentMonths));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].customerName, "乙公司");
  EXPECT_EQ(found[0].quantity, 500);
  EXPECT_EQ(found[0].fromMonth, "2026-09");
  EXPECT_EQ(found[0].toMonth, "2026-10");
}

TEST_P(SimilarTest, AProvenProblemBecomesALesson) {
  const auto id = acceptedCase();
  EXPECT_EQ(refusedRule([&] {
              PublishLesson(as("wang")).execute({target(id), "", "", "", "", ""});
            }),
            "lesson");
  for (const auto code : {DisciplineCode::d0, DisciplineCode::d1, DisciplineCode::d2, DisciplineCode::d3,
                          DisciplineCode::d4, DisciplineCode::d5, DisciplineCode::d6})
    finish("wang", id, code);
  PublishLesson(as("wang")).execute({target(id), "", "", "", "", "炉温 reflow"});
  const auto lessons = reader().family().lessons(false);
  ASSERT_EQ(lessons.size(), 1u);
  const Lesson& lesson = lessons[0].lesson;
  EXPECT_EQ(lesson.failure, "no output");
  EXPECT_EQ(lesson.partFamily, "P");
  EXPECT_EQ(lesson.cause, "TUA: 焊点虚焊\nTUN: 测试未覆盖");
  EXPECT_NE(lesson.action.find("提高炉温"), std::string::npos);
  EXPECT_NE(lesson.proof.find("图 3"), std::string::npos);
  EXPECT_EQ(lessons[0].caseNumber, number(id));

  const auto searched = [&](const std::string& text) {
    return searchLessons(words(), reader().family().lessons(false), text).size();
  };
  EXPECT_EQ(searched("虚焊"), 1u);
  EXPECT_EQ(searched("cold solder"), 1u) << "the other language";
  EXPECT_EQ(searched("无输出"), 1u);
  EXPECT_EQ(searched("划伤"), 0u);
  EXPECT_EQ(searched(""), 1u);

  // Offered for a new complaint about the family.
  CaseTraits typed{"P", "P-100", "没有输出", "客户上电无输出", {}, {}};
  EXPECT_EQ(fittingLessons(words(), reader().family().lessons(false), typed, 5).size(), 1u);
  typed.failure = typed.text = "标签贴错";
  EXPECT_TRUE(fittingLessons(words(), reader().family().lessons(false), typed, 5).empty());

  WithdrawLesson(as("wang")).execute({target(id), "内容有误需修改"});
  EXPECT_TRUE(reader().family().lessons(false).empty());
  EXPECT_EQ(reader().family().lessons(true).size(), 1u);
  EXPECT_EQ(refusedRule([&] { WithdrawLesson(as("wang")).execute({target(id), "内容有误需修改"}); }), "lesson");
  PublishLesson(as("wang")).execute({target(id), "上电后无输出", "", "", "", ""});
  ASSERT_EQ(reader().family().lessons(false).size(), 1u);
  EXPECT_EQ(reader().family().lessons(false)[0].lesson.symptom, "上电后无输出");
}

INSTANTIATE_TEST_SUITE_P(Databases, SimilarTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
