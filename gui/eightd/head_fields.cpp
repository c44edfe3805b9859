#include "gui/eightd/head_fields.hpp"

#include <wx/sizer.h>
#include <wx/stattext.h>

namespace octad::gui {

using viewmodels::FieldKind;

HeadFields::HeadFields(wxWindow* parent, viewmodels::RowTable& table, const viewmodels::Translator& text)
    : wxPanel(parent), m_table(table), m_text(text) {
  auto* body = new wxBoxSizer(wxVERTICAL);
  body->Add(makeSection(this, text(table.title())), wxSizerFlags().Border(wxBOTTOM, gap(this, Gap::inside)));
  FormBuilder builder(this, body, &m_errors);
  for (std::size_t index = 0; index < table.fields().size(); ++index) {
    const auto& field = table.fields()[index];
    if (!field.besidePrevious) builder.row();
    std::unique_ptr<ValueField> control;
    const std::string label = text(field.label);
    const int share = field.kind == FieldKind::line || field.kind == FieldKind::text ? 3 : 1;
    builder.field(field.key, label, share, [&](wxWindow* owner) {
      control = std::make_unique<ValueField>(owner, controlKind(field.kind), label, field.choices, text);
      return control->window();
    });
    control->onChange([this, index] {
      m_table.setCell(0, static_cast<int>(index), m_fields[index]->value());
      if (onEdit) onEdit();
    });
    control->onLeave([this] { showErrors(); });
    m_fields.push_back(std::move(control));
  }
  SetSizer(body);
  refresh();
}

void HeadFields::refresh() {
  for (std::size_t index = 0; index < m_fields.size(); ++index)
    m_fields[index]->setValue(m_table.cell(0, static_cast<int>(index)));
  showErrors();
}

void HeadFields::showErrors() {
  m_errors.clear();
  for (std::size_t index = 0; index < m_fields.size(); ++index)
    if (const auto error = m_table.cellError(0, static_cast<int>(index)))
      m_errors.show(m_table.fields()[index].key, m_text(*error));
}

void HeadFields::setReadOnly(bool readOnly) {
  for (auto& field : m_fields) field->setReadOnly(readOnly);
}

void HeadFields::jump() {
  m_fields.front()->window()->SetFocus();
}

}  // namespace octad::gui
