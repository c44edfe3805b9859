#include <gtest/gtest.h>

#include "gui/viewmodels/case_page.hpp"
#include "model/core/error.hpp"
#include "model/usecases/amend_complaint.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {

namespace {

/// The form that edits a registered complaint, opened by Wang, while somebody else may write too.
class AmendForm : public SessionTest {
 protected:
  AmendForm() : session(sessionOf("wang", immediate)), id(database.makeCase()), page(session, id) {
    page.load();
    form = actionForm(CaseActionId::amend, page);
    values = startValues(form);
  }

  /// The field of the error and its sentence; "" when it was stored.
  std::string send() {
    std::string answer;
    page.run(
        newUuid(),
        [this](model::Workplace workplace, model::CaseTarget target) {
          return form.execute(std::move(workplace), std::move(target), values);
        },
        [](const model::Saved&) {},
        [&](const std::exception_ptr& error) {
          try {
            std::rethrow_exception(error);
          } catch (const model::Conflict&) {
            answer = "conflict";
          } catch (const model::Error& ours) {
            answer = ours.field() + ": " + translator(ours.message());
          }
        });
    return answer;
  }

  /// Somebody else's change, stored at once.
  template <class Edit>
  void other(Edit edit) {
    auto input = model::AmendComplaint::from(database.store().reader().openCase(id));
    edit(input);
    model::AmendComplaint({database.store(), database.clock(), database.actor("wang")}).execute(input);
  }

  model::CaseFile stored() { return database.store().reader().openCase(id); }

  Session session;
  model::ComplaintId id;
  CasePageViewModel page;
  ActionForm form;
  FormValues values;
};

}  // namespace

TEST_F(AmendForm, ChangesAnItemAndAddsAnother) {
  ASSERT_TRUE(form.rows);
  ASSERT_EQ(rowCount(*form.rows, values), 1U);
  values["title"] = "No output after burn-in";
  values["items.0.part"] = "P-200";
  values["items.0.lot"] = "L-77";
  values["items.0.qty_defective"] = "1,016";
  values["items.0.qty_delivered"] = "";
  values["items.1.part"] = "NEW-1";
  values["items.1.failure"] = "scratched";
  values["items.1.defect_kind"] = "appearance";
  values["items.1.qty_defective"] = "2";
  values["items.1.qty_delivered"] = "500";
  EXPECT_EQ(send(), "");
  const auto file = stored();
  EXPECT_EQ(file.complaint.title, "No output after burn-in");
  ASSERT_EQ(file.items.size(), 2U);
  EXPECT_EQ(file.partNumber(file.items[0].partId), "P-200");
  EXPECT_EQ(file.items[0].lot, "L-77");
  EXPECT_EQ(file.items[0].quantityDefective, 1016);
  EXPECT_FALSE(file.items[0].quantityDelivered);
  EXPECT_EQ(file.partNumber(file.items[1].partId), "NEW-1") << "a new part, as at registration";
  EXPECT_EQ(file.items[1].defectKind, model::DefectKind::appearance);
  EXPECT_EQ(file.items[1].quantityDelivered, 500);
}

TEST_F(AmendForm, SaysAtWhichFieldOfWhichItemItIsWrong) {
  values["items.0.qty_defective"] = "many";
  EXPECT_EQ(send().rfind("items.0.qty_defective: ", 0), 0U);
  values["items.0.qty_defective"] = "3";
  values["items.0.part"] = "";
  EXPECT_EQ(send().rfind("items.0.part: ", 0), 0U);
  values["items.0.part"] = "P-100";
  values["items.0.failure"] = "";
  EXPECT_EQ(send().rfind("items.0.failure: ", 0), 0U);
  values["items.0.failure"] = "no output";
  values["loss_minor"] = "12.50";
  values["loss_currency"] = "yuan";
  EXPECT_EQ(send().rfind("loss_currency: ", 0), 0U);
}

TEST_F(AmendForm, IsForThoseWhoHandleComplaints) {
  Session member = sessionOf("zhao", immediate);
  CasePageViewModel theirs(member, id);
  theirs.load();
  ASSERT_TRUE(form.whyNot);
  EXPECT_FALSE(form.whyNot(page));
  ASSERT_TRUE(form.whyNot(theirs));
  EXPECT_NE(translator(*form.whyNot(theirs)), "");
}

TEST_F(AmendForm, AConflictShowsWhatTheOtherChangedAndIsDecidedFieldByField) {
  values["contact"] = "Ms Li";
  values["items.0.lot"] = "mine";
  values["items.1.part"] = "P-200";
  values["items.1.failure"] = "of mine";
  values["items.1.qty_defective"] = "1";
  other([](model::ComplaintAmendment& input) {
    input.remarks = "theirs";
    input.safety = true;
    input.items[0].lot = "other lot";
    input.items.emplace_back();
    input.items.back().failure = "of theirs";
    input.items.back().quantityDefective = 4;
    input.partNumbers = {"", "P-200"};
  });
  ASSERT_EQ(send(), "conflict");
  page.load();
  const ActionForm fresh = form.again(page);
  auto conflicts = formConflicts(form, values, fresh, translator);
  ASSERT_EQ(conflicts.size(), 3U) << "the contact is mine alone";
  EXPECT_EQ(conflicts[0].table, "safety");
  EXPECT_EQ(conflicts[0].mine, "no");
  EXPECT_EQ(conflicts[0].theirs, "✓ yes");
  EXPECT_FALSE(conflicts[0].keepMine) << "I did not touch it";
  EXPECT_EQ(conflicts[1].table, "remarks");
  EXPECT_EQ(conflicts[2].table, "items.0.lot");
  EXPECT_EQ(conflicts[2].row, "1");
  EXPECT_EQ(conflicts[2].mine, "mine");
  EXPECT_EQ(conflicts[2].theirs, "other lot");
  EXPECT_TRUE(conflicts[2].keepMine);

  values = resolvedForm(form, values, fresh, conflicts);
  form = fresh;
  EXPECT_EQ(send(), "");
  const auto file = stored();
  EXPECT_EQ(file.complaint.contact, "Ms Li");
  EXPECT_EQ(file.complaint.remarks, "theirs");
  EXPECT_TRUE(file.complaint.safety);
  ASSERT_EQ(file.items.size(), 3U);
  EXPECT_EQ(file.items[0].lot, "mine");
  EXPECT_EQ(file.items[1].failure, "of theirs");
  EXPECT_EQ(file.items[2].failure, "of mine");
}

TEST_F(AmendForm, OffersPartsAndFailuresWhileTyping) {
  const auto fields = form.rows->make(0);
  std::vector<FieldSuggestion> found;
  fields[0].suggest("p-2", [&](std::vector<FieldSuggestion> answer) { found = std::move(answer); });
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].value, "P-200");
}

}  // namespace octad::viewmodels
