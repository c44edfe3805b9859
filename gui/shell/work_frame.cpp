#include "gui/shell/work_frame.hpp"

#include <wx/sizer.h>
#include <wx/statline.h>

#include "gui/shell/places_panel.hpp"
#include "gui/shell/status_panel.hpp"
#include "gui/shell/top_bar.hpp"
#include "gui/widgets/error_bar.hpp"

namespace octad::gui {

using model::tr;

void WorkFrame::make(wxWindow* book) {
  m_commands.forgetButtons();
  for (wxWindow* old :
       {static_cast<wxWindow*>(m_top), static_cast<wxWindow*>(m_notice), static_cast<wxWindow*>(m_places),
        static_cast<wxWindow*>(m_placesLine), static_cast<wxWindow*>(m_status)})
    if (old != nullptr) old->Destroy();
  makeWindows(book);
  if (m_area->GetSizer() != nullptr) m_area->SetSizer(nullptr);
  auto* middle = new wxBoxSizer(wxHORIZONTAL);
  middle->Add(m_places, wxSizerFlags().Expand());
  middle->Add(m_placesLine, wxSizerFlags().Expand());
  middle->Add(book, wxSizerFlags(1).Expand());
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(m_top, wxSizerFlags().Expand());
  all->Add(m_notice, wxSizerFlags().Expand());
  all->Add(middle, wxSizerFlags(1).Expand());
  all->Add(m_status, wxSizerFlags().Expand());
  m_area->SetSizer(all);
  m_commands.update(m_session.translator);
}

void WorkFrame::makeWindows(wxWindow* book) {
  const auto& text = m_session.translator;
  const auto& person = m_session.actor;
  m_top = new TopBar(m_area, m_commands, text, person.name);
  m_top->onSearch = onSearch;
  m_top->onEnter = onEnter;
  m_notice = new ErrorBar(m_area);
  m_places = new PlacesPanel(m_area, text(tr("Places")));
  m_places->onChoose = onPlace;
  m_status = new StatusPanel(m_area);
  m_status->setDatabase(m_session.databaseName + " – " +
                        viewmodels::connectionWords(m_session.connection, text));
  std::string roles;
  for (const model::Role role : person.roles) roles += (roles.empty() ? "" : ", ") + text.label(role);
  std::string who = roles.empty() ? person.name : person.name + " – " + roles;
  if (!m_session.department.empty()) who += " – " + m_session.department;
  if (!person.inPlaceOf.empty())
    who = text(model::Message(tr("{0}, in place of {1}"), {who, person.inPlaceOf}));
  m_status->setPerson(who);
  m_placesLine = new wxStaticLine(m_area, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLI_VERTICAL);
  book->MoveAfterInTabOrder(m_placesLine);
}

}  // namespace octad::gui
