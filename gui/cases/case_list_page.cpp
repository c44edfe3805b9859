#include "gui/cases/case_list_page.hpp"

#include <algorithm>
#include <utility>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/textdlg.h>

#include "gui/shell/write_document.hpp"
#include "gui/viewmodels/chip_look.hpp"
#include "gui/widgets/class_entries.hpp"
#include "gui/widgets/customer_filter.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/list_or_empty.hpp"
#include "model/core/fingerprint.hpp"

namespace octad::gui {

using model::CaseColumn;
using model::tr;
using viewmodels::Tone;

namespace {

constexpr const char* kOpenOnly = "open";
constexpr const char* kKeepView = "\x01keep";  ///< entry of the view choice that asks for a name
constexpr double kChoiceChars = 18;            ///< of choices with long names
constexpr double kCampaignChars = 17;
constexpr double kViewChars = 16.5;
constexpr int kSlowMs = 200;
constexpr int kFlashMs = 1200;

/// Columns of the list with their widths in characters.
struct ListColumn {
  CaseColumn column;
  double width;
};
constexpr ListColumn kColumns[] = {
    {CaseColumn::number, 12},  {CaseColumn::receivedAt, 12}, {CaseColumn::customer, 18},
    {CaseColumn::part, 16},    {CaseColumn::failure, 16},    {CaseColumn::severity, 13.5},
    {CaseColumn::state, 15.5}, {CaseColumn::turn, 10},       {CaseColumn::dueAt, 10},
};

CaseColumn columnAt(int index) {
  return kColumns[static_cast<std::size_t>(index)].column;
}

/// As wide as its words: the bar is to fit into one line.
void makeTight(wxButton* button) {
  button->SetWindowStyleFlag(button->GetWindowStyleFlag() | wxBU_EXACTFIT);
  button->InvalidateBestSize();
}

int indexOf(CaseColumn column) {
  const auto found = std::find_if(std::begin(kColumns), std::end(kColumns),
                                  [column](const ListColumn& other) { return other.column == column; });
  return static_cast<int>(found - std::begin(kColumns));
}

}  // namespace

CaseListPage::CaseListPage(wxWindow* parent, PageHost& host, viewmodels::CaseListViewModel& viewModel,
                           std::function<void()> newComplaint,
                           std::function<void(const ListExportRequest&)> writeList)
    : wxPanel(parent),
      m_host(host),
      m_viewModel(viewModel),
      m_newComplaint(std::move(newComplaint)),
      m_writeList(std::move(writeList)),
      m_slow(this) {
  m_errors = new ErrorBar(this);
  auto* page = new wxBoxSizer(wxVERTICAL);
  page->Add(m_errors, wxSizerFlags().Expand());
  page->Add(makeFilterBar(), wxSizerFlags().Expand().Border(wxLEFT | wxTOP | wxRIGHT, gap(this, Gap::field)));
  auto* splitter =
      new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_3DSASH);
  auto* area = makeListArea(splitter);
  m_preview = new CasePreviewPanel(splitter, host.session(), [this] { openSelected(); });
  splitter->SetMinimumPaneSize(lines(this, 6));
  splitter->SetSashGravity(1.0);
  splitter->SplitHorizontally(area, m_preview, -lines(this, 9));
  page->Add(splitter, wxSizerFlags(1).Expand());
  SetSizer(page);
  Bind(wxEVT_TIMER, [this](wxTimerEvent&) { showState(); });
  connect();
  showChoices();
  showFilter();
  showRows();
  m_preview->show(m_viewModel.preview());
}

