// What a policy calls its classes is what the lines of every list say, each by the revision it was judged by.
#include <gtest/gtest.h>

#include "model/core/catalogue.hpp"
#include "model/ports/audit_reader.hpp"
#include "model/usecases/class_choices.hpp"
#include "model/usecases/close_complaint.hpp"
#include "model/usecases/site.hpp"
#include "model/work/people_work.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

class ClassNamesTest : public UseCaseTest {
 protected:
  void release(std::vector<ClassName> classes) { m_database.nameClasses(std::move(classes)); }
  void releaseNamed(const std::string& major) {
    release({{SeverityClass::major, "恶性投诉", major},
             {SeverityClass::general, "重大投诉", "Serious complaint"},
             {SeverityClass::other, "一般性投诉", "Ordinary complaint"}});
  }
  template <class Row>
  static std::string said(const Row& row) {
    return Catalogue().sentence(classWords(*std::optional<SeverityClass>(row.severity), row.className));
  }
  /// The names in the list of cases, the oldest case first.
  std::string list() {
    std::string words;
    for (const auto& row : reader().casePage({}, {CaseColumn::number, false}, 10, std::nullopt).rows)
      words += said(row) + "|";
    return words;
  }
  std::string choices() {
    std::string words;
    for (const auto& one : classChoices(reader(), readSite(reader(), clock().now()).active))
      words += std::string(keyOf(one.severity)) + "=" + Catalogue().sentence(one.name) + "|";
    return words;
  }
};

TEST_P(ClassNamesTest, EveryLineSaysTheNameOfItsOwnRevision) {
  const auto first = acceptedCase();
  releaseNamed("Malignant complaint");
  const auto second = acceptedCase();
  releaseNamed("Grave complaint");
  acceptedCase(2);
  EXPECT_EQ(list(), "Major complaint|Malignant complaint|Ordinary complaint|");
  const auto rows = reader().caseRows({second, first});
  EXPECT_EQ(said(rows.at(0)), "Malignant complaint");
  EXPECT_EQ(said(rows.at(1)), "Major complaint");
  EXPECT_EQ(rows.at(0).policyRevision, 2);
  EXPECT_EQ(keyOf(rows.at(0).severity), "major") << "the stored key is the same";
  const auto head = open(second).complaint;
  const auto similar =
      reader().similarCases(head.customerId, open(second).items.front().partId, head.failure, Instant{0});
  ASSERT_EQ(similar.size(), 3U);
  for (const auto& row : similar)
    EXPECT_EQ(said(row), row.id == first    ? "Major complaint"
                         : row.id == second ? "Malignant complaint"
                                            : "Ordinary complaint");
  const auto file = open(second);
  EXPECT_EQ(Catalogue().sentence(classWords(file.complaint.severity, file.className())),
            "Malignant complaint");
  EXPECT_EQ(open(first).className(), Message()) << "the usual name";
  EXPECT_EQ(choices(), "major=Grave complaint|general=Serious complaint|other=Ordinary complaint|")
      << "a filter speaks of the policy in force";
}

TEST_P(ClassNamesTest, WorkSaysTheNameToo) {
  releaseNamed("Malignant complaint");
  const auto id = acceptedCase();
  const auto mine = reader().work(workOf(m_database.actor("wang"))).mine;
  ASSERT_EQ(mine.size(), 1U);
  EXPECT_EQ(said(mine.front()), "Malignant complaint");
  const auto people = reader().peopleWork(peopleOf(m_database.actor("chen")));
  ASSERT_EQ(people.size(), 1U);
  EXPECT_EQ(said(people.front()), "Malignant complaint");
  assign(id, "TE", "D4");
  const auto others = reader().work(workOf(m_database.actor("wang"))).others;
  ASSERT_EQ(others.size(), 1U);
  EXPECT_EQ(said(others.front()), "Malignant complaint");
  const auto asked = reader().work(workOf(m_database.actor("liu"))).mine;
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(asked.front().severity, std::nullopt) << "a department is not told the class";
}

TEST_P(ClassNamesTest, AFilterOffersTheClassesThereAre) {
  release({{SeverityClass::major, "B类投诉", "Class B complaint"},
           {SeverityClass::general, "A类投诉", "Class A complaint"}});
  acceptedCase();
  EXPECT_EQ(choices(), "major=Class B complaint|general=Class A complaint|");
  releaseNamed("Malignant complaint");
  acceptedCase(2);
  release({{SeverityClass::major, "B类投诉", "Class B complaint"},
           {SeverityClass::general, "A类投诉", "Class A complaint"}});
  EXPECT_EQ(choices(), "major=Class B complaint|general=Class A complaint|other=Other quality issue|")
      << "there is still a case of the class that the policy no longer has";
  release({{SeverityClass::major, "B类投诉", "Class B complaint"},
           {SeverityClass::other, "A类投诉", "Class A complaint"}});
  EXPECT_EQ(choices(), "major=Class B complaint|other=Class A complaint|");
}

TEST_P(ClassNamesTest, WhatIsNotCountedHasItsName) {
  m_database.nameClasses({{SeverityClass::major, "B类投诉", "Class B complaint"},
                          {SeverityClass::general, "A类投诉", "Class A complaint"},
                          {SeverityClass::other, "C类投诉", "Class C complaint"}},
                         8);
  const auto id = acceptedCase(8);
  RequestClosing(as("wang")).execute({target(id), "处理完成", "satisfied"});
  CloseComplaint(as("chen")).execute({target(id), "同意结案", ""});
  const auto left = reader().audit().uncounted("2026-01", "2026-12");
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(said(left.front()), "Class A complaint");
}

INSTANTIATE_TEST_SUITE_P(Databases, ClassNamesTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
