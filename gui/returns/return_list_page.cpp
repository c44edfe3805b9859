#include "gui/returns/return_list_page.hpp"

#include <algorithm>
#include <array>
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>

#include "gui/cases/text_table.hpp"
#include "gui/returns/state_strip.hpp"
#include "gui/viewmodels/chip_look.hpp"
#include "gui/widgets/choice.hpp"
#include "gui/widgets/customer_filter.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/list_or_empty.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

using model::Message;
using model::tr;
using viewmodels::ReturnColumn;
using viewmodels::Tone;

namespace {

constexpr const char* kOpenOnly = "open";
constexpr double kSearchChars = 24;
constexpr int kPauseMs = 250;

struct ListColumn {
  ReturnColumn column;
  const char* title;
  double width;
  bool right;
  bool stretch;
  bool optional = false;
};
constexpr std::array kColumns{
    ListColumn{ReturnColumn::number, tr("No."), 10.4, false, false},
    ListColumn{ReturnColumn::rma, "RMA", 10.4, false, true, true},
    ListColumn{ReturnColumn::customer, tr("Customer"), 15, false, true},
    ListColumn{ReturnColumn::part, tr("Part"), 14.5, false, true},
    ListColumn{ReturnColumn::kind, tr("Kind"), 9, false, false},
    ListColumn{ReturnColumn::state, tr("State"), 14.5, false, false},
    ListColumn{ReturnColumn::waitsFor, tr("Waits for"), 10, false, false},
    ListColumn{ReturnColumn::received, tr("Came"), 8.5, true, false},
    ListColumn{ReturnColumn::open, tr("Open"), 6, true, false},
    ListColumn{ReturnColumn::due, tr("Due"), 9.8, true, false},
    ListColumn{ReturnColumn::age, tr("Quiet"), 9.2, true, false},
    ListColumn{ReturnColumn::cases, tr("Cases"), 10.5, false, false},
};

struct Period {
  viewmodels::FiguresPeriod period;
  const char* label;
};
constexpr std::array kPeriods{
    Period{viewmodels::FiguresPeriod::lastTwelveMonths, tr("Last 12 months")},
    Period{viewmodels::FiguresPeriod::lastThreeMonths, tr("Last 3 months")},
    Period{viewmodels::FiguresPeriod::thisMonth, tr("This month")},
    Period{viewmodels::FiguresPeriod::thisYear, tr("This year")},
    Period{viewmodels::FiguresPeriod::lastYear, tr("Last year")},
};

ReturnColumn columnAt(int index) {
  return kColumns[static_cast<std::size_t>(index)].column;
}

int indexOf(ReturnColumn column) {
  const auto found = std::find_if(kColumns.begin(), kColumns.end(),
                                  [column](const ListColumn& other) { return other.column == column; });
  return static_cast<int>(found - kColumns.begin());
}

}  // namespace

ReturnListPage::ReturnListPage(wxWindow* parent, PageHost& host, viewmodels::ReturnListViewModel& viewModel)
    : wxPanel(parent), m_host(host), m_viewModel(viewModel), m_pause(this) {
  const int side = gap(this, Gap::field);
  auto* page = new wxBoxSizer(wxVERTICAL);
  m_errors = new ErrorBar(this);
  page->Add(m_errors, wxSizerFlags().Expand());
  page->Add(makeFilterBar(), wxSizerFlags().Expand().Border(wxALL, side));
  m_board = new StateStrip(this, host.session().translator);
  m_board->onToggle = [this](model::ReturnState state) { m_viewModel.toggle(state); };
  page->Add(m_board, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, side));
  page->Add(makeListArea(), wxSizerFlags(1).Expand().Border(wxTOP, gap(this, Gap::inside)));
  page->Add(makeFigures(), wxSizerFlags().Expand().Border(wxALL, side));
  SetSizer(page);
  Bind(wxEVT_TIMER, [this](wxTimerEvent&) { applyFilter(); });
  connect();
  showFilter();
  showRows();
}