wxSizer* CaseListPage::makeFilterBar() {
  const auto& text = m_host.session().translator;
  m_filters = new wxBoxSizer(wxHORIZONTAL);
  const int apart = gap(this, Gap::field);
  const auto add = [&](wxWindow* control, const char* name) {
    setAccessibleName(control, text(name));
    control->SetToolTip(toWx(text(name)));
    m_filters->Add(control, wxSizerFlags().CentreVertical().Border(wxRIGHT, apart));
  };
  KeyChoice::Entries states{{kOpenOnly, text(tr("Open cases"))}, {"", text(tr("All states"))}};
  for (const auto& entry : model::EnumKeys<model::CaseState>::entries)
    states.emplace_back(std::string(entry.key), text(entry.label));
  m_state = new KeyChoice(this, states);
  add(m_state, tr("State"));
  m_severity = new KeyChoice(this);
  m_severity->SetName("filter_class");
  add(m_severity, tr("Complaint class"));
  m_customer = new CustomerFilter(this, text, m_viewModel.customers(), [this] { applyFilter(); });
  add(m_customer, tr("Customer"));
  m_campaign = new KeyChoice(this);
  m_campaign->SetName("filter_campaign");
  m_campaign->SetMinSize({chars(this, kCampaignChars), -1});
  add(m_campaign, tr("Campaign"));
  m_department = new KeyChoice(this);
  m_department->SetMinSize({chars(this, kChoiceChars), -1});
  add(m_department, tr("Department"));
  m_overdue = new wxCheckBox(this, wxID_ANY, toWx(text(tr("O&verdue only"))));
  add(m_overdue, tr("Overdue only"));
  m_clear = makeButton(this, text(tr("C&lear")), [this] { m_viewModel.clearFilter(); });
  makeTight(m_clear);
  add(m_clear, tr("Show all cases"));
  m_actions = new wxBoxSizer(wxHORIZONTAL);
  m_actions->AddStretchSpacer();
  m_summary = makeMuted(this, {});
  m_actions->Add(m_summary, wxSizerFlags().CentreVertical().Border(wxRIGHT, apart));
  m_views = new KeyChoice(this);
  m_views->SetMinSize({chars(this, kViewChars), -1});  // holds "Saved views" with its arrow
  setAccessibleName(m_views, text(tr("Saved views")));
  m_actions->Add(m_views, wxSizerFlags().CentreVertical());
  if (m_writeList) {
    auto* button = makeButton(this, text(tr("E&xport…")), [this] { exportList(); });
    button->SetToolTip(toWx(text(tr("Export the list as a register"))));
    makeTight(button);
    m_actions->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, apart));
  }
  m_bar = new wxBoxSizer(wxHORIZONTAL);
  m_bar->Add(m_filters, wxSizerFlags().Border(wxBOTTOM, apart));
  m_bar->Add(m_actions, wxSizerFlags(1).Expand().Border(wxBOTTOM, apart));

  for (wxWindow* choice : {static_cast<wxWindow*>(m_state), static_cast<wxWindow*>(m_severity),
                           static_cast<wxWindow*>(m_campaign), static_cast<wxWindow*>(m_department)})
    choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { applyFilter(); });
  m_overdue->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { applyFilter(); });
  m_views->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { chooseView(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    arrangeBar();
    event.Skip();
  });
  return m_bar;
}

/// One line; two where the window is too narrow for it: with campaigns, or with much to say about the list.
void CaseListPage::arrangeBar() {
  const int wanted = m_filters->CalcMin().x + m_actions->CalcMin().x + 2 * gap(this, Gap::field);
  const int direction = wanted > GetClientSize().x ? wxVERTICAL : wxHORIZONTAL;
  if (m_bar->GetOrientation() == direction) return;
  m_bar->SetOrientation(direction);
  Layout();
}

wxWindow* CaseListPage::makeListArea(wxWindow* parent) {
  const auto& text = m_host.session().translator;
  m_book = new ListOrEmpty(parent, [this] {
    if (m_viewModel.registerIsEmpty() || !m_viewModel.isFiltered())
      m_newComplaint();
    else
      m_viewModel.clearFilter();
  });
  std::vector<RowColumn> columns;
  for (const auto& column : kColumns)
    columns.push_back(
        {text(column.column == CaseColumn::severity ? tr("Class") : model::labelOf(column.column)),
         column.width, column.column == CaseColumn::dueAt, true,
         column.column == CaseColumn::failure || column.column == CaseColumn::customer});
  m_list = new RowList(m_book, text(tr("Cases")), std::move(columns), *this, true);
  m_list->onActivate = [this](long row) { m_host.openCase(m_viewModel.idAt(row)); };
  m_list->onActivateBehind = [this](long row) { m_host.openCaseBehind(m_viewModel.idAt(row)); };
  m_list->onSelect = [this](long row) { m_viewModel.select(row); };
  m_list->onSort = [this](int column) { m_viewModel.sortBy(columnAt(column)); };
  m_book->setList(m_list);
  return m_book;
}

void CaseListPage::connect() {
  m_connections.emplace_back(m_viewModel.reset.connect([this] { showRows(); }));
  m_connections.emplace_back(
      m_viewModel.rowsChanged.connect([this](long first, long last) { m_list->rowsChanged(first, last); }));
  m_connections.emplace_back(m_viewModel.contentChanged.connect(
      [this](const std::vector<model::ComplaintId>& changed) { flash(changed); }));
  m_flashEnd.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { endFlash(); });
  m_connections.emplace_back(
      m_viewModel.previewChanged.connect([this] { m_preview->show(m_viewModel.preview()); }));
  m_connections.emplace_back(m_viewModel.stateChanged.connect([this] {
    if (m_viewModel.loading()) {
      m_slow.StartOnce(kSlowMs);
      showFilter();
    } else {
      m_slow.Stop();
      showState();
    }
  }));
  m_connections.emplace_back(m_viewModel.choicesChanged.connect([this] {
    showChoices();
    showFilter();
  }));
}

