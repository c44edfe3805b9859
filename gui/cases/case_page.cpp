#include "gui/cases/case_page.hpp"

#include <utility>

#include "gui/cases/action_dialog.hpp"
#include "gui/cases/attach_files.hpp"
#include "gui/cases/case_header.hpp"
#include "gui/cases/complaint_tab.hpp"
#include "gui/cases/coverage_tab.hpp"
#include "gui/cases/files_tab.hpp"
#include "gui/cases/history_tab.hpp"
#include "gui/cases/replies_tab.hpp"
#include "gui/cases/report_dialog.hpp"
#include "gui/cases/returns_tab.hpp"
#include "gui/cases/step_bar.hpp"
#include "gui/eightd/discipline_page.hpp"
#include "gui/viewmodels/signatures.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/leave_question.hpp"
#include "model/core/error.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::CaseActionId;
using viewmodels::CaseTab;

namespace {

constexpr int kSayAgainMs = 60'000;
constexpr int kKeepAfterMs = 600;  ///< a crash loses less than the last second of typing

}  // namespace

CasePage::CasePage(wxWindow* parent, PageHost& host, model::ComplaintId id, PageServices services)
    : RecordPage(parent, host),
      m_services(std::move(services)),
      m_page(host.session(), id, m_services.drafts),
      m_tabHost{m_page,
                [this](const viewmodels::JumpTarget& target) { jump(target); },
                [this](CaseActionId action) { act(action); },
                [this](const std::exception_ptr& error) { showError(error); },
                [this](const std::string& sentence) { m_host.showStatus(sentence); },
                [this](model::ReturnId chosen) { m_host.openReturn(chosen); },
                [this](model::ComplaintId other) { m_host.openCase(other); },
                [this](std::optional<model::DisciplineCode> only) { offerSigning(only); }} {
  connect();
  Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
    event.Skip();
    if (event.IsShown()) shownAgain();
  });
  start(m_page, tr("Reading the case…"));
}

CasePage::~CasePage() {
  m_keeping.Stop();
  m_presence.Stop();
  finish();
}

void CasePage::connect() {
  m_connections.emplace_back(m_page.edited.connect([this] {
    showTabs();
    // Not started anew at every key: whoever types without a pause is kept as well.
    if (m_page.keepsDrafts() && !m_keeping.IsRunning()) m_keeping.StartOnce(kKeepAfterMs);
  }));
  m_connections.emplace_back(m_news.othersChanged.connect([this] { m_header->showOthers(m_news.others()); }));
  m_news.onNews = [this](const model::Message& sentence) {
    m_host.showStatus(m_host.session().translator(sentence));
  };
  m_presence.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { m_news.enter(); });
  m_presence.Start(kSayAgainMs);
  m_keeping.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { keepDrafts(); });
  m_connections.emplace_back(m_page.trailChecked.connect([this] { showTrail(); }));
  m_connections.emplace_back(m_page.changed.connect([this] { CallAfter([this] { offerWaiting(); }); }));
  m_connections.emplace_back(
      m_page.stored.connect([this](const model::Saved& saved) { m_host.caseSaved(saved.id); }));
}

RecordPage::Top CasePage::makeTop() {
  m_header = new CaseHeaderPanel(this, m_page.text());
  m_header->onBack = [this] { leave(); };
  m_header->onAction = [this](CaseActionId id) { act(id); };
  m_header->onNext = [this] {
    if (const auto id = m_page.primaryAction()) act(*id);
  };
  m_header->onPapers = [this] { report(); };
  m_header->onReturn = [this](model::ReturnId chosen) { m_host.openReturn(chosen); };
  m_header->onResize = [this] { Layout(); };
  m_steps = new StepBar(this);
  m_steps->onChoose = [this](CaseTab tab) { choose(tab); };
  return {m_header, m_steps};
}

void CasePage::showTop() {
  const auto header = m_page.header();
  m_header->showReturns(viewmodels::caseReturnLinks(m_page.file()));
  m_header->showOthers(m_news.others());
  m_header->show(header, m_page.actions(), m_page.primaryAction(),
                 static_cast<bool>(m_services.writeCaseReport));
  m_host.setPageTitle(this, header.number);
}

void CasePage::showTabs() {
  m_steps->show(m_page.steps(), current(), m_page.text());
}

