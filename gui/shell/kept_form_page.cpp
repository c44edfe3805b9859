#include "gui/shell/kept_form_page.hpp"

#include <algorithm>
#include <utility>
#include <wx/button.h>
#include <wx/dcclient.h>
#include <wx/hyperlink.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/wupdlock.h>

#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/leave_question.hpp"
#include "model/core/error.hpp"

namespace octad::gui {

using model::Message;
using model::tr;

namespace {

constexpr int kPauseMs = 1000;
constexpr int kFormWidthDip = 720;
constexpr double kFewestSideChars = 17;

}  // namespace

KeptFormPage::KeptFormPage(wxWindow* parent, PageHost& host, viewmodels::KeptForm& form, const Words& words)
    : wxPanel(parent),
      m_host(host),
      m_text(host.session().translator),
      m_form(form),
      m_words(words),
      m_pause(this) {}

void KeptFormPage::build() {
  m_errors = new ErrorBar(this);
  auto* page = new wxBoxSizer(wxVERTICAL);
  page->Add(m_errors, wxSizerFlags().Expand());
  auto* body = new wxBoxSizer(wxHORIZONTAL);
  m_scrolled = makeScrolled(this);
  auto* formBox = new wxBoxSizer(wxVERTICAL);
  formBox->Add(makeTitle(m_scrolled, m_text(m_words.title)));
  FormBuilder form(m_scrolled, formBox, &m_fieldErrors);
  makeFields(form);
  auto* inset = new wxBoxSizer(wxVERTICAL);
  inset->Add(formBox, wxSizerFlags(1).Expand().Border(wxALL, gap(this, Gap::group)));
  m_scrolled->SetSizer(inset);
  m_scrolled->SetMinSize({FromDIP(kFormWidthDip) + 2 * gap(this, Gap::group), -1});
  body->Add(m_scrolled, wxSizerFlags().Expand());
  m_side = makeScrolled(this);
  auto* sideBox = new wxBoxSizer(wxVERTICAL);
  makeSide(m_side, sideBox);
  m_problemBox = new wxBoxSizer(wxVERTICAL);
  sideBox->Add(m_problemBox, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::section)));
  m_side->SetSizer(sideBox);
  body->Add(m_side, wxSizerFlags(1).Expand().Border(wxALL, gap(this, Gap::group)));
  page->Add(body, wxSizerFlags(1).Expand());
  page->Add(makeLine(this), wxSizerFlags().Expand());
  page->Add(makeFooter(), wxSizerFlags().Expand().Border(wxALL, gap(this, Gap::field)));
  SetSizer(page);
  m_connections.emplace_back(m_form.savingChanged.connect([this] { m_save->Enable(!m_form.saving()); }));
  m_connections.emplace_back(m_form.refused.connect([this] {
    showProblems();
    const auto& problems = m_form.refusals();
    if (!problems.empty()) m_fieldErrors.focus(problems.front().field);
  }));
  bindKeys();
}

wxSizer* KeptFormPage::makeFooter() {
  auto* footer = new wxBoxSizer(wxHORIZONTAL);
  footer->Add(
      makeMuted(this, m_text(tr("* needed. What you type is kept on this computer until it is saved."))),
      wxSizerFlags(1).CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  footer->Add(makeButton(this, m_text(tr("Leave without saving")), [this] { m_host.closePage(this); }),
              wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
  m_save = makeButton(this, m_text(m_words.saveLabel), [this] { submit(); });
  m_save->SetDefault();
  m_save->SetToolTip("Ctrl+Enter");
  footer->Add(m_save);
  return footer;
}

void KeptFormPage::bindKeys() {
  Bind(wxEVT_TIMER, [this](wxTimerEvent&) { typingPaused(); });
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    const bool enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
    if (enter && event.ControlDown())
      submit();
    else
      event.Skip();
  });
  m_side->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    CallAfter([this] { showSide(); });
  });
}

void KeptFormPage::watch(std::initializer_list<wxWindow*> fields) {
  for (wxWindow* field : fields)
    for (const auto& type : {wxEVT_TEXT, wxEVT_CHOICE, wxEVT_CHECKBOX})
      field->Bind(type, [this](wxCommandEvent& event) {
        event.Skip();
        fieldsChanged();
      });
}

