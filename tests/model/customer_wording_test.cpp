// Where the customer would read what was written for the house.
#include "model/eightd/customer_wording.hpp"

#include <gtest/gtest.h>

#include "model/core/catalogue.hpp"
#include "tests/model/samples.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

/// The complete case with a wording for the customer everywhere.
CaseFile worded() {
  CaseFile file = completeCase();
  for (auto& discipline : file.disciplines) discipline.textCustomer = "for the customer";
  for (auto& cause : file.causes) cause.textCustomer = "for the customer";
  for (auto& action : file.actions) action.textCustomer = "for the customer";
  file.whySteps.clear();
  return file;
}

std::vector<std::string> sentences(const CaseFile& file) {
  std::vector<std::string> said;
  for (const Message& message : internalWordingShown(file)) said.push_back(Catalogue().sentence(message));
  return said;
}

}  // namespace

TEST(CustomerWording, NothingIsSaidWhereTheCustomerHasAWordingOfItsOwn) {
  EXPECT_TRUE(sentences(worded()).empty());
}

TEST(CustomerWording, NamesTheDisciplinesAndCountsCausesAndActions) {
  CaseFile file = worded();
  for (auto& discipline : file.disciplines)
    if (discipline.code == DisciplineCode::d4)
      discipline.text = "bake was skipped", discipline.textCustomer = "";
  ASSERT_FALSE(file.causes.empty());
  file.causes.front().textCustomer.clear();
  EXPECT_EQ(sentences(file), (std::vector<std::string>{
                                 "Without a wording for the customer, the report shows the internal one: D4.",
                                 "Causes and actions shown in their internal wording: 1 and 0."}));
}

TEST(CustomerWording, ADisciplineThatIsNotRequiredIsNotShown) {
  CaseFile file = worded();
  for (auto& discipline : file.disciplines)
    if (discipline.code == DisciplineCode::d4) {
      discipline.text = "bake was skipped";
      discipline.textCustomer.clear();
      discipline.state = DisciplineState::notRequired;
    }
  EXPECT_TRUE(sentences(file).empty());
}

TEST(CustomerWording, WhysHaveOneWordingOnly) {
  CaseFile file = worded();
  file.whySteps.resize(3);
  EXPECT_EQ(sentences(file),
            (std::vector<std::string>{"The why-steps have one wording: the customer reads all 3."}));
}

}  // namespace octad::tests
