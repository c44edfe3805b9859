#include "gui/cases/returns_tab.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/cases/text_table.hpp"
#include "gui/widgets/palette.hpp"
#include "model/core/error.hpp"
#include "model/usecases/record_return.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::CaseActionId;
using viewmodels::FormFieldKind;

namespace {

constexpr int kFewestRows = 3;
constexpr int kMostRows = 6;
constexpr int kFormWidth = 720;  ///< DIP, the widest a form gets

struct FieldWords {
  const char* name;
  const char* label;
  FormFieldKind kind;
  int share;
  bool newRow;
};
constexpr FieldWords kFields[] = {
    {"item_id", tr("Item"), FormFieldKind::choice, 3, true},
    {"received_on", tr("Received on"), FormFieldKind::date, 2, false},
    {"note", tr("Delivery note or RMA"), FormFieldKind::line, 2, false},
    {"announced", tr("Announced"), FormFieldKind::quantity, 1, true},
    {"received", tr("Received, counted"), FormFieldKind::quantity, 1, false},
    {"confirmed", tr("Confirmed"), FormFieldKind::quantity, 1, true},
    {"no_trouble_found", tr("No trouble found"), FormFieldKind::quantity, 1, false},
    {"customer_caused", tr("Customer-caused"), FormFieldKind::quantity, 1, false},
    {"transport", tr("Transport damage"), FormFieldKind::quantity, 1, false},
    {"explanation", tr("Explanation of a difference"), FormFieldKind::text, 1, true},
};

}  // namespace

ReturnsTab::ReturnsTab(wxWindow* parent, CaseTabHost& host) : CaseTabPanel(parent, host) {
  auto* outer = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeTitle(this, text()(tr("Returned goods"))), wxSizerFlags(1).CentreVertical());
  m_new = makeButton(this, text()(tr("Another return")), [this] {
    start(0);
    m_fields.at("received")->window()->SetFocus();
  });
  head->Add(m_new);
  outer->Add(head, wxSizerFlags().Expand().Border(wxALL, gap(this, Gap::group)));
  m_list = new TextTable(this, text()(tr("Returned goods")),
                         {{text()(tr("Received on")), 10.5, false, false, false},
                          {text()(tr("Part")), 11, false, false, true},
                          {text()(tr("Delivery note or RMA")), 17, false, false, false},
                          {text()(tr("Announced")), 9.5, true, false, false},
                          {text()(tr("Received")), 9, true, false, false},
                          {text()(tr("Confirmed")), 9.5, true, false, false},
                          {text()(tr("NTF")), 5, true, false, false},
                          {text()(tr("Customer-caused")), 13.5, true, false, false},
                          {text()(tr("Transport damage")), 14, true, false, false},
                          {text()(tr("Awaiting")), 8, true, false, false}},
                         kFewestRows, kMostRows);
  m_list->list()->onSelect = [this](long) {
    const auto* row = m_list->selected();
    if (row && row->key != m_id && !m_form.dirty()) start(row->key);
  };
  outer->Add(m_list->list(), wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap(this, Gap::group)));
  buildForm(outer);
  SetSizer(outer);
  start(page().file().returns.empty() ? 0 : page().file().returns.front().id.value);
  refresh();
}

void ReturnsTab::buildForm(wxSizer* outer) {
  auto* body = new wxBoxSizer(wxVERTICAL);
  m_what = makeSection(this, {});
  body->Add(m_what);
  FormBuilder builder(this, body, &m_errors);
  for (const auto& field : kFields) {
    if (field.newRow) builder.row();
    const std::string label = text()(field.label);
    std::unique_ptr<ValueField> control;
    builder.field(field.name, label, field.share, [&](wxWindow* parent) {
      control = std::make_unique<ValueField>(parent, field.kind, label,
                                             std::vector<viewmodels::FieldChoice>(), text());
      return control->window();
    });
    control->onChange([this, name = std::string(field.name)] {
      m_form.setValue(name, m_fields.at(name)->value());
      showBalance();
    });
    m_fields[field.name] = std::move(control);
  }
  m_balance = makeText(this, {});
  body->Add(m_balance, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::field)));
  m_save = makeButton(this, text()(tr("Save the return")), [this] { save(); });
  body->Add(m_save, wxSizerFlags().Right().Border(wxTOP, gap(this, Gap::field)));
  body->SetMinSize({FromDIP(kFormWidth), -1});
  outer->Add(body, wxSizerFlags().Border(wxALL, gap(this, Gap::group)));
}

