#include "gui/cases/complaint_item_fields.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "gui/widgets/choice.hpp"
#include "gui/widgets/date_field.hpp"
#include "gui/widgets/kept_form_fields.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/quantity_field.hpp"
#include "gui/widgets/suggest_field.hpp"

namespace octad::gui {

using model::tr;

ComplaintItemFields::ComplaintItemFields(wxWindow* parent, viewmodels::NewComplaintViewModel& viewModel,
                                         const viewmodels::Translator& text, std::size_t index,
                                         FieldErrors& errors, std::function<void()> changed,
                                         std::function<void()> left, std::function<void()> removeThis)
    : wxPanel(parent), m_viewModel(viewModel) {
  auto* box = new wxBoxSizer(wxVERTICAL);
  FormBuilder form(this, box, &errors);
  const std::string prefix = "items." + std::to_string(index) + ".";
  m_part = form.field(prefix + "part", text(tr("Part number *")), 3,
                      [this](wxWindow* owner) { return makePartField(owner, m_viewModel); });
  m_lot = form.field(prefix + "lot", text(tr("Lot")), 2,
                     [](wxWindow* owner) { return new wxTextCtrl(owner, wxID_ANY); });
  m_defective = form.field(prefix + "qty_defective", text(tr("Defective pieces *")), 2,
                           [&changed](wxWindow* owner) { return makeQuantityField(owner, changed); });
  m_delivered = form.field(prefix + "qty_delivered", text(tr("Delivered pieces")), 2,
                           [&changed](wxWindow* owner) { return makeQuantityField(owner, changed); });
  form.row();
  m_failure = form.field(prefix + "failure", text(tr("Failure as told *")), 5,
                         [this](wxWindow* owner) { return makeFailureField(owner); });
  m_builtOn = form.field(prefix + "built_on", text(tr("Built on")), 3, [&text](wxWindow* owner) {
    return new DateField(owner, text(tr("Built on")), text(tr("Open calendar")));
  });
  m_kind = form.field(prefix + "defect_kind", text(tr("Kind of defect")), 3, [&text](wxWindow* owner) {
    return new KeyChoice(owner, enumEntries<model::DefectKind>(text));
  });
  if (removeThis)
    box->Add(makeButton(this, text(tr("Remove this item")), std::move(removeThis)),
             wxSizerFlags().Right().Border(wxTOP, gap(this, Gap::inside)));
  SetSizer(box);

  for (wxTextCtrl* field : {static_cast<wxTextCtrl*>(m_part), m_lot, m_defective, m_delivered,
                            m_builtOn->textCtrl(), static_cast<wxTextCtrl*>(m_failure)})
    field->Bind(wxEVT_TEXT, [changed](wxCommandEvent& event) {
      event.Skip();
      changed();
    });
  for (wxTextCtrl* field : {static_cast<wxTextCtrl*>(m_part), m_lot, m_defective, m_delivered,
                            m_builtOn->textCtrl(), static_cast<wxTextCtrl*>(m_failure)})
    field->Bind(wxEVT_KILL_FOCUS, [left](wxFocusEvent& event) {
      event.Skip();
      left();
    });
  m_kind->Bind(wxEVT_CHOICE, [changed](wxCommandEvent&) { changed(); });
}

SuggestField* ComplaintItemFields::makeFailureField(wxWindow* parent) {
  auto* field =
      new SuggestField(parent, [this](const std::string& typed, const SuggestField::Answer& answer) {
        std::vector<Suggestion> found;
        for (const auto& defect : m_viewModel.findDefects(typed))
          found.push_back({defect.name, defect.nameEn == defect.name ? std::string() : defect.nameEn});
        answer(found);
      });
  field->onChosen = [this] {
    // The catalogue knows the kind of the defect: one choice less to make.
    for (const auto& defect : m_viewModel.findDefects(m_failure->text()))
      if (defect.name == m_failure->text()) m_kind->setKey(std::string(model::keyOf(defect.kind)));
  };
  return field;
}

viewmodels::ItemDraft ComplaintItemFields::draft() const {
  viewmodels::ItemDraft item;
  item.part = m_part->text();
  item.lot = fromWx(m_lot->GetValue());
  item.failure = m_failure->text();
  item.defectKind = m_kind->key();
  item.quantityDefective = fromWx(m_defective->GetValue());
  item.quantityDelivered = fromWx(m_delivered->GetValue());
  item.builtOn = m_builtOn->text();
  return item;
}

void ComplaintItemFields::show(const viewmodels::ItemDraft& item) {
  m_part->setText(item.part);
  m_lot->ChangeValue(toWx(item.lot));
  m_failure->setText(item.failure);
  m_kind->setKey(item.defectKind);
  m_defective->ChangeValue(toWx(item.quantityDefective));
  m_delivered->ChangeValue(toWx(item.quantityDelivered));
  m_builtOn->setText(item.builtOn);
}

}  // namespace octad::gui
