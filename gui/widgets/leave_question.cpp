#include "gui/widgets/leave_question.hpp"

#include <wx/msgdlg.h>

#include "gui/viewmodels/translator.hpp"
#include "gui/widgets/text.hpp"

namespace octad::gui {

using model::tr;

DraftFate askAboutDraft(wxWindow* parent, const viewmodels::Translator& text, const char* sentence,
                        const char* question) {
  wxMessageDialog ask(parent, toWx(text(sentence)), toWx(text(question)),
                      wxYES_NO | wxCANCEL | wxCANCEL_DEFAULT | wxICON_QUESTION);
  ask.SetYesNoCancelLabels(toWx(text(tr("Keep as draft"))), toWx(text(tr("Throw away"))),
                           toWx(text(tr("Stay"))));
  const int answer = ask.ShowModal();
  if (answer == wxID_YES) return DraftFate::keep;
  return answer == wxID_NO ? DraftFate::throwAway : DraftFate::stay;
}

bool askToLeave(wxWindow* parent, const viewmodels::Translator& text, const char* sentence,
                const char* question) {
  wxMessageDialog ask(parent, toWx(text(sentence)), toWx(text(question)),
                      wxOK | wxCANCEL | wxCANCEL_DEFAULT | wxICON_WARNING);
  ask.SetOKCancelLabels(toWx(text(tr("Leave without saving"))), toWx(text(tr("Stay here"))));
  return ask.ShowModal() == wxID_OK;
}

}  // namespace octad::gui