RecordTabPanel* CasePage::makeTab(wxWindow* parent, int key) {
  const auto tab = static_cast<CaseTab>(key);
  if (const auto code = viewmodels::disciplineOf(tab)) return new DisciplinePage(parent, m_tabHost, *code);
  switch (tab) {
    case CaseTab::coverage:
      return new CoverageTab(parent, m_tabHost);
    case CaseTab::returns:
      return new ReturnsTab(parent, m_tabHost);
    case CaseTab::replies:
      return new RepliesTab(parent, m_tabHost);
    case CaseTab::files:
      return new FilesTab(parent, m_tabHost);
    case CaseTab::history:
      return new HistoryTab(parent, m_tabHost);
    default:
      return new ComplaintTab(parent, m_tabHost);
  }
}

std::optional<int> CasePage::tabOf(int digit) const {
  if (digit == 9) return static_cast<int>(CaseTab::coverage);
  return static_cast<int>(CaseTab::d0) + digit;
}

void CasePage::jump(const viewmodels::JumpTarget& target) {
  choose(target.tab);
  if (auto* panel = static_cast<CaseTabPanel*>(currentPanel())) panel->jump(target);
}

/// Its returns may have been worked on, or announced, on pages of their own meanwhile.
void CasePage::shownAgain() {
  if (!m_page.loaded() || m_page.busy() || m_page.loading()) return;
  if (std::exchange(m_announcing, false) || !m_page.file().returns.empty()) m_page.load();
}

void CasePage::keepDrafts() {
  try {
    if (!m_page.keepDrafts()) return;
  } catch (const model::Error& error) {
    m_host.showStatus(m_host.session().translator(error.message()));
    return;
  }
  const auto& session = m_host.session();
  m_host.showStatus(
      session.translator(model::Message(tr("Draft kept {0}"), {viewmodels::timeOfDay(session)})));
}

bool CasePage::unsaved() const {
  return m_page.anyUnsaved() || RecordPage::unsaved();
}

/// Text of disciplines can wait as a draft until the case is opened again.
bool CasePage::mayLeave() {
  const char* const notSaved = tr("What you typed in this case is not saved.");
  const char* const question = tr("Leave the case?");
  if (!m_page.keepsDrafts() || !m_page.anyUnsaved())
    return askToLeave(this, m_page.text(), notSaved, question);
  const DraftFate fate = askAboutDraft(this, m_page.text(), notSaved, question);
  if (fate == DraftFate::keep) keepDrafts();
  if (fate == DraftFate::throwAway) m_page.forgetDrafts();
  return fate != DraftFate::stay;
}

void CasePage::act(CaseActionId id) {
  const auto action = viewmodels::actionOf(m_page.actions(), id);
  if (!action.enabled()) {
    m_host.showStatus(m_host.session().translator(*action.whyNot));
    return;
  }
  if (id == CaseActionId::attach) {
    choose(CaseTab::files);
    return;
  }
  if (id == CaseActionId::announceReturn) {
    m_announcing = true;
    m_host.announceReturn(m_page.id());
    return;
  }
  const bool done = showActionDialog(this, m_page, viewmodels::actionForm(id, m_page));
  if (done && id == CaseActionId::close) m_offerAfter = Offered{std::nullopt};
  if (done) offerWaiting();
}

void CasePage::offerSigning(std::optional<model::DisciplineCode> only) {
  m_offerAfter = Offered{only};
  offerWaiting();
}

/// What was approved or closed is read again first.
void CasePage::offerWaiting() {
  if (!m_offerAfter || m_page.busy() || m_page.loading()) return;
  const auto only = m_offerAfter->only;
  m_offerAfter.reset();
  const auto& text = m_host.session().translator;
  if (const auto words = viewmodels::signingOffer(m_page, only))
    m_bar->showNotice(text(*words), text(tr("Sign…")),
                      [this, only] { showActionDialog(this, m_page, viewmodels::signForm(m_page, only)); });
}

void CasePage::report() {
  auto request = showReportDialog(this, m_page.file(), m_host.session().translator);
  if (!request) return;
  request->id = m_page.id();
  write(tr("Writing the report…"), tr("Report saved as {0}"), request->path,
        [writeReport = m_services.writeCaseReport, request = *request] { writeReport(request); });
}

void CasePage::showTrail() {
  if (auto* history = panel(static_cast<int>(CaseTab::history))) history->refresh();
  if (!m_page.trail()->faults.empty()) m_bar->showError(m_host.session().translator(m_page.trailVerdict()));
}

std::optional<model::Message> CasePage::whyNotAttach() const {
  return viewmodels::actionOf(m_page.actions(), CaseActionId::attach).whyNot;
}

void CasePage::attachDropped(std::vector<FileSource> files) {
  showActionDialog(this, m_page, attachForm(m_page, std::move(files), viewmodels::disciplineOf(current())));
}

}  // namespace octad::gui
