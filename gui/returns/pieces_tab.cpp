#include "gui/returns/pieces_tab.hpp"

#include <wx/button.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/cases/text_table.hpp"
#include "gui/returns/move_panel.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

using model::ReturnLineId;
using model::ReturnPlace;
using model::tr;
using viewmodels::groupedNumber;
using viewmodels::PiecesAt;

namespace {

constexpr int kFewestLines = 1;
constexpr int kMostLines = 4;
constexpr int kFewestPlaces = 3;
constexpr int kMostPlaces = 6;
constexpr int kFewestMovements = 3;
constexpr int kMostMovements = 5;
constexpr int kPlacesShare = 4;
constexpr int kMoveShare = 5;

}  // namespace

PiecesTab::PiecesTab(wxWindow* parent, ReturnTabHost& host) : ReturnTabPanel(parent, host) {
  // A return of many lines and places is taller than a small window.
  m_area = makeScrolled(this);
  const int side = gap(this, Gap::group);
  auto* outer = new wxBoxSizer(wxVERTICAL);
  m_lines = makeLines();
  outer->Add(m_lines->list(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, side));
  m_equations = makeText(m_area, {});
  outer->AddSpacer(gap(this, Gap::field));
  outer->Add(m_equations, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, side));
  outer->AddSpacer(gap(this, Gap::field));
  outer->Add(makeMiddle(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, side));
  outer->Add(makeMovements(), wxSizerFlags(1).Expand().Border(wxALL, side));
  m_area->SetSizer(outer);
  auto* whole = new wxBoxSizer(wxVERTICAL);
  whole->Add(m_area, wxSizerFlags(1).Expand());
  SetSizer(whole);
  refresh();
}

TextTable* PiecesTab::makeLines() {
  auto* lines = new TextTable(m_area, text()(tr("Lines")),
                              {{text()(tr("No.")), 3, true, false, false},
                               {text()(tr("Part")), 12, false, false, true},
                               {text()(tr("Lot")), 10, false, false, true},
                               {text()(tr("What they are")), 12, false, false, false},
                               {text()(tr("Case")), 11, false, false, false},
                               {text()(tr("Failure")), 12, false, false, true},
                               {text()(tr("Announced")), 8, true, false, false},
                               {text()(tr("Surplus")), 7, true, false, false},
                               {text()(tr("Received")), 8, true, false, false},
                               {text()(tr("Missing")), 7, true, false, false},
                               {text()(tr("Open")), 6, true, false, false}},
                              kFewestLines, kMostLines);
  lines->list()->onSelect = [this](long) { showLine(); };
  lines->list()->onActivate = [this](long) {
    for (const auto& line : page().file().lines)
      if (line.id == chosenLine() && line.complaintId && page().file().caseOf(line))
        host().openCase(*line.complaintId);
  };
  lines->list()->SetToolTip(toWx(text()(tr("Enter or double click opens the case of the line"))));
  return lines;
}

wxSizer* PiecesTab::makeMiddle() {
  auto* middle = new wxBoxSizer(wxHORIZONTAL);
  auto* left = new wxBoxSizer(wxVERTICAL);
  left->Add(makeSection(m_area, text()(tr("Where the pieces are"))));
  m_places = new TextTable(m_area, text()(tr("Where the pieces are")),
                           {{text()(tr("Place")), 24, false, false, true},
                            {text()(tr("Pieces")), 7, true, false, false},
                            {text()(tr("Serials")), 7, true, false, false}},
                           kFewestPlaces, kMostPlaces);
  m_places->list()->onSelect = [this](long) { placeChosen(); };
  m_places->list()->onActivate = [this](long) { m_move->focus(); };
  left->Add(m_places->list(), wxSizerFlags(1).Expand().Border(wxTOP, gap(this, Gap::inside)));
  middle->Add(left, wxSizerFlags(kPlacesShare).Expand());
  m_move = new MovePanel(m_area, host());
  middle->Add(m_move, wxSizerFlags(kMoveShare).Expand().Border(wxLEFT, gap(this, Gap::section)));
  return middle;
}

wxSizer* PiecesTab::makeMovements() {
  auto* box = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeSection(m_area, text()(tr("Movements"))), wxSizerFlags(1).CentreVertical());
  m_takeBack = makeButton(m_area, text()(tr("Take &back…")), [this] { takeBack(); });
  head->Add(m_takeBack, wxSizerFlags().CentreVertical());
  box->Add(head, wxSizerFlags().Expand());
  m_movements = new TextTable(m_area, text()(tr("Movements")),
                              {{text()(tr("Day")), 11, false, false, false},
                               {text()(tr("Line")), 14, false, false, false},
                               {text()(tr("Pieces")), 7, true, false, false},
                               {text()(tr("From → to")), 34, false, false, true},
                               {text()(tr("Paper")), 10, false, false, false},
                               {text()(tr("Reason")), 20, false, false, true},
                               {text()(tr("Person")), 8, false, false, false}},
                              kFewestMovements, kMostMovements);
  m_movements->list()->onSelect = [this](long) { showMovements(); };
  box->Add(m_movements->list(), wxSizerFlags(1).Expand().Border(wxTOP, gap(this, Gap::inside)));
  return box;
}

