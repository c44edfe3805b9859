// What waits for whom, as the database tells it.
#include <algorithm>
#include <gtest/gtest.h>

#include "model/core/uuid.hpp"
#include "model/ports/return_reader.hpp"
#include "model/usecases/announce_return.hpp"
#include "model/usecases/close_complaint.hpp"
#include "model/usecases/guide_return.hpp"
#include "model/work/people_work.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

class WorkTest : public UseCaseTest {
 protected:
  WorkList work(const std::string& login) { return reader().work(workOf(m_database.actor(login))); }
  /// "handle C26-00001, review C26-00002"
  static std::string words(std::vector<WorkItem> items) {
    std::vector<std::string> lines;
    for (const auto& item : items) lines.push_back(std::string(keyOf(item.kind)) + " " + item.number);
    std::sort(lines.begin(), lines.end());
    std::string all;
    for (const auto& line : lines) all += (all.empty() ? "" : ", ") + line;
    return all;
  }
  std::string mine(const std::string& login) { return words(work(login).mine); }
  std::string others(const std::string& login) { return words(work(login).others); }
};

TEST_P(WorkTest, ACaseGoesFromHandToHand) {
  const auto id = acceptedCase();
  const std::string number = open(id).complaint.number;
  EXPECT_EQ(mine("wang"), "handle " + number);
  EXPECT_EQ(work("wang").mine.front().severity, SeverityClass::major);
  EXPECT_EQ(work("wang").mine.front().dueAt, open(id).complaint.dueAt);
  EXPECT_EQ(mine("hu"), "") << "another CQE's case";
  assign(id, "TE", "D4");
  EXPECT_EQ(mine("wang"), "");
  EXPECT_EQ(others("wang"), "handle " + number);
  EXPECT_EQ(mine("liu"), "answer " + number);
  EXPECT_EQ(mine("zhao"), "") << "another department";
  const auto answer = work("liu").mine.front();
  EXPECT_EQ(answer.dueOn, today().plusDays(3));
  EXPECT_EQ(answer.since, clock().now());
  EXPECT_NE(answer.subject.find("D4"), std::string::npos);
  fill("liu", id, DisciplineCode::d4);
  submit("liu", id, DisciplineCode::d4);
  EXPECT_EQ(mine("liu"), "");
  EXPECT_EQ(mine("wang"), "review " + number);
  EXPECT_EQ(work("wang").mine.front().subject, "D4");
}

TEST_P(WorkTest, NobodysCasesWaitForEveryCqe) {
  RegisterComplaint(as("li")).execute(notice());
  EXPECT_EQ(mine("wang"), "handle C26-00001");
  EXPECT_EQ(mine("hu"), "handle C26-00001");
  EXPECT_EQ(mine("liu"), "");
  EXPECT_EQ(mine("sun"), "") << "an auditor reads";
}

TEST_P(WorkTest, AClosingWaitsForSomebodyElse) {
  const auto id = acceptedCase(2);
  const std::string number = open(id).complaint.number;
  RequestClosing(as("wang")).execute({target(id), "轻微，已答复", ""});
  EXPECT_EQ(mine("chen"), "approve " + number);
  EXPECT_EQ(mine("wang"), "");
  EXPECT_EQ(others("wang"), "handle " + number);
  CloseComplaint(as("chen")).execute({target(id), "同意结案", ""});
  EXPECT_EQ(mine("chen"), "");
  EXPECT_EQ(others("wang"), "");
}

TEST_P(WorkTest, ReturnsWaitForTheirOwnerThenForTheWarehouse) {
  const auto id = acceptedCase();
  const std::string number = open(id).complaint.number;
  NewReturn goods;
  goods.uuid = newUuid();
  goods.lines = {{"", "", "", number, 0, {}, LineNature::asAnnounced, 3}};
  const auto saved = AnnounceReturn(as("wang")).execute(goods);
  EXPECT_EQ(mine("wang"), "handle " + number + ", return " + saved.number);
  ReturnAuthorisation authorisation;
  authorisation.target = {saved.id, 0, {}};
  AuthoriseReturn(as("wang")).execute(authorisation);
  EXPECT_EQ(mine("wang"), "handle " + number);
  EXPECT_EQ(others("wang"), "return " + saved.number);
  const auto waiting = reader().returns().open(saved.id).head.waitsFor;
  EXPECT_EQ(work("wang").others.front().waitsFor, keyOf(waiting));
  Actor warehouse;
  warehouse.roles = {Role::warehouse};
  const auto queue = reader().work(workOf(warehouse)).mine;
  EXPECT_EQ(words(queue), waiting == ReturnWait::warehouse ? "return " + saved.number : "");
}

TEST_P(WorkTest, ThoseWhoLookAfterPeopleSeeWhatWaitsForThem) {
  const auto asked = acceptedCase();
  const auto handled = acceptedCase();
  const std::string numberAsked = open(asked).complaint.number;
  const std::string numberHandled = open(handled).complaint.number;
  assign(asked, "TE", "D4");
  const auto whose = [&](const std::string& login) {
    auto items = reader().peopleWork(peopleOf(m_database.actor(login)));
    std::vector<std::string> lines;
    for (const auto& item : items) lines.push_back(item.waitsForName + " " + item.number);
    std::sort(lines.begin(), lines.end());
    return lines;
  };
  const std::vector<std::string> everybody{"TE " + numberAsked,
                                           m_database.actor("wang").name + " " + numberHandled};
  EXPECT_EQ(whose("chen"), everybody);
  EXPECT_EQ(whose("ma"), std::vector<std::string>{"TE " + numberAsked}) << "the head of TE";
  for (const char* login : {"wang", "liu", "sun"})
    EXPECT_EQ(refusedRule([&] { peopleOf(m_database.actor(login)); }), "people") << login;
}

INSTANTIATE_TEST_SUITE_P(Databases, WorkTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
