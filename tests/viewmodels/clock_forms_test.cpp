// The forms about the time of a case, and the place "Customers and campaigns", from the first field to what
// is stored.
#include <gtest/gtest.h>

#include "gui/viewmodels/case_page.hpp"
#include "gui/viewmodels/customers_place.hpp"
#include "gui/viewmodels/new_complaint.hpp"
#include "model/core/error.hpp"
#include "model/core/uuid.hpp"
#include "model/usecases/campaigns.hpp"
#include "model/usecases/record_sample.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {

namespace {

class ClockForms : public SessionTest {
 protected:
  ClockForms() : id(database.makeCase()) {
    model::RecordSample({database.store(), database.clock(), database.actor("wang")})
        .execute({{id, 0, {}}, true, database.clock().now(), database.clock().now(), 3, ""});
  }

  std::string send(const std::string& login, CaseActionId action, const FormValues& typed) {
    Session session = sessionOf(login, immediate);
    CasePageViewModel page(session, id);
    page.load();
    const auto actions = page.actions();
    if (const auto& whyNot = actionOf(actions, action).whyNot) return translator(*whyNot);
    const auto form = actionForm(action, page);
    FormValues values = startValues(form);
    for (const auto& [name, value] : typed) values[name] = value;
    std::string answer;
    page.run(
        model::newUuid(),
        [&](model::Workplace workplace, model::CaseTarget target) {
          return form.execute(std::move(workplace), std::move(target), values);
        },
        [](const model::Saved&) {},
        [&](const std::exception_ptr& error) {
          try {
            std::rethrow_exception(error);
          } catch (const model::Error& ours) {
            answer = ours.field() + ": " + translator(ours.message());
          }
        });
    return answer;
  }
  model::CaseFile stored() { return database.store().reader().openCase(id); }
  std::string day(int from) {
    return model::Zone("Asia/Shanghai").date(database.clock().now()).plusDays(from).iso();
  }

  model::ComplaintId id;
};

TEST_F(ClockForms, ACqeAsksForAStopAndTheManagerApprovesIt) {
  const FormValues stop{
      {"clock", "final"}, {"waits_for", "supplier"}, {"expected_end", day(3)}, {"reason", "等供方报告"}};
  EXPECT_EQ(send("chen", CaseActionId::decideStop, {}), "Nobody else asks for the stop of a clock.");
  EXPECT_EQ(send("wang", CaseActionId::stopClock, stop), "");
  EXPECT_EQ(stored().pauses.at(0).waitsFor, model::Awaited::supplier);
  EXPECT_EQ(send("wang", CaseActionId::decideStop, {}),
            "Stops of clocks are approved by the quality manager.");
  EXPECT_EQ(send("chen", CaseActionId::decideStop, {{"approve", "0"}}), "words: Say why the clock goes on.");
  EXPECT_EQ(send("chen", CaseActionId::decideStop, {}), "");
  EXPECT_EQ(stored().pauses.at(0).stands(), model::PauseState::approved);
}

TEST_F(ClockForms, WhoseTimeItIsStandsOnThePageAndAddsUp) {
  database.clock().advanceHours(30);
  Session session = sessionOf("wang", immediate);
  CasePageViewModel page(session, id);
  page.load();
  ASSERT_FALSE(page.whoseTime().shares.empty());
  long long sum = 0;
  for (const auto& share : page.whoseTime().shares) sum += share.microseconds;
  EXPECT_EQ(sum, page.whoseTime().gross);
  EXPECT_GE(page.whoseTime().gross, 30 * 3'600'000'000LL);
}

TEST_F(ClockForms, OnlyTheManagerIsOfferedALaterDateInTheHouse) {
  const auto sides = [this](const std::string& login) {
    Session session = sessionOf(login, immediate);
    CasePageViewModel page(session, id);
    page.load();
    std::string keys;
    for (const auto& field : actionForm(CaseActionId::extendClock, page).fields)
      if (field.name == "by")
        for (const auto& choice : field.choices) keys += choice.key + " ";
    return keys;
  };
  EXPECT_EQ(sides("wang"), "customer ");
  EXPECT_EQ(sides("chen"), "customer house ");
  EXPECT_EQ(
      send("wang", CaseActionId::extendClock,
           {{"clock", "final"}, {"until_day", day(40)}, {"agreed_with", ""}, {"reason", "客户同意延期"}}),
      "agreed_with: Who at the customer agreed is needed.");
  EXPECT_EQ(
      send("wang", CaseActionId::extendClock,
           {{"clock", "final"}, {"until_day", day(40)}, {"agreed_with", "张工"}, {"reason", "客户同意延期"}}),
      "");
  EXPECT_EQ(stored().clockExtensions.at(0).untilDay.iso(), day(40));
}

TEST_F(ClockForms, ACampaignIsAddedInItsPlaceAndSaysWhereItFits) {
  Session session = sessionOf("wang", immediate);
  CustomersPlaceViewModel place(session);
  place.load();
  EXPECT_TRUE(place.whyNoProfile()) << "a CQE does not change customers";
  const auto form = place.addForm();
  FormValues values = startValues(form);
  values["name"] = "新品 2026";
  values["parts"] = "P-100";
  values["counting"] = "none";
  place.run(
      model::newUuid(),
      [&](model::Workplace workplace, const std::string& request) {
        return form.execute(std::move(workplace), request, values);
      },
      [](const std::string&) {}, [](const std::exception_ptr& error) { std::rethrow_exception(error); });
  ASSERT_EQ(place.campaignCount(), 1);
  EXPECT_EQ(place.cell(0, CampaignColumn::counting), "not counted");
  EXPECT_FALSE(place.whyNotEnd(0));

  NewComplaintViewModel complaint(session, drafts);
  ComplaintDraft draft = complaint.draft();
  draft.items.front().part = "p-100";
  complaint.update(draft);
  ASSERT_EQ(complaint.campaigns().size(), 1u);
  EXPECT_EQ(complaint.campaigns().front(), std::pair(std::string("新品 2026"), true));
  draft.items.front().part = "P-200";
  complaint.update(draft);
  EXPECT_FALSE(complaint.campaigns().front().second);
}

TEST_F(ClockForms, TheSpecialStatusOfACustomerStandsInTheHeadOfTheirCases) {
  Session session = sessionOf("chen", immediate);
  CustomersPlaceViewModel place(session);
  place.load();
  long row = 0;
  while (place.cell(row, CustomerColumn::name) != stored().customer.name) ++row;
  const auto form = place.profileForm(row);
  FormValues values = startValues(form);
  values["cs1"] = "1";
  place.run(
      model::newUuid(),
      [&](model::Workplace workplace, const std::string& request) {
        return form.execute(std::move(workplace), request, values);
      },
      [](const std::string&) {}, [](const std::exception_ptr& error) { std::rethrow_exception(error); });
  EXPECT_TRUE(place.isSpecial(row));
  CasePageViewModel page(session, id);
  page.load();
  ASSERT_EQ(page.header().special.size(), 1u);
  EXPECT_STREQ(page.header().special.front(), "Controlled shipping CS1");
}

}  // namespace
}  // namespace octad::viewmodels