wxSizer* ReturnListPage::makeFilterBar() {
  const auto& text = m_host.session().translator;
  auto* bar = new wxBoxSizer(wxHORIZONTAL);
  const auto add = [&](wxWindow* control, const std::string& name) {
    setAccessibleName(control, name);
    control->SetToolTip(toWx(name));
    bar->Add(control, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::field)));
  };
  m_which = new KeyChoice(this, {{kOpenOnly, text(tr("Open returns"))}, {"", text(tr("All returns"))}});
  add(m_which, text(tr("Which returns")));
  m_kind = new KeyChoice(this, enumEntries<model::ReturnKind>(text, text(tr("All kinds"))));
  add(m_kind, text(tr("Kind of return")));
  m_waits = new KeyChoice(this, enumEntries<model::ReturnWait>(text, text(tr("Waits for anybody"))));
  add(m_waits, text(tr("Waits for")));
  m_customer = new CustomerFilter(this, text, m_viewModel.customers(), [this] { applyFilter(); });
  add(m_customer, text(tr("Customer")));
  m_text = new wxSearchCtrl(this, wxID_ANY);
  m_text->SetName("return-search");
  m_text->SetDescriptiveText(toWx(text(tr("Number, RMA, note, serial"))));
  m_text->ShowCancelButton(true);
  m_text->SetMinSize({chars(this, kSearchChars), -1});
  add(m_text, text(tr("Number, RMA, note, serial")));
  m_clear = makeButton(this, text(tr("C&lear")), [this] { m_viewModel.clearFilter(); });
  add(m_clear, text(tr("Show all returns")));
  bar->AddStretchSpacer();
  m_summary = makeMuted(this, {});
  bar->Add(m_summary, wxSizerFlags().CentreVertical());

  for (KeyChoice* choice : {m_which, m_kind, m_waits})
    choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { applyFilter(); });
  m_text->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { m_pause.StartOnce(kPauseMs); });
  m_text->Bind(wxEVT_SEARCHCTRL_CANCEL_BTN, [this](wxCommandEvent&) { m_text->Clear(); });
  return bar;
}

wxWindow* ReturnListPage::makeListArea() {
  const auto& text = m_host.session().translator;
  m_book = new ListOrEmpty(this, [this] {
    if (m_viewModel.registerIsEmpty())
      m_host.announceReturn({});
    else
      m_viewModel.clearFilter();
  });
  std::vector<RowColumn> columns;
  for (const auto& column : kColumns)
    columns.push_back(
        {text(column.title), column.width, column.right, true, column.stretch, column.optional});
  m_list = new RowList(m_book, text(tr("Returned goods")), fitTitles(this, std::move(columns)), *this, true);
  m_list->onActivate = [this](long row) { open(row); };
  m_list->onSelect = [this](long row) {
    if (const auto* found = m_viewModel.row(row)) m_viewModel.select(found->id);
  };
  m_list->onSort = [this](int column) { m_viewModel.sortBy(columnAt(column)); };
  m_book->setList(m_list);
  return m_book;
}

wxSizer* ReturnListPage::makeFigures() {
  const auto& text = m_host.session().translator;
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  KeyChoice::Entries entries;
  for (std::size_t at = 0; at < std::size(kPeriods); ++at)
    entries.emplace_back(std::to_string(at), text(kPeriods[at].label));
  m_period = new KeyChoice(this, entries);
  m_period->SetName("figures-period");
  setAccessibleName(m_period, text(tr("Received in")));
  m_period->SetToolTip(toWx(text(tr("Received in"))));
  m_period->setKey("0");
  m_period->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    m_viewModel.setPeriod(kPeriods[std::stoul(m_period->key())].period);
  });
  row->Add(m_period, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  m_figures = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  m_figures->SetForegroundColour(mutedColour());
  row->Add(m_figures, wxSizerFlags(1).CentreVertical());
  return row;
}

void ReturnListPage::connect() {
  m_connections.emplace_back(m_viewModel.reset.connect([this] { showRows(); }));
  m_connections.emplace_back(m_viewModel.stateChanged.connect([this] {
    showFilter();
    showState();
  }));
  m_connections.emplace_back(m_viewModel.choicesChanged.connect([this] { showFilter(); }));
}

