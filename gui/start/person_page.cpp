#include "gui/start/person_page.hpp"

#include <utility>
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;

namespace {
constexpr int kPageWidthDip = 640;
}

PersonPage::PersonPage(wxWindow* parent, viewmodels::StartViewModel& viewModel,
                       const viewmodels::Translator& text, std::function<void(const model::Person&)> chosen,
                       std::function<void()> back)
    : wxPanel(parent),
      m_text(text),
      m_people(viewModel.people()),
      m_chosen(std::move(chosen)),
      m_list(nullptr) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(makeTitle(this, text(tr("Who is working?"))));
  column->Add(makeMuted(this, text(tr("This database is a file and takes your word for it. Every change is "
                                      "recorded under this name and your login."))),
              wxSizerFlags().Border(wxTOP, gap(this, Gap::inside)));
  m_list = new RowList(
      this, text(tr("People")),
      {{text(tr("Name")), 18}, {text(tr("Login")), 14}, {text(tr("Roles")), 30, false, false, true}}, *this);
  m_list->onActivate = [this](long row) { choose(row); };
  column->Add(m_list, wxSizerFlags(1).Expand().Border(wxTOP, gap(this, Gap::group)));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(makeButton(this, text(tr("&Back")), std::move(back)));
  row->AddStretchSpacer();
  auto* go = makeButton(this, text(tr("&Work as this person")), [this] { choose(m_list->selectedRow()); });
  go->SetDefault();
  row->Add(go);
  column->Add(row, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::group)));
  column->SetMinSize({FromDIP(kPageWidthDip), -1});
  auto* page = new wxBoxSizer(wxHORIZONTAL);
  page->Add(column, wxSizerFlags().Expand().Border(wxALL, gap(this, Gap::section)));
  SetSizer(page);
  m_list->reload(m_people.empty() ? -1 : 0);
}

void PersonPage::begin() {
  m_list->SetFocus();
}

std::string PersonPage::cell(long row, int column) const {
  const model::Person& person = m_people[static_cast<std::size_t>(row)];
  if (column == 0) return person.name;
  if (column == 1) return person.login;
  std::string roles;
  for (const model::Role role : person.roles) roles += (roles.empty() ? "" : ", ") + m_text.label(role);
  return roles;
}

void PersonPage::choose(long row) {
  if (row < 0 || row >= rowCount()) return;
  // After the list has finished with the click: this page goes.
  CallAfter([this, person = m_people[static_cast<std::size_t>(row)]] { m_chosen(person); });
}

}  // namespace octad::gui
