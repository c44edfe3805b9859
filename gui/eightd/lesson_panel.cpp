#include "gui/eightd/lesson_panel.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/cases/action_dialog.hpp"
#include "gui/viewmodels/lessons.hpp"
#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;

LessonPanel::LessonPanel(wxWindow* parent, CaseTabHost& host)
    : wxPanel(parent), m_host(host), m_text(host.page.text()) {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(makeSection(this, m_text(tr("Lesson learned"))), wxSizerFlags().CentreVertical());
  m_state = makeMuted(this, {});
  row->Add(m_state, wxSizerFlags(1).CentreVertical().Border(wxLEFT, gap(this, Gap::group)));
  m_withdraw = makeButton(this, m_text(tr("Take it out…")),
                          [this] { showActionDialog(this, m_host.page, viewmodels::withdrawLessonForm()); });
  m_publish = makeButton(this, m_text(tr("Add to lessons…")), [this] {
    showActionDialog(this, m_host.page, viewmodels::lessonForm(m_host.page));
  });
  for (auto* button : {m_withdraw, m_publish})
    row->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  SetSizer(row);
}

void LessonPanel::refresh() {
  setText(m_state, m_text(viewmodels::lessonState(m_host.page.file())));
  const auto whyNot = viewmodels::whyNotLesson(m_host.page);
  m_publish->Enable(!whyNot);
  m_publish->SetToolTip(toWx(whyNot ? m_text(*whyNot) : std::string()));
  m_withdraw->Show(!viewmodels::whyNotWithdrawLesson(m_host.page));
  Layout();
}

}  // namespace octad::gui