void ReturnListPage::refresh() {
  m_viewModel.refresh();
  m_viewModel.readChoices();
}

void ReturnListPage::focusList() {
  m_list->SetFocus();
}

std::string ReturnListPage::cell(long row, int column) const {
  return m_viewModel.cell(row, columnAt(column));
}

RowStyle ReturnListPage::style(long row, int column) const {
  const auto* found = m_viewModel.row(row);
  if (!found) return {};
  switch (columnAt(column)) {
    case ReturnColumn::state:
      return {viewmodels::chipOf(found->state).tone, false, false};
    case ReturnColumn::due:
      if (m_viewModel.isOverdue(*found)) return {Tone::late, true, false};
      return {};
    case ReturnColumn::age:
      if (m_viewModel.isOld(*found)) return {Tone::warning, true, false};
      return {std::nullopt, false, true};
    default:
      return {};
  }
}

void ReturnListPage::showFilter() {
  const auto& filter = m_viewModel.filter();
  m_which->setKey(filter.openOnly ? kOpenOnly : "");
  m_kind->setKey(filter.kind ? std::string(model::keyOf(*filter.kind)) : std::string());
  m_waits->setKey(filter.waitsFor ? std::string(model::keyOf(*filter.waitsFor)) : std::string());
  m_customer->showCustomer(filter.customerId);
  if (fromWx(m_text->GetValue().Strip(wxString::both)) != filter.text && !m_pause.IsRunning())
    m_text->ChangeValue(toWx(filter.text));
  m_clear->Enable(m_viewModel.isFiltered());
}

void ReturnListPage::applyFilter() {
  model::ReturnFilter filter = m_viewModel.filter();
  filter.openOnly = m_which->key() == kOpenOnly;
  filter.kind = model::fromKey<model::ReturnKind>(m_kind->key());
  filter.waitsFor = model::fromKey<model::ReturnWait>(m_waits->key());
  filter.text = fromWx(m_text->GetValue().Strip(wxString::both));
  filter.customerId = m_customer->customer();
  m_viewModel.setFilter(filter);
}

void ReturnListPage::showRows() {
  m_list->reload(m_viewModel.indexOf(m_viewModel.selected()));
  m_list->showSort(indexOf(m_viewModel.sortColumn()), m_viewModel.sortDescending());
  m_board->show(m_viewModel.board());
  showState();
}

void ReturnListPage::showState() {
  const auto& text = m_host.session().translator;
  const bool loading = m_viewModel.loading();
  if (!loading || m_viewModel.rowCount() == 0)
    setText(m_summary, loading ? text(tr("Reading…")) : m_viewModel.summary());
  if (m_viewModel.error())
    m_errors->showError(m_viewModel.error(), text, text(tr("Try again")), [this] { refresh(); });
  else if (m_errors->IsShown())
    m_errors->Dismiss();
  const bool empty = !loading && m_viewModel.rowCount() == 0 && !m_viewModel.error();
  if (!empty)
    m_book->showList();
  else if (!m_viewModel.registerIsEmpty())
    m_book->showEmpty(text(tr("No return matches this filter.")), text(tr("Show all returns")));
  else
    m_book->showEmpty(
        text(tr("No returned goods yet. What customers send back belongs here, so that "
                "every piece is accounted for.")),
        m_host.session().may(model::Right::announceReturn) ? text(tr("Announce a return")) : std::string());
  m_board->Show(!(empty && m_viewModel.registerIsEmpty()));
  std::string figures;
  for (const auto& part : m_viewModel.figures()) figures += (figures.empty() ? "" : "   ·   ") + part;
  const bool any = !m_viewModel.registerIsEmpty();
  setText(m_figures,
          figures.empty() && any && !loading ? text(tr("No returns were received then.")) : figures);
  m_figures->SetToolTip(m_figures->GetLabel());
  m_period->Show(any);
  m_figures->Show(any);
  Layout();
}

void ReturnListPage::open(long row) {
  if (const auto* found = m_viewModel.row(row)) m_host.openReturn(found->id);
}

}  // namespace octad::gui