void KeptFormPage::fieldsChanged() {
  if (m_showing) return;
  takeTyped();
  waitForPause();
}

void KeptFormPage::waitForPause() {
  m_pause.StartOnce(kPauseMs);
}

void KeptFormPage::keepDraft() {
  try {
    if (!m_form.keepDraft()) return;
  } catch (const model::Error& error) {
    m_host.showStatus(m_text(error.message()));  // typing goes on; it is tried again after the next pause
    return;
  }
  m_host.showStatus(m_text(Message(tr("Draft kept {0}"), {viewmodels::timeOfDay(m_host.session())})));
}

void KeptFormPage::submit() {
  takeTyped();
  m_form.save();
}

bool KeptFormPage::mayClose() {
  if (!m_form.hasContent()) {
    m_form.forgetDraft();
    return true;
  }
  const DraftFate fate = askAboutDraft(this, m_text, m_words.notSaved, m_words.leaveQuestion);
  if (fate == DraftFate::keep) m_form.keepDraft();
  if (fate == DraftFate::throwAway) m_form.forgetDraft();
  return fate != DraftFate::stay;
}

void KeptFormPage::showProblems() {
  const wxWindowUpdateLocker quiet(this);
  m_fieldErrors.clear();
  m_problemBox->Clear(true);
  bool first = true;
  for (const auto& problem : m_form.refusals()) {
    const std::string sentence = m_text(problem.sentence);
    if (!m_fieldErrors.show(problem.field, sentence)) {
      m_errors->showError(sentence, m_text(tr("Try again")), [this] { submit(); });
      continue;
    }
    if (std::exchange(first, false)) m_problemBox->Add(makeSection(m_side, m_text(tr("Please check"))));
    addProblemLink(problem);
  }
  layoutAll();
}

void KeptFormPage::addProblemLink(const viewmodels::FieldProblem& problem) {
  // A link does not wrap: the whole sentence stands below the field it leads to.
  const wxString sentence = toWx(m_text(problem.sentence));
  const int width = sideWidth() - gap(this, Gap::field);
  auto* link = new wxHyperlinkCtrl(m_side, wxID_ANY,
                                   wxControl::Ellipsize(sentence, wxClientDC(m_side), wxELLIPSIZE_END, width),
                                   "field", wxDefaultPosition, wxDefaultSize, wxHL_ALIGN_LEFT | wxNO_BORDER);
  link->SetToolTip(sentence);
  link->Bind(wxEVT_HYPERLINK,
             [this, field = problem.field](wxHyperlinkEvent&) { m_fieldErrors.focus(field); });
  m_problemBox->Add(link, wxSizerFlags().Expand());
}

void KeptFormPage::makeRows(FormBuilder& form, const std::string& addLabel, std::function<void()> add) {
  m_rowPanel = new wxPanel(form.parent());
  m_rowBox = new wxBoxSizer(wxVERTICAL);
  m_rowPanel->SetSizer(m_rowBox);
  form.add(m_rowPanel);
  auto* more = new wxBoxSizer(wxHORIZONTAL);
  more->Add(makeButton(form.parent(), addLabel, std::move(add)));
  form.add(more);
}

void KeptFormPage::rebuildRows(const std::string& prefix, std::size_t count, Gap between,
                               const std::function<wxWindow*(wxWindow*, std::size_t)>& make) {
  const wxWindowUpdateLocker quiet(m_rowPanel);
  m_fieldErrors.forget(prefix);
  m_rowBox->Clear(true);
  for (std::size_t at = 0; at < count; ++at)
    m_rowBox->Add(make(m_rowPanel, at),
                  wxSizerFlags().Expand().Border(wxTOP, at == 0 ? 0 : gap(this, between)));
  layoutAll();
}

void KeptFormPage::layoutAll() {
  if (m_scrolled == nullptr || m_scrolled->GetSizer() == nullptr) return;
  m_rowPanel->Layout();
  m_scrolled->FitInside();
  m_scrolled->Layout();
  if (m_side != nullptr) layoutSide();
  Layout();
}

void KeptFormPage::layoutSide() {
  m_side->FitInside();
  m_side->Layout();
}

int KeptFormPage::sideWidth() const {
  return std::max(m_side->GetClientSize().x, chars(this, kFewestSideChars));
}

}  // namespace octad::gui
