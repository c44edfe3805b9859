#include "gui/returns/return_page.hpp"

#include "gui/cases/action_dialog.hpp"
#include "gui/returns/disposition_tab.hpp"
#include "gui/returns/findings_tab.hpp"
#include "gui/returns/pieces_tab.hpp"
#include "gui/returns/return_document_dialog.hpp"
#include "gui/returns/return_files.hpp"
#include "gui/returns/return_files_tab.hpp"
#include "gui/returns/return_header.hpp"
#include "gui/returns/return_history_tab.hpp"
#include "gui/returns/units_tab.hpp"
#include "gui/viewmodels/new_complaint.hpp"
#include "gui/viewmodels/return_findings.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/leave_question.hpp"
#include "gui/widgets/point_list.hpp"
#include "gui/widgets/tab_bar.hpp"

namespace octad::gui {

using model::Message;
using model::tr;
using viewmodels::ReturnActionId;
using viewmodels::ReturnForm;
using viewmodels::ReturnTab;

namespace {

constexpr std::size_t kMostPoints = 3;  ///< the list of a return stays low; the rest is counted
constexpr ReturnTab kTabs[] = {ReturnTab::pieces,      ReturnTab::units, ReturnTab::findings,
                               ReturnTab::disposition, ReturnTab::files, ReturnTab::history};

}  // namespace

ReturnPage::ReturnPage(wxWindow* parent, PageHost& host, model::ReturnId id, ReturnServices services)
    : RecordPage(parent, host),
      m_services(std::move(services)),
      m_page(host.session(), id),
      m_tabHost{m_page,
                [this](ReturnActionId action, model::ReturnLineId line) { act(action, line); },
                [this](ReturnForm form) { return ask(std::move(form)); },
                [this](const std::exception_ptr& error) { showError(error); },
                [this](const std::string& sentence) { m_host.showStatus(sentence); },
                [this](model::ComplaintId complaint) { m_host.openCase(complaint); },
                [this](model::ReturnLineId line) { newCase(line); }} {
  m_connections.emplace_back(m_page.stored.connect([this](const model::ReturnSaved& saved) {
    m_bar->Dismiss();  // what went wrong before is mended
    m_host.returnSaved(saved.id);
  }));
  start(m_page, tr("Reading the return…"));
}

RecordPage::Top ReturnPage::makeTop() {
  m_header = new ReturnHeaderPanel(this, m_page.text());
  m_header->onBack = [this] { leave(); };
  m_header->onAction = [this](ReturnActionId id) { act(id); };
  m_header->onNext = [this] { goOn(); };
  m_header->onPapers = [this] { documents(); };
  m_header->onCase = [this](model::ComplaintId id) { m_host.openCase(id); };
  m_tabBar = new TabBar(this);
  m_tabBar->onChoose = [this](int key) { chooseTab(key); };
  m_missing = new PointList(this, kMostPoints);
  return {m_header, m_tabBar, m_missing};
}

void ReturnPage::showTop() {
  const auto header = m_page.header();
  m_header->show(header, m_page.cases(), m_page.actions(), m_page.next(),
                 static_cast<bool>(m_services.writeDocument));
  m_host.setPageTitle(this, header.number);
  showMissing();
}

void ReturnPage::showTabs() {
  std::vector<TabBar::Tab> tabs;
  for (const ReturnTab tab : kTabs) {
    const std::string label = m_page.text()(m_page.tabLabel(tab));
    tabs.push_back({static_cast<int>(tab), label, label});
  }
  m_tabBar->show(tabs, currentTab());
}

void ReturnPage::showMissing() {
  const auto& text = m_page.text();
  const auto missing = m_page.missing();
  std::vector<Point> points;
  for (const auto& one : missing)
    points.push_back({text(one.text), [this, target = one.jump] { jump(target); }});
  const auto& head = m_page.file().head;
  std::string nothing = text(tr("Nothing is missing: the return can be closed."));
  if (head.closedAt)
    nothing = head.closeReason.empty() ? text(tr("The return has ended."))
                                       : text(Message(tr("The return has ended: {0}"), {head.closeReason}));
  const std::size_t hidden = missing.size() > m_missing->most() ? missing.size() - m_missing->most() : 0;
  m_missing->show(text(tr("Before the return can be closed:")), points,
                  text(tr("Go to the place where this is mended")), nothing,
                  text(Message(tr("and {0} more"), {std::to_string(hidden)})));
}

RecordTabPanel* ReturnPage::makeTab(wxWindow* parent, int tab) {
  switch (static_cast<ReturnTab>(tab)) {
    case ReturnTab::units:
      return new UnitsTab(parent, m_tabHost);
    case ReturnTab::findings:
      return new FindingsTab(parent, m_tabHost);
    case ReturnTab::disposition:
      return new DispositionTab(parent, m_tabHost);
    case ReturnTab::files:
      return new ReturnFilesTab(parent, m_tabHost);
    case ReturnTab::history:
      return new ReturnHistoryTab(parent, m_tabHost);
    case ReturnTab::pieces:
      break;
  }
  return new PiecesTab(parent, m_tabHost);
}

std::optional<int> ReturnPage::tabOf(int digit) const {
  if (digit < 1 || digit > static_cast<int>(std::size(kTabs))) return std::nullopt;
  return static_cast<int>(kTabs[digit - 1]);
}

void ReturnPage::jump(const viewmodels::ReturnJump& target) {
  if (auto* panel = panelOf<ReturnTabPanel>(target.tab)) panel->jump(target);
  if (target.action) act(*target.action, target.lineId);
}

/// The next step of the return: its form, or the pieces it moves.
void ReturnPage::goOn() {
  const auto next = m_page.next();
  if (!next) return;
  if (next->id != ReturnActionId::move) {
    act(next->id);
    return;
  }
  const auto kind = viewmodels::piecesFor(m_page.file(), *next->from, *next->to);
  if (!kind) return;
  if (kind->named == kind->pieces) {  // they go by their serial numbers
    panelOf<UnitsTab>(ReturnTab::units)->chooseKind(*kind);
    return;
  }
  panelOf<PiecesTab>(ReturnTab::pieces)->offer(*kind, *next->to);
}

void ReturnPage::act(ReturnActionId id, model::ReturnLineId line) {
  const auto actions = m_page.actions();
  const auto& action = viewmodels::actionOf(actions, id);
  if (!action.enabled()) {
    m_host.showStatus(m_page.text()(*action.whyNot));
    return;
  }
  if (auto form = viewmodels::wayForm(id, m_page)) {
    ask(std::move(*form));
    return;
  }
  if (!line) line = viewmodels::lineFor(id, m_page.file());
  switch (id) {
    case ReturnActionId::decide:
      panelOf<FindingsTab>(ReturnTab::findings)->jump({ReturnTab::findings, line, {}, {}});
      break;
    case ReturnActionId::dossier:
      choose(ReturnTab::findings);
      ask(viewmodels::dossierForm(m_page, line));
      break;
    case ReturnActionId::cost:
      choose(ReturnTab::disposition);
      ask(viewmodels::costForm(m_page, model::CostKind::credit));
      break;
    case ReturnActionId::attach:
      panelOf<ReturnFilesTab>(ReturnTab::files)->chooseFiles(model::ReturnPaper::other);
      break;
    case ReturnActionId::test:
    case ReturnActionId::addUnits:
      choose(ReturnTab::units);
      break;
    default:  // moving, taking back
      choose(ReturnTab::pieces);
      break;
  }
}

bool ReturnPage::ask(ReturnForm form) {
  return showFormDialog(this,
                        std::make_unique<viewmodels::FormOfPage<viewmodels::ReturnPageViewModel, ReturnForm>>(
                            m_page, std::move(form)));
}

void ReturnPage::newCase(model::ReturnLineId lineId) {
  const auto& file = m_page.file();
  const auto& line = file.line(lineId);
  viewmodels::ComplaintDraft draft;
  draft.customer = file.customer.name;
  draft.customerRef = file.head.customerRef;
  draft.items.front().part = file.partNumber(line.partId);
  draft.items.front().lot = line.lot;
  draft.items.front().failure = line.failure;
  draft.items.front().quantityDefective =
      std::to_string(file.balance(line.id).found(model::Finding::confirmed));
  m_host.complaintForReturn(draft, m_page.id(), lineId);
}

void ReturnPage::documents() {
  auto request = showReturnDocumentDialog(this, m_page.header().number, m_services.documents, m_page.text());
  if (!request) return;
  request->id = m_page.id();
  write(tr("Writing the document…"), tr("Saved as {0}"), request->path,
        [writeDocument = m_services.writeDocument, request = *request] { writeDocument(request); });
}

bool ReturnPage::mayLeave() {
  return askToLeave(this, m_page.text(), tr("What you typed in this return is not saved."),
                    tr("Leave the return?"));
}

std::optional<model::Message> ReturnPage::whyNotAttach() const {
  return viewmodels::actionOf(m_page.actions(), ReturnActionId::attach).whyNot;
}

/// On the page of the units a file belongs to the chosen one.
void ReturnPage::attachDropped(std::vector<FileSource> files) {
  std::optional<model::ReturnUnitId> unit;
  if (current() == ReturnTab::units) unit = static_cast<UnitsTab*>(currentPanel())->chosenUnit();
  ask(returnAttachForm(m_page, std::move(files), unit ? model::ReturnPaper::photo : model::ReturnPaper::other,
                       unit));
}

void ReturnPage::attachPasted(FileSource picture) {
  ask(returnAttachForm(m_page, {std::move(picture)}, model::ReturnPaper::photo, {}));
}

}  // namespace octad::gui
