#include "gui/shell/top_bar.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>

#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;

namespace {
constexpr int kPauseMs = 250;
constexpr double kSearchChars = 44;
}  // namespace

TopBar::TopBar(wxWindow* parent, CommandSet& commands, const viewmodels::Translator& text,
               const std::string& personName)
    : wxPanel(parent), m_search(nullptr), m_pause(this) {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(commands.makeButton(this, "new-complaint", text, "+ " + text(tr("New complaint"))),
           wxSizerFlags().CentreVertical());
  row->AddStretchSpacer();
  m_search = new wxSearchCtrl(this, wxID_ANY);
  m_search->SetDescriptiveText(toWx(text(tr("Search all cases (Ctrl+F)"))));
  m_search->ShowCancelButton(true);
  m_search->SetMinSize({chars(this, kSearchChars), -1});
  setAccessibleName(m_search, text(tr("Search all cases")));
  row->Add(m_search, wxSizerFlags().CentreVertical());
  row->AddStretchSpacer();
  row->Add(commands.makeButton(this, "language", text,
                               text.language() == model::Language::chinese ? "English" : "中文"),
           wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::field)));
  row->Add(commands.makeButton(this, "who", text, personName + "  ▾"), wxSizerFlags().CentreVertical());
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(row, wxSizerFlags().Expand().Border(wxALL, gap(this, Gap::field)));
  outer->Add(makeLine(this), wxSizerFlags().Expand());
  SetSizer(outer);

  m_search->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { m_pause.StartOnce(kPauseMs); });
  m_search->Bind(wxEVT_SEARCHCTRL_CANCEL_BTN, [this](wxCommandEvent&) { m_search->Clear(); });
  m_search->Bind(wxEVT_SEARCHCTRL_SEARCH_BTN, [this](wxCommandEvent&) {
    m_pause.Stop();
    if (onEnter) onEnter(search());
  });
  Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
    if (onSearch) onSearch(search());
  });
}

void TopBar::setSearch(const std::string& text) {
  if (text != search()) m_search->ChangeValue(toWx(text));
}

std::string TopBar::search() const {
  return fromWx(m_search->GetValue().Strip(wxString::both));
}

void TopBar::focusSearch() {
  m_search->SetFocus();
  m_search->SelectAll();
}

bool TopBar::searchFocused() const {
  const wxWindow* focused = FindFocus();
  return focused != nullptr && (focused == m_search || focused->GetParent() == m_search);
}

}  // namespace octad::gui
