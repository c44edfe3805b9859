#include "gui/eightd/fact_grid.hpp"

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;

namespace {

constexpr int kAnswer = 1;
constexpr int kAnswerCustomer = 2;
constexpr double kAnswerLines = 1.9;

}  // namespace

FactGrid::FactGrid(wxWindow* parent, viewmodels::RowTable& facts, const viewmodels::Translator& text)
    : wxPanel(parent), m_facts(&facts) {
  auto* grid = new wxFlexGridSizer(3, gap(this, Gap::inside), gap(this, Gap::field));
  grid->AddGrowableCol(1, 1);
  grid->AddGrowableCol(2, 1);
  for (const auto& field : facts.fields()) grid->Add(makeSection(this, text(field.label)));
  const auto& questions = facts.fields().front().choices;
  for (int row = 0; row < facts.rowCount(); ++row) {
    std::string question = facts.cell(row, 0);
    for (const auto& choice : questions)
      if (choice.key == question) question = text(choice.label);
    grid->Add(makeText(this, question), wxSizerFlags().Border(wxTOP, gap(this, Gap::inside)));
    for (const int field : {kAnswer, kAnswerCustomer}) {
      const std::string name = question + ", " + text(facts.fields()[static_cast<std::size_t>(field)].label);
      grid->Add(addCell(name, row, field), wxSizerFlags(1).Expand());
    }
  }
  SetSizer(grid);
}

wxTextCtrl* FactGrid::addCell(const std::string& name, int row, int field) {
  // Its whole size is given, so that none has to be measured: there are fourteen of them.
  const wxSize size(chars(this, 16), lines(this, kAnswerLines));
  auto* cell = new wxTextCtrl(this, wxID_ANY, toWx(m_facts->cell(row, field)), wxDefaultPosition, size,
                              wxTE_MULTILINE);
  cell->SetMinSize(size);
  setAccessibleName(cell, name);
  cell->Bind(wxEVT_TEXT, [this, cell, row, field](wxCommandEvent& event) {
    event.Skip();
    m_facts->setCell(row, field, fromWx(cell->GetValue()));
    if (onEdit) onEdit();
  });
  // Tab leads to the next answer; a tab character has no place in one.
  cell->Bind(wxEVT_KEY_DOWN, [cell](wxKeyEvent& event) {
    if (event.GetKeyCode() != WXK_TAB || event.ControlDown()) {
      event.Skip();
      return;
    }
    cell->Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
  });
  m_cells.push_back(cell);
  return cell;
}

void FactGrid::refresh() {
  for (std::size_t index = 0; index < m_cells.size(); ++index) {
    const wxString value =
        toWx(m_facts->cell(static_cast<int>(index / 2), index % 2 == 0 ? kAnswer : kAnswerCustomer));
    if (m_cells[index]->GetValue() != value) m_cells[index]->ChangeValue(value);
  }
}

void FactGrid::setReadOnly(bool readOnly) {
  for (auto* cell : m_cells) cell->SetEditable(!readOnly);
}

void FactGrid::jump(const std::string& question) {
  for (int row = 0; row < m_facts->rowCount(); ++row)
    if (m_facts->cell(row, 0) == question) {
      m_cells[static_cast<std::size_t>(row) * 2]->SetFocus();
      return;
    }
  if (!m_cells.empty()) m_cells.front()->SetFocus();
}

}  // namespace octad::gui
