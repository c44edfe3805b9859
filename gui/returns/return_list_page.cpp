#include "gui/returns/return_list_page.hpp"

#include <algorithm>
#include <array>
#include <wx/button.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>

#include "gui/cases/text_table.hpp"
#include "gui/returns/state_strip.hpp"
#include "gui/viewmodels/chip_look.hpp"
#include "gui/widgets/choice.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/suggest_field.hpp"
#include "model/core/text.hpp"

namespace octad::gui {

using model::Message;
using model::tr;
using viewmodels::ReturnColumn;
using viewmodels::Tone;

namespace {

constexpr const char* kOpenOnly = "open";
constexpr double kShortChars = 14;
constexpr double kSearchChars = 24;
constexpr int kPauseMs = 250;
constexpr int kListPageIndex = 0;
constexpr int kEmptyPageIndex = 1;
constexpr std::size_t kCustomerSuggestions = 12;

struct ListColumn {
  ReturnColumn column;
  const char* title;
  double width;
  bool right;
  bool stretch;
  bool optional = false;
};
constexpr std::array kColumns{
    ListColumn{ReturnColumn::number, tr("No."), 11, false, false},
    ListColumn{ReturnColumn::rma, "RMA", 8, false, true},
    ListColumn{ReturnColumn::customer, tr("Customer"), 10, false, true},
    ListColumn{ReturnColumn::part, tr("Part"), 12, false, true},
    ListColumn{ReturnColumn::kind, tr("Kind"), 12, false, true, true},
    ListColumn{ReturnColumn::state, tr("State"), 15, false, false},
    ListColumn{ReturnColumn::waitsFor, tr("Waits for"), 10, false, false},
    ListColumn{ReturnColumn::announced, tr("Announced"), 6, true, false},
    ListColumn{ReturnColumn::received, tr("Received"), 6, true, false},
    ListColumn{ReturnColumn::open, tr("Open"), 6, true, false},
    ListColumn{ReturnColumn::due, tr("Due"), 9.5, true, false},
    ListColumn{ReturnColumn::age, tr("Quiet"), 9, true, false},
    ListColumn{ReturnColumn::cases, tr("Cases"), 10.5, false, true},
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
  m_figures = makeMuted(this, {});
  page->Add(m_figures, wxSizerFlags().Expand().Border(wxALL, side));
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
  m_customer = new SuggestField(this, [this](const std::string& typed, const SuggestField::Answer& answer) {
    const std::string wanted = model::foldText(typed);
    std::vector<Suggestion> found;
    for (const auto& customer : m_viewModel.customers())
      if (model::foldText(customer.name + " " + customer.code).find(wanted) != std::string::npos &&
          found.size() < kCustomerSuggestions)
        found.push_back({customer.name, customer.code});
    answer(found);
  });
  m_customer->SetHint(toWx(text(tr("Customer"))));
  m_customer->SetInitialSize({chars(this, kShortChars), -1});
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
  m_customer->onChosen = [this] { applyFilter(); };
  m_customer->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    event.Skip();
    applyFilter();
  });
  m_text->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { m_pause.StartOnce(kPauseMs); });
  m_text->Bind(wxEVT_SEARCHCTRL_CANCEL_BTN, [this](wxCommandEvent&) { m_text->Clear(); });
  return bar;
}

wxWindow* ReturnListPage::makeListArea() {
  const auto& text = m_host.session().translator;
  m_book = new wxSimplebook(this);
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
  m_book->AddPage(m_list, {});
  m_book->AddPage(makeEmptyPage(m_book), {});
  return m_book;
}

wxWindow* ReturnListPage::makeEmptyPage(wxWindow* parent) {
  auto* panel = new wxPanel(parent);
  auto* box = new wxBoxSizer(wxVERTICAL);
  m_emptyText = makeText(panel, {});
  m_emptyAction = new wxButton(panel, wxID_ANY);
  m_emptyAction->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (m_viewModel.registerIsEmpty())
      m_host.announceReturn({});
    else
      m_viewModel.clearFilter();
  });
  const int side = gap(panel, Gap::section);
  box->Add(m_emptyText, wxSizerFlags().Border(wxLEFT | wxTOP, side));
  box->Add(m_emptyAction, wxSizerFlags().Border(wxLEFT | wxTOP, side));
  panel->SetSizer(box);
  return panel;
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
  std::string customerName;
  for (const auto& customer : m_viewModel.customers())
    if (filter.customerId && customer.id == *filter.customerId) customerName = customer.name;
  if (!m_customer->HasFocus()) m_customer->setText(customerName);
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
  filter.customerId.reset();
  const std::string customerName = model::foldText(m_customer->text());
  for (const auto& customer : m_viewModel.customers())
    if (!customerName.empty() &&
        (model::foldText(customer.name) == customerName || model::foldText(customer.code) == customerName))
      filter.customerId = customer.id;
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
  if (empty) {
    const bool none = m_viewModel.registerIsEmpty();
    setText(m_emptyText,
            text(none ? tr("No returned goods yet. What customers send back belongs here, so that "
                           "every piece is accounted for.")
                      : tr("No return matches this filter.")));
    m_emptyAction->SetLabel(toWx(text(none ? tr("Announce a return") : tr("Show all returns"))));
    m_emptyAction->Show(!none || m_host.session().may(model::Right::announceReturn));
    m_emptyText->GetParent()->Layout();
  }
  m_book->ChangeSelection(empty ? kEmptyPageIndex : kListPageIndex);
  m_board->Show(!(empty && m_viewModel.registerIsEmpty()));
  std::string figures;
  for (const auto& part : m_viewModel.figures()) figures += (figures.empty() ? "" : "   ·   ") + part;
  setText(m_figures, figures);
  m_figures->Show(!figures.empty());
  Layout();
}

void ReturnListPage::open(long row) {
  if (const auto* found = m_viewModel.row(row)) m_host.openReturn(found->id);
}

}  // namespace octad::gui
