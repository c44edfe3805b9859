#include "db/admin/shipped_words.hpp"
#include "gui/widgets/row_list.hpp"
#include "templates/templates.hpp"
#include "tests/gui/case_page_window.hpp"

namespace octad::gui {

using viewmodels::CaseTab;

namespace {

/// Similar cases on D2 and other customers on D3, in a real window.
class SimilarWindow : public CasePageWindow {
 protected:
  SimilarWindow() : other(database.makeCase("输出电压偏低")) {
    host.session().failureReader = std::make_shared<const model::FailureReader>(
        db::failureWords(resources::octad_templates().at(model::kFailureWordFile)));
  }
  RowList* list(const std::string& name) { return dynamic_cast<RowList*>(findVisible(page, name)); }
  model::CaseFile file() { return database.store().reader().openCase(id); }

  model::ComplaintId other;
};

}  // namespace

TEST_F(SimilarWindow, AMissingDecisionLeadsToTheListWhereItIsMade) {
  open();
  page->choose(CaseTab::d8);
  settle();
  auto* point = dynamic_cast<wxButton*>(findButton(page, "It is not decided whether similar cases"));
  ASSERT_NE(point, nullptr);
  pressButton(point);
  EXPECT_TRUE(waitFor([this] { return list("similar") != nullptr && !executor.busy(); }));
  EXPECT_EQ(page->current(), CaseTab::d2);
  auto* similar = list("similar");
  similar->selectRow(0);
  similar->onSelect(0);
  const auto number = database.store().reader().openCase(other).complaint.number;
  EXPECT_NE(similar->selectedText().find(number), std::string::npos) << similar->selectedText();
  answer("Recurrence…", "Mark as a recurrence", {{"reason", "对策未持续执行"}});
  const auto stored = file();
  ASSERT_EQ(stored.similarDecisions.size(), 1u);
  EXPECT_EQ(stored.similarDecisions[0].otherId, other);
  EXPECT_TRUE(stored.complaint.repeat);
  EXPECT_TRUE(waitFor([this] {
    if (!list("similar")) return false;
    list("similar")->selectRow(0);
    return list("similar")->selectedText().find("Recurrence") != std::string::npos;
  }));
}

TEST_F(SimilarWindow, AnotherCustomerIsAddedToTheList) {
  open();
  page->choose(CaseTab::d3);
  EXPECT_TRUE(waitFor([this] { return !executor.busy(); }));
  settle();
  answer("Add a customer…", "Save", {{"customer", "乙公司"}, {"lots", "LOT1"}});
  ASSERT_EQ(file().otherCustomers.size(), 1u);
  EXPECT_EQ(file().otherCustomers[0].customerName, "乙公司");
  EXPECT_TRUE(waitFor([this] { return list("other_customers") != nullptr; }));
}

}  // namespace octad::gui
