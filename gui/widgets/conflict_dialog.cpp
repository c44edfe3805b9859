#include "gui/widgets/conflict_dialog.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/radiobut.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::FieldConflict;

namespace {

constexpr double kSideChars = 44;
constexpr double kMostLines = 26;

/// One side of a difference: the button to keep it, and its text to read and copy.
wxRadioButton* addSide(wxWindow* parent, wxSizer* row, const std::string& label, const std::string& value,
                       bool first, bool chosen) {
  auto* side = new wxBoxSizer(wxVERTICAL);
  auto* button = new wxRadioButton(parent, wxID_ANY, toWx(label), wxDefaultPosition, wxDefaultSize,
                                   first ? wxRB_GROUP : 0);
  button->SetValue(chosen);
  setAccessibleName(button, label + ": " + value);
  side->Add(button);
  const bool isLong = value.size() > 60 || value.find('\n') != std::string::npos;
  auto* field = new wxTextCtrl(parent, wxID_ANY, toWx(value), wxDefaultPosition,
                               {chars(parent, kSideChars), isLong ? lines(parent, 3) : -1},
                               wxTE_READONLY | (isLong ? wxTE_MULTILINE : 0));
  side->Add(field, wxSizerFlags(1).Expand());
  row->Add(side, wxSizerFlags(1).Expand().Border(wxLEFT, first ? 0 : gap(parent, Gap::group)));
  return button;
}

}  // namespace

std::optional<std::vector<FieldConflict>> showConflictDialog(wxWindow* parent,
                                                             std::vector<FieldConflict> conflicts,
                                                             const viewmodels::Translator& text) {
  wxDialog dialog(wxGetTopLevelParent(parent), wxID_ANY, toWx(text(tr("Somebody else saved this meanwhile"))),
                  wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(makeText(&dialog,
                      text(tr("Choose for every field which text to keep. Rows that only you added stay."))),
             wxSizerFlags().Border(wxALL, gap(&dialog, Gap::group)));
  auto* scrolled = makeScrolled(&dialog);
  auto* list = new wxBoxSizer(wxVERTICAL);
  std::vector<wxRadioButton*> mine;
  for (const auto& conflict : conflicts) {
    std::string where = *conflict.where == '\0' ? std::string() : text(conflict.where) + " · ";
    if (!conflict.row.empty()) where += conflict.row + " · ";
    list->Add(makeSection(scrolled, where + text(conflict.label)),
              wxSizerFlags().Border(wxTOP, gap(&dialog, Gap::field)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    mine.push_back(addSide(scrolled, row, text(tr("Mine")), conflict.mine, true, conflict.keepMine));
    addSide(scrolled, row, text(tr("Theirs")), conflict.theirs, false, !conflict.keepMine);
    list->Add(row, wxSizerFlags().Expand());
  }
  if (conflicts.empty())
    list->Add(makeText(scrolled, text(tr("The two versions do not differ in any field."))));
  scrolled->SetSizer(list);
  scrolled->SetMinSize({list->GetMinSize().x + gap(&dialog, Gap::section),
                        std::min(list->GetMinSize().y, lines(&dialog, kMostLines))});
  outer->Add(scrolled, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap(&dialog, Gap::group)));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  auto* keep = new wxButton(&dialog, wxID_OK, toWx(text(tr("Take these and save"))));
  keep->SetDefault();
  buttons->AddStretchSpacer();
  buttons->Add(new wxButton(&dialog, wxID_CANCEL, toWx(text(tr("Decide later")))),
               wxSizerFlags().Border(wxRIGHT, gap(&dialog, Gap::field)));
  buttons->Add(keep);
  outer->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap(&dialog, Gap::group)));
  dialog.SetSizerAndFit(outer);
  dialog.CentreOnParent();
  if (dialog.ShowModal() != wxID_OK) return std::nullopt;
  for (std::size_t index = 0; index < conflicts.size(); ++index)
    conflicts[index].keepMine = mine[index]->GetValue();
  return conflicts;
}

}  // namespace octad::gui