void ReturnsTab::start(long long id) {
  const auto& file = page().file();
  const model::ReturnedQuantity* stored = nullptr;
  for (const auto& entry : file.returns)
    if (entry.id.value == id && id != 0) stored = &entry;
  m_id = stored ? id : 0;
  m_form.start(file, stored, page().session().zone.date(page().session().clock.now()));
  m_requestId = viewmodels::newUuid();
  showForm();
}

void ReturnsTab::showForm() {
  std::vector<viewmodels::FieldChoice> items;
  for (const auto& item : page().file().items)
    items.push_back(
        {std::to_string(item.id.value), page().file().partNumber(item.partId) + " · " + item.failure, false});
  m_fields.at("item_id")->setChoices(items, text());
  for (auto& [name, field] : m_fields) field->setValue(m_form.value(name));
  setText(m_what, text()(m_id == 0 ? tr("New return") : tr("Findings of this return")));
  m_errors.clear();
  showBalance();
}

void ReturnsTab::showBalance() {
  std::string words;
  bool balanced = true;
  const bool any = m_form.dirty() || m_id != 0;
  for (const auto& sentence : any ? m_form.balance() : std::vector<model::Message>()) {
    if (!words.empty()) words += '\n';
    const std::string line = text()(sentence);
    balanced = balanced && line.rfind("⚠", 0) != 0;
    words += line;
  }
  m_balance->SetForegroundColour(
      coloursOf(balanced ? viewmodels::Tone::good : viewmodels::Tone::warning).text);
  setText(m_balance, words);
  const auto action = viewmodels::actionOf(page().actions(), CaseActionId::recordReturn);
  m_save->Enable(action.enabled() && m_form.dirty());
  m_save->SetToolTip(toWx(action.whyNot ? text()(*action.whyNot) : std::string()));
}

void ReturnsTab::refresh() {
  const auto& file = page().file();
  std::vector<TextTable::Row> rows;
  for (const auto& entry : file.returns) {
    std::string part;
    for (const auto& item : file.items)
      if (item.id == entry.itemId) part = file.partNumber(item.partId);
    TextTable::Row row;
    row.cells = {entry.receivedOn.iso(),
                 part,
                 entry.note,
                 viewmodels::groupedNumber(entry.announced),
                 viewmodels::groupedNumber(entry.received),
                 viewmodels::groupedNumber(entry.confirmed),
                 viewmodels::groupedNumber(entry.noTroubleFound),
                 viewmodels::groupedNumber(entry.customerCaused),
                 viewmodels::groupedNumber(entry.transport),
                 viewmodels::groupedNumber(entry.awaiting())};
    if (entry.awaiting() > 0) row.style.tone = viewmodels::Tone::warning;
    row.key = entry.id.value;
    rows.push_back(std::move(row));
  }
  m_list->show(std::move(rows));
  if (!m_form.dirty()) start(m_id);
  const auto action = viewmodels::actionOf(page().actions(), CaseActionId::recordReturn);
  for (auto& [name, field] : m_fields) field->setReadOnly(!action.enabled());
  m_new->Enable(action.enabled());
}

void ReturnsTab::jump(const viewmodels::JumpTarget&) {
  m_fields.at("confirmed")->window()->SetFocus();
}

void ReturnsTab::save() {
  if (!m_form.dirty()) return;
  m_errors.clear();
  const auto failed = [this](const std::exception_ptr& error) {
    try {
      std::rethrow_exception(error);
    } catch (const model::Error& ours) {
      if (m_errors.show(ours.field(), text()(ours.message())))
        m_errors.focus(ours.field());
      else
        host().showError(error);
    } catch (const std::exception&) {
      host().showError(error);
    }
  };
  model::ReturnedQuantity entry;
  try {
    entry = m_form.entry();
  } catch (const model::Invalid&) {
    failed(std::current_exception());
    return;
  }
  m_save->Disable();
  page().run(
      m_requestId,
      [entry](model::Workplace workplace, model::CaseTarget target) {
        return model::RecordReturn(std::move(workplace)).execute({std::move(target), entry});
      },
      [this](const model::Saved&) {
        m_requestId = viewmodels::newUuid();
        start(0);
        host().showStatus(text()(tr("The return is saved")));
      },
      [this, failed](const std::exception_ptr& error) {
        m_save->Enable();
        failed(error);
      });
}

}  // namespace octad::gui