ReturnLineId PiecesTab::chosenLine() const {
  const auto* row = m_lines->selected();
  if (row) return ReturnLineId(row->key);
  const auto& lines = page().file().lines;
  return lines.empty() ? ReturnLineId() : lines.front().id;
}

void PiecesTab::refresh() {
  const auto& file = page().file();
  std::vector<TextTable::Row> rows;
  for (const auto& line : file.lines) {
    const auto balance = file.balance(line.id);
    const auto* owner = file.caseOf(line);
    TextTable::Row row;
    row.cells = {std::to_string(line.position),
                 file.partNumber(line.partId),
                 line.lot,
                 text().label(line.nature),
                 owner              ? owner->number
                 : line.complaintId ? text()(tr("a case"))
                                    : std::string(),
                 line.failure,
                 groupedNumber(balance.announced()),
                 groupedNumber(balance.surplus()),
                 groupedNumber(balance.received()),
                 groupedNumber(balance.missing()),
                 groupedNumber(balance.open())};
    if (line.nature != model::LineNature::asAnnounced) row.style.tone = viewmodels::Tone::warning;
    row.key = line.id.value;
    rows.push_back(std::move(row));
  }
  const bool any = !rows.empty();
  m_lines->show(std::move(rows));
  if (any && !m_lines->selected()) m_lines->list()->selectRow(0);
  m_rows = viewmodels::movementRows(file, text());
  std::vector<TextTable::Row> movements;
  for (const auto& movement : m_rows) {
    TextTable::Row row;
    row.cells = {movement.day,
                 movement.line,
                 groupedNumber(movement.quantity),
                 (movement.reversal ? "↶ " : "") + movement.way,
                 movement.document,
                 movement.reason,
                 movement.who};
    row.style.muted = movement.reversal || movement.reversed;
    row.key = movement.id.value;
    movements.push_back(std::move(row));
  }
  m_movements->show(std::move(movements));
  showLine();
}

void PiecesTab::showLine() {
  const auto& file = page().file();
  const ReturnLineId line = chosenLine();
  m_pieces = line ? viewmodels::piecesOf(file, line) : std::vector<PiecesAt>();
  std::vector<TextTable::Row> rows;
  for (const auto& kind : m_pieces) {
    TextTable::Row row;
    row.cells = {viewmodels::placeWords(kind, text()), groupedNumber(kind.pieces),
                 kind.named > 0 ? groupedNumber(kind.named) : std::string()};
    if (model::isSettled(kind.place)) row.style.muted = true;
    rows.push_back(std::move(row));
  }
  m_places->show(std::move(rows));
  std::string words;
  bool balanced = true;
  for (const auto& equation : viewmodels::ledgerEquations(file.balance(line), text())) {
    words += (words.empty() ? "" : "\n") + std::string(equation.balanced ? "✓ " : "⚠ ") + equation.words;
    balanced = balanced && equation.balanced;
  }
  m_equations->SetForegroundColour(
      coloursOf(balanced ? viewmodels::Tone::good : viewmodels::Tone::late).text);
  setText(m_equations, words);
  m_move->show(line);
  showMovements();
  m_area->FitInside();
  m_area->Layout();
}

void PiecesTab::showMovements() {
  const auto* row = m_movements->selected();
  const viewmodels::MovementRow* movement = nullptr;
  for (const auto& candidate : m_rows)
    if (row && candidate.id.value == row->key) movement = &candidate;
  const auto actions = page().actions();
  showAction(m_takeBack, viewmodels::actionOf(actions, viewmodels::ReturnActionId::takeBack), text());
  if (!movement || movement->reversal || movement->reversed) {
    m_takeBack->Disable();
    m_takeBack->SetToolTip(
        toWx(text()(movement ? tr("This movement was taken back, or is itself a correction.")
                             : tr("Choose a movement first."))));
  }
}

void PiecesTab::placeChosen() {
  const long row = m_places->list()->selectedRow();
  if (row < 0 || row >= static_cast<long>(m_pieces.size())) return;
  m_move->offer(m_pieces[static_cast<std::size_t>(row)], {});
}

void PiecesTab::takeBack() {
  const auto* row = m_movements->selected();
  for (const auto& movement : m_rows)
    if (row && movement.id.value == row->key) {
      host().ask(viewmodels::takeBackForm(page(), movement));
      return;
    }
}

void PiecesTab::chooseLine(ReturnLineId line) {
  const auto& lines = page().file().lines;
  for (std::size_t at = 0; at < lines.size(); ++at)
    if (lines[at].id == line) m_lines->list()->selectRow(static_cast<long>(at));
  showLine();
}

void PiecesTab::offer(const PiecesAt& kind, ReturnPlace to) {
  if (kind.lineId != chosenLine()) chooseLine(kind.lineId);
  m_move->offer(kind, to);
  m_move->focus();
}

void PiecesTab::jump(const viewmodels::ReturnJump& target) {
  if (target.lineId) chooseLine(target.lineId);
  for (const auto& kind : m_pieces)
    if (kind.place == target.place) {
      m_move->offer(kind, {});
      m_move->focus();
      return;
    }
}

void PiecesTab::submit() {
  m_move->submit();
}

bool PiecesTab::unsaved() const {
  return m_move->dirty();
}

}  // namespace octad::gui