void CaseListPage::refresh() {
  m_viewModel.refresh();
  m_viewModel.readChoices();
}

void CaseListPage::focusList() {
  m_list->SetFocus();
}

long CaseListPage::rowCount() const {
  return m_viewModel.rowCount();
}

std::string CaseListPage::cell(long row, int column) const {
  return m_viewModel.cell(row, columnAt(column));
}

RowStyle CaseListPage::style(long row, int column) const {
  const model::CaseRow* found = m_viewModel.row(row);
  if (found == nullptr) return {};
  RowStyle style = ownStyle(*found, column);
  style.flash = flashes(found->id);
  return style;
}

RowStyle CaseListPage::ownStyle(const model::CaseRow& row, int column) const {
  switch (columnAt(column)) {
    case CaseColumn::severity:
      return {viewmodels::chipOf(row.severity).tone, false, false};
    case CaseColumn::state:
      return {viewmodels::chipOfPhase(row.phase, row.state).tone, false, false};
    case CaseColumn::dueAt:
      if (m_viewModel.isOverdue(row)) return {Tone::late, true, false};
      return {};
    case CaseColumn::receivedAt:
      return {std::nullopt, false, true};
    case CaseColumn::number:
    case CaseColumn::customer:
    case CaseColumn::part:
    case CaseColumn::failure:
    case CaseColumn::turn:
      break;
  }
  return {};
}

void CaseListPage::flash(const std::vector<model::ComplaintId>& changed) {
  for (const auto id : changed) m_flashing.insert(id.value);
  for (const auto id : changed)
    if (const long row = m_viewModel.indexOf(id); row >= 0) m_list->rowsChanged(row, row);
  m_flashEnd.StartOnce(kFlashMs);
}

void CaseListPage::endFlash() {
  const auto ended = std::exchange(m_flashing, {});
  for (const long long id : ended)
    if (const long row = m_viewModel.indexOf(model::ComplaintId(id)); row >= 0) m_list->rowsChanged(row, row);
}

void CaseListPage::showFilter() {
  const model::CaseFilter& filter = m_viewModel.filter();
  if (filter.states.size() == 1)
    m_state->setKey(std::string(model::keyOf(filter.states.front())));
  else
    m_state->setKey(filter.openOnly ? kOpenOnly : "");
  showClasses();
  m_severity->setKey(filter.severity ? std::string(model::keyOf(*filter.severity)) : std::string());
  m_campaign->setKey(filter.campaignId ? std::to_string(filter.campaignId->value) : std::string());
  m_department->setKey(filter.departmentId ? std::to_string(filter.departmentId->value) : std::string());
  m_overdue->SetValue(filter.overdue);
  m_customer->showCustomer(filter.customerId);
  m_clear->Enable(m_viewModel.isFiltered());
}

void CaseListPage::showClasses() {
  auto entries =
      classEntries(m_host.session().translator, m_viewModel.classes(), m_viewModel.filter().severity);
  if (entries == m_classEntries) return;
  m_severity->setEntries(entries);
  m_classEntries = std::move(entries);
}

void CaseListPage::applyFilter() {
  model::CaseFilter filter = m_viewModel.filter();
  const std::string state = m_state->key();
  filter.openOnly = state == kOpenOnly;
  filter.states.clear();
  if (const auto one = model::fromKey<model::CaseState>(state)) filter.states.push_back(*one);
  filter.severity = model::fromKey<model::SeverityClass>(m_severity->key());
  // One that was made a moment ago may not be among the choices yet: then it stays as it is.
  if (m_campaign->GetSelection() != wxNOT_FOUND) {
    const std::string campaign = m_campaign->key();
    filter.campaignId =
        campaign.empty() ? std::nullopt : std::optional(model::CampaignId(std::stoll(campaign)));
  }
  const std::string department = m_department->key();
  filter.departmentId =
      department.empty() ? std::nullopt : std::optional(model::DepartmentId(std::stoll(department)));
  filter.overdue = m_overdue->GetValue();
  filter.customerId = m_customer->customer();
  filter.now = m_viewModel.filter().now;
  if (model::fingerprint(filter) != model::fingerprint(m_viewModel.filter())) m_viewModel.setFilter(filter);
}

