#include "gui/widgets/date_field.hpp"

#include <wx/button.h>
#include <wx/calctrl.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "gui/widgets/layout.hpp"
#include "model/core/time.hpp"

namespace octad::gui {

DateField::DateField(wxWindow* parent, const std::string& label, const std::string& openLabel)
    : wxPanel(parent), m_text(new wxTextCtrl(this, wxID_ANY)), m_open(nullptr) {
  m_text->SetHint("YYYY-MM-DD");
  m_text->SetMaxLength(10);
  m_text->SetInitialSize({chars(this, 14), -1});
  m_open = makeButton(this, "▾", [this, openLabel] { popUp(openLabel); });
  m_open->SetMinSize({chars(this, 6), -1});  // room for the arrow between the theme's margins
  setAccessibleName(m_text, label);
  setAccessibleName(m_open, openLabel);
  m_open->SetToolTip(toWx(openLabel));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(m_text, wxSizerFlags(1).Expand());
  row->Add(m_open, wxSizerFlags().Expand().Border(wxLEFT, gap(this, Gap::inside)));
  SetSizer(row);
}

std::string DateField::text() const {
  return fromWx(m_text->GetValue().Strip(wxString::both));
}

void DateField::setText(const std::string& iso) {
  m_text->ChangeValue(toWx(iso));
}

void DateField::SetFocus() {
  m_text->SetFocus();
}

void DateField::popUp(const std::string& label) {
  wxDialog dialog(wxGetTopLevelParent(this), wxID_ANY, toWx(label), wxDefaultPosition, wxDefaultSize,
                  wxDEFAULT_DIALOG_STYLE);
  wxDateTime start = wxDateTime::Today();
  if (const auto chosen = model::Date::parse(text())) start.ParseISODate(toWx(chosen->iso()));
  auto* calendar = new wxCalendarCtrl(&dialog, wxID_ANY, start);
  auto* box = new wxBoxSizer(wxVERTICAL);
  box->Add(calendar, wxSizerFlags(1).Expand().Border(wxALL, gap(this, Gap::field)));
  box->Add(dialog.CreateStdDialogButtonSizer(wxOK | wxCANCEL),
           wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap(this, Gap::field)));
  dialog.SetSizerAndFit(box);
  dialog.SetPosition(m_open->ClientToScreen(wxPoint(0, m_open->GetSize().y)));
  calendar->Bind(wxEVT_CALENDAR_DOUBLECLICKED, [&dialog](wxCalendarEvent&) { dialog.EndModal(wxID_OK); });
  if (dialog.ShowModal() == wxID_OK) {
    m_text->SetValue(calendar->GetDate().FormatISODate());
    m_text->SetFocus();
  }
}

}  // namespace octad::gui
