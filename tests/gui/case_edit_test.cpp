#include "gui/widgets/gtk_call.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/amend_complaint.hpp"
#include "tests/gui/case_page_window.hpp"

namespace octad::gui {

using model::DisciplineCode;
using viewmodels::CaseTab;

namespace {

class CaseEditWindow : public CasePageWindow {
 protected:
  void openEdit() {
    auto* edit = dynamic_cast<wxButton*>(findButton(page, "Edit complaint"));
    ASSERT_NE(edit, nullptr);
    pressButton(edit);
  }
  static wxTextCtrl* in(wxWindow* dialog, const std::string& name) {
    return dynamic_cast<wxTextCtrl*>(findVisible(dialog, name));
  }
  static void push(wxWindow* dialog, const std::string& label) {
    auto* button = dynamic_cast<wxButton*>(findButton(dialog, label));
    ASSERT_NE(button, nullptr) << label;
    pressButton(button);
  }
  model::CaseFile stored() { return database.store().reader().openCase(id); }
};

/// Counts what GTK calls critical while it lives.
class GtkComplaints {
 public:
  GtkComplaints() {
    s_count = 0;
    m_handler = callGtk<unsigned>("g_log_set_handler", "Gtk", kCritical, &GtkComplaints::heard, nullptr);
  }
  ~GtkComplaints() { callGtk<void>("g_log_remove_handler", "Gtk", m_handler); }
  GtkComplaints(const GtkComplaints&) = delete;
  GtkComplaints& operator=(const GtkComplaints&) = delete;
  int count() const { return s_count; }

 private:
  static constexpr int kCritical = 1 << 3;  // G_LOG_LEVEL_CRITICAL
  static void heard(const char*, int, const char*, void*) { ++s_count; }
  static inline int s_count = 0;
  unsigned m_handler = 0;
};

}  // namespace

TEST_F(CaseEditWindow, ItemsAreEditedAndAddedInOneForm) {
  open();
  std::string below;
  Later user([&] {
    wxDialog* dialog = topDialog();
    ASSERT_NE(dialog, nullptr);
    ASSERT_NE(in(dialog, "items.0.lot"), nullptr);
    in(dialog, "items.0.lot")->SetValue("L-9");
    push(dialog, "Add another item");
    settle();
    ASSERT_NE(in(dialog, "items.1.part"), nullptr);
    in(dialog, "items.1.part")->SetValue("P-200");
    in(dialog, "items.1.failure")->SetValue("scratched");
    in(dialog, "items.1.qty_defective")->SetValue("none");
    push(dialog, "Save corrections");
    waitFor([&] { return !executor.busy() && findButton(dialog, "Save corrections")->IsEnabled(); });
    EXPECT_TRUE(showsText(dialog, "⚠")) << "the sentence stands below its field";
    EXPECT_EQ(in(dialog, "items.1.failure")->GetValue(), "scratched") << "what was typed stays";
    in(dialog, "items.1.qty_defective")->SetValue("7");
    push(dialog, "Save corrections");
  });
  openEdit();
  EXPECT_TRUE(waitFor([this] { return host.saved == 1 && !executor.busy(); }));
  const auto file = stored();
  ASSERT_EQ(file.items.size(), 2U);
  EXPECT_EQ(file.items[0].lot, "L-9");
  EXPECT_EQ(file.items[1].quantityDefective, 7);
}

TEST_F(CaseEditWindow, ARowAddedByMistakeGoesAgain) {
  open();
  const GtkComplaints complaints;
  Later user([&] {
    wxDialog* dialog = topDialog();
    ASSERT_NE(dialog, nullptr);
    push(dialog, "Add another item");
    push(dialog, "Add another item");
    settle();
    ASSERT_NE(in(dialog, "items.2.part"), nullptr);
    in(dialog, "items.2.part")->SetValue("P-200");
    auto* remove = dynamic_cast<wxButton*>(findButton(dialog, "Remove this item"));
    ASSERT_NE(remove, nullptr);
    pressButton(remove);
    settle();
    EXPECT_EQ(in(dialog, "items.2.part"), nullptr);
    EXPECT_EQ(in(dialog, "items.1.part")->GetValue(), "P-200") << "the rows below move up";
    dialog->EndModal(wxID_CANCEL);
  });
  openEdit();
  EXPECT_EQ(stored().items.size(), 1U);
  EXPECT_EQ(complaints.count(), 0) << "GTK finds nothing wrong with it";
}

TEST_F(CaseEditWindow, AConflictIsDecidedFieldByFieldAndSaved) {
  open();
  auto theirs = model::AmendComplaint::from(stored());
  theirs.items[0].lot = "theirs";
  theirs.contact = "Ms Li";
  model::AmendComplaint({database.store(), database.clock(), database.actor("wang")}).execute(theirs);
  wxDialog* edit = nullptr;
  bool compared = false;
  Later user([&] {
    edit = topDialog();
    ASSERT_NE(edit, nullptr);
    in(edit, "items.0.lot")->SetValue("mine");
    in(edit, "title")->SetValue("my title");
    push(edit, "Save corrections");
  });
  Later choosing(
      [&] {
        wxDialog* conflict = topDialog();
        compared = showsText(conflict, "Lot") && showsText(conflict, "Contact");
        EXPECT_FALSE(showsText(conflict, "in one line")) << "the title is mine alone";
        push(conflict, "Take these and save");
      },
      [&] { return edit != nullptr && topDialog() != edit; });
  openEdit();
  EXPECT_TRUE(waitFor([this] { return host.saved == 1 && !executor.busy(); }));
  const auto file = stored();
  EXPECT_TRUE(compared);
  EXPECT_EQ(file.items[0].lot, "mine");
  EXPECT_EQ(file.complaint.contact, "Ms Li");
  EXPECT_EQ(file.complaint.title, "my title");
}

TEST_F(CaseEditWindow, TypingIsKeptAndOfferedWhenTheCaseIsOpenedAgain) {
  open();
  page->choose(CaseTab::d1);
  settle();
  field("text")->SetFocus();
  settle();
  type("our team");
  EXPECT_TRUE(waitFor([this] { return !drafts.keys().empty(); })) << "no save, no leaving: just a moment";
  page->Destroy();  // as when the program is killed: nobody was asked anything
  settle();

  open();
  page->choose(CaseTab::d1);
  settle();
  EXPECT_TRUE(showsText(page, "A draft of "));
  EXPECT_EQ(field("text")->GetValue(), "");
  auto* use = dynamic_cast<wxButton*>(findVisible(page, "use_draft"));
  ASSERT_NE(use, nullptr);
  pressButton(use);
  settle();
  EXPECT_EQ(field("text")->GetValue(), "our team");
  EXPECT_FALSE(showsText(page, "A draft of "));
  page->save();
  EXPECT_TRUE(waitFor([this] { return host.saved == 1 && !page->viewModel().anyUnsaved(); }));
  EXPECT_TRUE(drafts.keys().empty());
}

}  // namespace octad::gui