void CaseListPage::showChoices() {
  const auto& text = m_host.session().translator;
  KeyChoice::Entries departments{{"", text(tr("All departments"))}};
  const bool chinese = text.language() == model::Language::chinese;
  for (const auto& department : m_viewModel.departments())
    departments.emplace_back(std::to_string(department.id.value),
                             chinese || department.nameEn.empty() ? department.name : department.nameEn);
  m_department->setEntries(departments);
  KeyChoice::Entries campaigns{{"", text(tr("All campaigns"))}};
  for (const auto& campaign : m_viewModel.campaigns())
    campaigns.emplace_back(std::to_string(campaign.id.value), campaign.name);
  m_campaign->setEntries(campaigns);
  m_campaign->Show(!m_viewModel.campaigns().empty());
  arrangeBar();
  KeyChoice::Entries views{{"", text(tr("Saved views"))}};
  for (const auto& view : m_viewModel.views()) views.emplace_back(std::to_string(view.id.value), view.name);
  views.emplace_back(kKeepView, text(tr("Save this view…")));
  m_views->setEntries(views);
  Layout();
}

void CaseListPage::showRows() {
  // Something is selected from the start: the preview is never blank beside a list with rows.
  if (m_viewModel.indexOf(m_viewModel.selected()) < 0) m_viewModel.select(0);
  m_list->reload(m_viewModel.indexOf(m_viewModel.selected()));
  m_list->showSort(indexOf(m_viewModel.sort().column), m_viewModel.sort().descending);
  showState();
}

void CaseListPage::showState() {
  const auto& text = m_host.session().translator;
  const bool loading = m_viewModel.loading();
  setText(m_summary, loading ? text(tr("Reading…")) : m_viewModel.summary());
  arrangeBar();
  if (m_viewModel.error())
    m_errors->showError(m_viewModel.error(), text, text(tr("Try again")), [this] { refresh(); });
  else if (m_errors->IsShown())
    m_errors->Dismiss();
  if (loading || m_viewModel.rowCount() > 0 || m_viewModel.error())
    m_book->showList();
  else if (m_viewModel.isFiltered() && !m_viewModel.registerIsEmpty())
    m_book->showEmpty(text(tr("No case matches this filter.")), text(tr("Show all cases")));
  else
    m_book->showEmpty(text(tr("No complaints yet. The first one starts the register.")),
                      m_host.session().may(model::Right::registerComplaint) ? text(tr("Register a complaint"))
                                                                            : std::string());
  m_clear->Enable(m_viewModel.isFiltered());
}

void CaseListPage::chooseView() {
  const std::string key = m_views->key();
  m_views->setKey({});
  if (key == kKeepView) {
    keepView();
    return;
  }
  for (const auto& view : m_viewModel.views())
    if (std::to_string(view.id.value) == key) {
      m_viewModel.applyView(view);
      m_views->setKey(key);
      return;
    }
}

void CaseListPage::keepView() {
  const auto& text = m_host.session().translator;
  wxTextEntryDialog dialog(this, toWx(text(tr("Name of the view"))), toWx(text(tr("Save this view"))));
  if (dialog.ShowModal() != wxID_OK) return;
  const std::string name = fromWx(dialog.GetValue().Strip(wxString::both));
  if (!name.empty()) m_viewModel.keepView(name);
}

void CaseListPage::exportList() {
  const auto& text = m_host.session().translator;
  wxFileDialog file(wxGetTopLevelParent(this), toWx(text(tr("Export the list as a register"))), {},
                    toWx(text(tr("Complaint register")) + ".xlsx"),
                    toWx(text(tr("Excel workbook")) + " (*.xlsx)|*.xlsx|PDF (*.pdf)|*.pdf"),
                    wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (file.ShowModal() != wxID_OK) return;
  std::string path = fromWx(file.GetPath());
  const std::string ending = file.GetFilterIndex() == 1 ? ".pdf" : ".xlsx";
  if (!path.ends_with(".pdf") && !path.ends_with(".xlsx")) path += ending;
  const ListExportRequest request{m_viewModel.filter(), m_viewModel.sort(),
                                  fromWx(m_state->GetStringSelection()) + " · " + m_viewModel.summary(),
                                  path};
  writeDocument(m_host, m_life, *m_errors, {tr("Writing the report…"), path, [write = m_writeList, request] {
                                              write(request);
                                              return model::Message(tr("Saved as {0}"), {request.path});
                                            }});
}

void CaseListPage::openSelected() {
  if (m_viewModel.selected()) m_host.openCase(m_viewModel.selected());
}

}  // namespace octad::gui
