#include "gui/eightd/row_editor.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/cases/text_table.hpp"
#include "model/core/message.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::FieldKind;
using viewmodels::RowField;
using viewmodels::RowTable;

namespace {

constexpr double kListLines = 8;
constexpr double kFormChars = 44;
constexpr int kListShare = 3;
constexpr int kFormShare = 2;

/// A long text in a cell is shown on one line.
std::string oneLine(std::string text) {
  for (char& c : text)
    if (c == '\n') c = ' ';
  return text;
}

}  // namespace

RowEditor::RowEditor(wxWindow* parent, RowTable& table, const viewmodels::Translator& text)
    : wxPanel(parent), m_table(&table), m_text(text) {
  build();
  chooseRow(table.rowCount() > 0 ? 0 : -1);
}

void RowEditor::build() {
  auto* outer = new wxBoxSizer(wxHORIZONTAL);
  auto* left = new wxBoxSizer(wxVERTICAL);

  std::vector<RowColumn> columns;
  bool stretched = false;
  for (std::size_t index = 0; index < m_table->fields().size(); ++index) {
    const RowField& field = m_table->fields()[index];
    if (field.listWidth == 0) continue;
    m_listFields.push_back(static_cast<int>(index));
    const bool number = field.kind == FieldKind::quantity || field.kind == FieldKind::percent ||
                        field.key == "open" || field.key == "sum";
    const bool wide =
        !stretched && (field.kind == FieldKind::text || field.key == "text" || field.key == "contact" ||
                       field.key == "document" || field.key == "location");
    stretched = stretched || wide;
    const bool optional = field.key == "unreachable";  // beside the list it is always seen
    columns.push_back(
        {m_text(field.label), static_cast<double>(field.listWidth), number, false, wide, optional});
  }
  left->Add(makeSection(this, m_text(m_table->title())),
            wxSizerFlags().Border(wxBOTTOM, gap(this, Gap::inside)));
  m_list = new RowList(this, m_text(m_table->title()), fitTitles(this, std::move(columns)), *this);
  m_list->SetMinSize({chars(this, 40), lines(this, kListLines)});
  m_list->onSelect = [this](long row) { chooseRow(static_cast<int>(row)); };
  left->Add(m_list, wxSizerFlags(1).Expand());
  if (!m_table->fixedRows()) {
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    m_buttons = buttons;
    m_add = makeButton(this, m_text(tr("Add a row")), [this] { add(); });
    m_remove = makeButton(this, m_text(tr("Remove the row")), [this] { remove(); });
    buttons->Add(m_add, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
    buttons->Add(m_remove);
    left->Add(buttons, wxSizerFlags().Border(wxTOP, gap(this, Gap::field)));
  }
  outer->Add(left, wxSizerFlags(kListShare).Expand());
  m_right = new wxBoxSizer(wxVERTICAL);
  m_empty = makeMuted(this, {});
  m_right->Add(m_empty, wxSizerFlags().Border(wxTOP, lines(this, 1.5)));
  outer->Add(m_right, wxSizerFlags(kFormShare).Expand().Border(wxLEFT, gap(this, Gap::group)));
  SetSizer(outer);
}

/// Made when a row is chosen for the first time: a page of empty tables opens faster without their forms.
void RowEditor::buildForm() {
  m_form = new wxPanel(this);
  m_form->SetMinSize({chars(this, kFormChars), -1});
  auto* body = new wxBoxSizer(wxVERTICAL);
  FormBuilder builder(m_form, body, &m_errors);
  for (std::size_t index = 0; index < m_table->fields().size(); ++index) {
    const RowField& field = m_table->fields()[index];
    if (!field.besidePrevious) builder.row();
    std::unique_ptr<ValueField> control;
    const std::string label = m_text(field.label);
    builder.field(field.key, label, 1, [&](wxWindow* parent) {
      control = std::make_unique<ValueField>(parent, controlKind(field.kind), label, field.choices, m_text);
      return control->window();
    });
    if (field.kind == FieldKind::text) builder.growLastRow();
    const bool given = m_table->fixedRows() && index == 0;
    if (field.kind == FieldKind::computed || given) control->setReadOnly(true);
    control->onChange([this, index] { fieldChanged(index); });
    control->onLeave([this] { showErrors(); });
    m_fields.push_back(std::move(control));
  }
  m_form->SetSizer(body);
  m_right->Add(m_form, wxSizerFlags(1).Expand());
}

std::string RowEditor::choiceText(const RowField& field, const std::string& key) const {
  if (key.empty()) return {};
  for (const auto& choice : field.choices)
    if (choice.key == key) return choice.translate ? m_text(choice.label) : choice.label;
  return key;
}

std::string RowEditor::cell(long row, int column) const {
  const int index = m_listFields[static_cast<std::size_t>(column)];
  const RowField& field = m_table->fields()[static_cast<std::size_t>(index)];
  if (const auto words = m_table->listWords(static_cast<int>(row), index)) return oneLine(m_text(*words));
  const std::string value = m_table->cell(static_cast<int>(row), index);
  return field.kind == FieldKind::choice ? choiceText(field, value) : oneLine(value);
}

RowStyle RowEditor::style(long row, int column) const {
  RowStyle style;
  const int index = m_listFields[static_cast<std::size_t>(column)];
  if (m_table->advice(static_cast<int>(row), index)) style.tone = viewmodels::Tone::warning;
  if (m_table->cellError(static_cast<int>(row), index)) style.tone = viewmodels::Tone::late;
  const RowField& field = m_table->fields()[static_cast<std::size_t>(index)];
  if (field.key == "open" && m_table->cell(static_cast<int>(row), index) != "0") {
    style.tone = viewmodels::Tone::warning;
    style.bold = true;
  }
  return style;
}

void RowEditor::refresh() {
  for (std::size_t index = 0; index < m_fields.size(); ++index)
    m_fields[index]->setChoices(m_table->fields()[index].choices, m_text);
  const int count = m_table->rowCount();
  int row = m_rowId == 0 ? -1 : m_table->rowOf(m_rowId);
  if (row < 0) row = m_row >= 0 && m_row < count ? m_row : (count > 0 ? 0 : -1);
  m_list->reload(row);
  chooseRow(row);
}

void RowEditor::setReadOnly(bool readOnly) {
  m_readOnly = readOnly;
  lockFields();
  updateButtons();
}

void RowEditor::lockFields() {
  for (std::size_t index = 0; index < m_fields.size(); ++index) {
    const bool given = m_table->fixedRows() && index == 0;
    const bool computed = m_table->fields()[index].kind == FieldKind::computed;
    const bool locked = m_row >= 0 && m_table->locked(m_row, static_cast<int>(index));
    m_fields[index]->setReadOnly(m_readOnly || given || computed || locked);
  }
}

void RowEditor::jump(const std::string& rowKey, long long rowId, const std::string& fieldKey) {
  for (int row = 0; row < m_table->rowCount(); ++row)
    if (rowId != 0 ? m_table->rowId(row) == rowId : m_table->cell(row, 0) == rowKey) {
      chooseRow(row);
      break;
    }
  if (m_row >= 0) {
    const int named = fieldKey.empty() ? -1 : m_table->fieldOf(fieldKey);
    const std::size_t first = m_table->fixedRows() && m_fields.size() > 1 ? 1 : 0;
    m_fields[named < 0 ? first : static_cast<std::size_t>(named)]->window()->SetFocus();
  } else if (m_add) {
    m_add->SetFocus();
  }
}

void RowEditor::chooseRow(int row) {
  m_row = row;
  m_rowId = row >= 0 ? m_table->rowId(row) : 0;
  if (m_list->selectedRow() != row) m_list->selectRow(row);
  showRow();
  if (onSelect) onSelect();
}

void RowEditor::showRow() {
  const bool any = m_row >= 0;
  const bool cameOrWent = (m_form != nullptr && m_form->IsShown()) != any;
  if (any && m_form == nullptr) buildForm();
  m_empty->Show(!any);
  if (m_form != nullptr) m_form->Show(any);
  if (any)
    for (std::size_t index = 0; index < m_fields.size(); ++index)
      m_fields[index]->setValue(m_table->cell(m_row, static_cast<int>(index)));
  lockFields();
  showErrors();
  updateButtons();
  InvalidateBestSize();
  Layout();
  if (cameOrWent && onHeight) onHeight();
}

void RowEditor::fieldChanged(std::size_t index) {
  if (m_row < 0 || m_readOnly) return;
  m_table->setCell(m_row, static_cast<int>(index), m_fields[index]->value());
  // What is computed from it follows at once.
  for (std::size_t other = 0; other < m_fields.size(); ++other)
    if (m_table->fields()[other].kind == FieldKind::computed)
      m_fields[other]->setValue(m_table->cell(m_row, static_cast<int>(other)));
  m_list->rowsChanged(m_row, m_row);
  if (onEdit) onEdit();
}

void RowEditor::showErrors() {
  m_errors.clear();
  if (m_row < 0) return;
  for (std::size_t index = 0; index < m_fields.size(); ++index)
    if (const auto error = m_table->cellError(m_row, static_cast<int>(index)))
      m_errors.show(m_table->fields()[index].key, m_text(*error));
    else if (const auto advice = m_table->advice(m_row, static_cast<int>(index)))
      m_errors.show(m_table->fields()[index].key, m_text(*advice));
}

void RowEditor::add() {
  const int row = m_table->addRow();
  m_list->reload(row);
  chooseRow(row);
  m_fields.front()->window()->SetFocus();
  if (onEdit) onEdit();
}

void RowEditor::remove() {
  if (m_row < 0) return;
  const int row = m_row;
  m_row = -1;
  if (removeRow)
    removeRow(row);
  else
    m_table->removeRow(row);
  const int next = std::min(row, m_table->rowCount() - 1);
  m_list->reload(next);
  chooseRow(next);
  if (onEdit) onEdit();
}

void RowEditor::addButton(const char* label, std::function<void(int row)> act, bool always) {
  auto* button = makeButton(this, m_text(label), [this, act = std::move(act)] {
    if (m_row >= 0) act(m_row);
  });
  m_more.push_back({button, always});
  m_buttons->Add(button, wxSizerFlags().Border(wxLEFT, gap(this, Gap::field)));
  updateButtons();
}

void RowEditor::updateButtons() {
  const bool choose = m_table->fixedRows() || m_table->rowCount() > 0;
  setText(m_empty, m_text(choose       ? tr("Choose a row to see its details.")
                          : m_readOnly ? tr("Nothing here yet.")
                                       : tr("Nothing here yet. Add a row to begin.")));
  if (m_add) m_add->Enable(!m_readOnly);
  if (m_remove) m_remove->Enable(!m_readOnly && m_row >= 0);
  for (const auto& more : m_more) more.button->Enable((more.always || !m_readOnly) && m_row >= 0);
}

}  // namespace octad::gui
