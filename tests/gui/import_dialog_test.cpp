#include "gui/shell/import_dialog.hpp"

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/filedlg.h>
#include <wx/modalhook.h>

#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/row_list.hpp"
#include "model/core/sha256.hpp"
#include "model/ports/reader.hpp"
#include "tests/gui/case_page_window.hpp"

namespace octad::gui {

namespace {

/// One file of delivered quantities, whatever path is asked for.
class OneTable final : public viewmodels::TableFiles {
 public:
  viewmodels::TableFile open(const std::string&) override {
    auto at = std::make_shared<std::size_t>(0);
    return {"shipments.csv", model::sha256Hex("shipments"),
            [this, at]() -> std::optional<model::SourceRow> {
              if (*at >= rows.size()) return std::nullopt;
              const auto line = static_cast<long long>(*at + 1);
              return model::SourceRow{line, rows[(*at)++]};
            },
            [] { return std::vector<model::Message>{}; }};
  }
  void writeCsv(const std::string&, const std::vector<std::vector<std::string>>& lines) override {
    refused = lines;
  }

  std::vector<std::vector<std::string>> rows{{"客户", "料号", "月份", "pieces"},
                                             {"甲公司", "P-100", "2026-10", "12,000"},
                                             {"乙公司", "P-200", "2026-10", "many"}};
  std::vector<std::vector<std::string>> refused;
};

/// Takes the first file of every file dialog.
class AnyFile final : public wxModalDialogHook {
 public:
  AnyFile() { Register(); }

 protected:
  int Enter(wxDialog* dialog) override {
    return dynamic_cast<wxFileDialog*>(dialog) != nullptr ? static_cast<int>(wxID_OK)
                                                          : static_cast<int>(wxID_NONE);
  }
};

wxChoice* choiceWith(wxWindow* root, const std::string& entry) {
  if (auto* choice = dynamic_cast<wxChoice*>(root); choice != nullptr && choice->FindString(toWx(entry)) >= 0)
    return choice;
  for (wxWindow* child : root->GetChildren())
    if (auto* found = choiceWith(child, entry)) return found;
  return nullptr;
}

void choose(wxChoice* choice, const std::string& entry) {
  choice->SetStringSelection(toWx(entry));
  wxCommandEvent chosen(wxEVT_CHOICE, choice->GetId());
  chosen.SetEventObject(choice);
  choice->ProcessWindowEvent(chosen);
}

}  // namespace

TEST_F(CasePageWindow, ImportsDeliveredQuantitiesWithAColumnChosenByHand) {
  host.session().actor = database.actor("zhou");
  frame->Show();
  OneTable table;
  int stored = 0;
  const AnyFile files;
  const auto idle = [this] {
    waitFor([this] { return !executor.busy(); });
    settle();
  };
  Later user([&] {
    wxDialog* dialog = topDialog();
    choose(choiceWith(dialog, "Delivered quantities"), "Delivered quantities");
    pressButton(dynamic_cast<wxButton*>(findButton(dialog, "Choose a file")));
    idle();
    auto* store = findButton(dialog, "Store new lines");
    EXPECT_FALSE(store->IsEnabled()) << "no column for the quantity";
    EXPECT_NE(findFirst<ErrorBar>(dialog)->sentence(), "");
    wxChoice* last = nullptr;
    for (wxWindow* window = choiceWith(dialog, "pieces"); window != nullptr;
         window = window->GetNextSibling())
      if (auto* choice = dynamic_cast<wxChoice*>(window)) last = choice;
    ASSERT_NE(last, nullptr);
    choose(last, "pieces");
    idle();
    EXPECT_FALSE(store->IsEnabled()) << "a line is refused";
    EXPECT_TRUE(showsText(dialog, "12,000")) << "a sample of the column";
    wxCheckBox* skip = nullptr;
    for (wxWindow* child : dialog->GetChildren())
      if (auto* box = dynamic_cast<wxCheckBox*>(child);
          box != nullptr && box->GetLabelText().Contains("Leave refused"))
        skip = box;
    ASSERT_NE(skip, nullptr);
    skip->SetValue(true);
    wxCommandEvent checked(wxEVT_CHECKBOX, skip->GetId());
    checked.SetEventObject(skip);
    skip->ProcessWindowEvent(checked);
    ASSERT_TRUE(store->IsEnabled());
    pressButton(dynamic_cast<wxButton*>(store));
    idle();
    EXPECT_NE(findFirst<ErrorBar>(dialog)->sentence().find("1 lines stored"), std::string::npos)
        << findFirst<ErrorBar>(dialog)->sentence();
    dialog->EndModal(wxID_CANCEL);
  });
  showImportDialog(frame, host.session(), table, [&stored] { ++stored; });
  EXPECT_EQ(stored, 1);
  EXPECT_EQ(database.store().reader().shipments("2026-01", "2026-12").size(), 1U);
  EXPECT_EQ(table.refused.size(), 2U) << "headings and the refused line";
}

}  // namespace octad::gui
