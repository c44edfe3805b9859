#include "gui/audit/audit_page.hpp"

#include <array>
#include <utility>
#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wupdlock.h>

#include "gui/cases/text_table.hpp"
#include "gui/shell/write_document.hpp"
#include "gui/widgets/class_entries.hpp"
#include "gui/widgets/customer_filter.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"
#include "model/core/error.hpp"

namespace octad::gui {

using model::Message;
using model::tr;
using viewmodels::AuditColumn;
using viewmodels::Tone;

namespace {

struct ListColumn {
  AuditColumn column;
  const char* title;
  double width;
  bool stretch = false;
};
constexpr const char* kUncounted = "uncounted";  ///< a choice beside the classes
constexpr std::array kColumns{
    ListColumn{AuditColumn::number, tr("No."), 11},
    ListColumn{AuditColumn::customer, tr("Customer"), 14, true},
    ListColumn{AuditColumn::severity, tr("Class"), 10.5},
    ListColumn{AuditColumn::state, tr("State"), 12},
    ListColumn{AuditColumn::trail, tr("Trail"), 8.5},
    ListColumn{AuditColumn::missing, tr("Missing"), 7},
};
constexpr double kDetailChars = 52;
constexpr double kMonthChars = 9;
constexpr double kSeedChars = 13;
constexpr double kSizeChars = 6;
constexpr double kCustomerChars = 18;
constexpr double kNumberChars = 12;
constexpr int kFewestReadings = 3;
constexpr int kMostReadings = 5;

}  // namespace

AuditPage::AuditPage(wxWindow* parent, PageHost& host, PageServices services)
    : wxPanel(parent), m_host(host), m_services(std::move(services)), m_audit(host.session()) {
  build();
  m_connections.emplace_back(m_audit.stateChanged.connect([this] { show(); }));
  m_audit.refresh();
  show();
}

AuditPage::~AuditPage() {
  m_connections.clear();
  DestroyChildren();  // the fields refer to the customers of the viewmodel, which goes next
}

void AuditPage::build() {
  auto* page = new wxBoxSizer(wxVERTICAL);
  m_bar = new ErrorBar(this);
  page->Add(m_bar, wxSizerFlags().Expand());
  page->Add(buildHead(), wxSizerFlags().Expand().Border(wxALL, gap(this, Gap::group)));
  page->Add(buildForm(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap(this, Gap::group)));
  m_drawn = makeMuted(this, {});
  page->Add(m_drawn, wxSizerFlags().Expand().Border(wxALL, gap(this, Gap::group)));
  m_details = makeScrolled(this);
  m_details->SetSizer(new wxBoxSizer(wxVERTICAL));
  auto* body = new wxBoxSizer(wxHORIZONTAL);
  body->Add(buildLists(), wxSizerFlags(11).Expand().Border(wxLEFT, gap(this, Gap::group)));
  body->Add(m_details, wxSizerFlags(10).Expand().Border(wxLEFT | wxRIGHT, gap(this, Gap::group)));
  page->Add(body, wxSizerFlags(1).Expand().Border(wxBOTTOM, gap(this, Gap::field)));
  SetSizer(page);
}

wxSizer* AuditPage::buildHead() {
  const auto& text = m_host.session().translator;
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeTitle(this, text(tr("Audit"))), wxSizerFlags().CentreVertical());
  head->AddStretchSpacer();
  m_open = makeButton(this, text(tr("Open the case")), [this] { openCase(); });
  m_open->SetName("open_case");
  m_export = makeButton(this, text(tr("Export package…")), [this] { exportPackage(); });
  m_export->SetName("export_package");
  m_export->SetToolTip(toWx(
      text(tr("8D report, record sheet, checklist, files and audit trail in one zip file with hashes"))));
  m_export->Show(static_cast<bool>(m_services.writePackage));
  head->Add(m_open, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::field)));
  head->Add(m_export, wxSizerFlags().CentreVertical());
  return head;
}

wxSizer* AuditPage::buildForm() {
  const auto& text = m_host.session().translator;
  const auto& form = m_audit.form();
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  // The fields are narrow: what is wrong with one is said over the width of the form.
  auto* sentences = new wxBoxSizer(wxVERTICAL);
  const auto add = [&](const char* name, const char* label, auto make) {
    auto* side = new wxBoxSizer(wxVERTICAL);
    side->Add(makeText(this, text(label)), wxSizerFlags().Border(wxBOTTOM, gap(this, Gap::inside)));
    auto* control = make();
    control->SetName(name);
    setAccessibleName(control, text(label));
    side->Add(control, wxSizerFlags().Expand());
    m_errors.add(name, control, sentences);
    row->Add(side, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
    return control;
  };
  const auto line = [&](const std::string& value, double width) {
    auto* field =
        new wxTextCtrl(this, wxID_ANY, toWx(value), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    field->SetInitialSize({chars(this, width), -1});
    field->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { draw(); });
    return field;
  };
  m_from = add("from", tr("From month"), [&] { return line(form.from, kMonthChars); });
  m_to = add("to", tr("To month"), [&] { return line(form.to, kMonthChars); });
  m_customer = add("customer", tr("Customer"), [&] {
    auto* field = new CustomerFilter(this, text, m_audit.customers(), [] {});
    field->SetInitialSize({chars(this, kCustomerChars), -1});
    return field;
  });
  m_class = add("class", tr("Class"), [&] {
    auto* choice = new KeyChoice(this);
    choice->setEntries(m_classEntries = classChoice());
    return choice;
  });
  m_size = add("size", tr("Cases"), [&] { return line(form.size, kSizeChars); });
  m_seed = add("seed", tr("Seed"), [&] { return line(form.seed, kSeedChars); });
  m_seed->SetToolTip(toWx(
      text(tr("The same seed over the same cases draws the same ones. Left empty, a new one is made."))));
  // One line of controls, equally high.
  for (wxWindow* field :
       {static_cast<wxWindow*>(m_from), static_cast<wxWindow*>(m_to), static_cast<wxWindow*>(m_customer),
        static_cast<wxWindow*>(m_size), static_cast<wxWindow*>(m_seed)})
    field->SetMinSize({field->GetSize().x, m_class->GetBestSize().y});
  auto* button = makeButton(this, text(tr("Draw the sample")), [this] { draw(); });
  button->SetName("draw");
  button->SetMinSize({-1, m_class->GetBestSize().y});
  row->Add(button, wxSizerFlags().Bottom().Border(wxRIGHT, gap(this, Gap::section)));
  m_number = add("number", tr("One more case"), [&] {
    auto* field = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    field->SetInitialSize({chars(this, kNumberChars), -1});
    field->SetHint(toWx(text(tr("No."))));
    field->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { addCase(); });
    return field;
  });
  m_number->SetToolTip(toWx(text(tr("Type the number of a case and press Enter."))));
  m_number->SetMinSize({m_number->GetSize().x, m_class->GetBestSize().y});
  auto* whole = new wxBoxSizer(wxVERTICAL);
  whole->Add(row);
  whole->Add(sentences);
  return whole;
}

wxSizer* AuditPage::buildLists() {
  const auto& text = m_host.session().translator;
  std::vector<RowColumn> columns;
  for (const auto& column : kColumns)
    columns.push_back({text(column.title), column.width, false, false, column.stretch});
  m_list = new RowList(this, text(tr("Sample")), fitTitles(this, std::move(columns)), *this);
  m_list->SetName("sample");
  m_list->onSelect = [this](long row) {
    if (row >= 0 && row != m_audit.selectedRow()) m_audit.select(row);
  };
  m_list->onActivate = [this](long) { openCase(); };
  m_readings = std::make_unique<TextTable>(this, text(tr("What was read")),
                                           std::vector<RowColumn>{{text(tr("Time")), 16.5},
                                                                  {text(tr("Person")), 10},
                                                                  {text(tr("Reading")), 15},
                                                                  {text(tr("Case")), 11},
                                                                  {text(tr("Note")), 20, false, false, true}},
                                           kFewestReadings, kMostReadings);
  m_readings->list()->SetName("readings");
  auto* lists = new wxBoxSizer(wxVERTICAL);
  lists->Add(m_list, wxSizerFlags(1).Expand());
  lists->Add(makeSection(this, text(tr("What was read"))),
             wxSizerFlags().Border(wxTOP | wxBOTTOM, gap(this, Gap::field)));
  lists->Add(m_readings->list(), wxSizerFlags().Expand());
  return lists;
}

std::vector<std::pair<std::string, std::string>> AuditPage::classChoice() const {
  const auto& text = m_host.session().translator;
  auto entries = classEntries(text, m_audit.classes());
  entries.emplace_back(kUncounted, text(tr("Not counted: solved in time")));
  return entries;
}

void AuditPage::focusList() {
  (m_audit.rowCount() > 0 ? static_cast<wxWindow*>(m_list) : m_from)->SetFocus();
}

std::string AuditPage::cell(long row, int column) const {
  return m_audit.cell(row, kColumns[static_cast<std::size_t>(column)].column);
}

RowStyle AuditPage::style(long row, int column) const {
  const auto shown = kColumns[static_cast<std::size_t>(column)].column;
  if (shown != AuditColumn::trail && shown != AuditColumn::missing) return {};
  return {m_audit.tone(row, shown), false, false};
}

void AuditPage::draw() {
  m_errors.clear();
  viewmodels::SampleForm form;
  form.from = fromWx(m_from->GetValue());
  form.to = fromWx(m_to->GetValue());
  form.customer = m_customer->customer();
  form.customerName = form.customer ? fromWx(m_customer->GetValue()) : std::string();
  form.severity = model::fromKey<model::SeverityClass>(m_class->key());
  form.uncounted = m_class->key() == kUncounted;
  form.size = fromWx(m_size->GetValue());
  form.seed = fromWx(m_seed->GetValue());
  m_audit.draw(form);
}

void AuditPage::addCase() {
  m_errors.clear();
  if (const std::string number = fromWx(m_number->GetValue()); !number.empty()) m_audit.add(number);
}

void AuditPage::show() {
  const auto& text = m_host.session().translator;
  if (m_audit.error()) {
    try {
      std::rethrow_exception(m_audit.error());
    } catch (const model::Invalid& invalid) {
      if (!m_errors.show(invalid.field(), text(invalid.message()))) m_bar->showError(m_audit.error(), text);
    } catch (const std::exception&) {
      m_bar->showError(m_audit.error(), text);
    }
  }
  const std::string words = m_audit.loading() ? text(tr("Drawing and verifying…"))
                            : m_audit.drawn().empty()
                                ? text(tr("Choose a period and draw a sample. The drawing is put on record."))
                                : m_audit.drawn();
  if (auto entries = classChoice(); entries != m_classEntries)
    m_class->setEntries(m_classEntries = std::move(entries));
  setText(m_drawn, words);
  if (!m_audit.loading() && !m_audit.drawn().empty()) m_seed->ChangeValue(toWx(m_audit.seed()));
  if (m_rows != m_audit.rowCount() || m_list->selectedRow() != m_audit.selectedRow())
    m_list->reload(m_audit.selectedRow());
  else if (m_audit.rowCount() > 0)
    m_list->rowsChanged(0, m_audit.rowCount() - 1);
  m_rows = m_audit.rowCount();
  const bool chosen = m_audit.selected() != nullptr;
  m_open->Enable(chosen);
  m_export->Enable(chosen);
  if (m_audit.selected() != m_shown) showCase();
  showReadings();
  Layout();
}

void AuditPage::showCase() {
  m_shown = m_audit.selected();
  const wxWindowUpdateLocker quiet(m_details);
  m_details->DestroyChildren();
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  const int wrapAt = chars(this, kDetailChars);
  for (const auto& section : m_audit.sections()) {
    auto* title = makeSection(m_details, section.title);
    title->Wrap(wrapAt);
    sizer->Add(title, wxSizerFlags().Border(wxTOP, gap(this, Gap::field)));
    for (const auto& line : section.lines) {
      auto* words = makeText(m_details, line.text, wrapAt);
      if (line.tone != Tone::neutral) words->SetForegroundColour(coloursOf(line.tone).text);
      sizer->Add(words, wxSizerFlags().Border(wxTOP, gap(this, Gap::inside)));
    }
  }
  m_details->SetSizer(sizer);
  m_details->FitInside();
  m_details->Scroll(0, 0);
}

void AuditPage::showReadings() {
  const auto& session = m_host.session();
  std::vector<TextTable::Row> rows;
  for (const auto& line : m_audit.readings()) {
    TextTable::Row row;
    row.cells = {viewmodels::timeText(session.zone, line.at), line.person,
                 session.translator.label(line.kind), line.number, line.note};
    rows.push_back(std::move(row));
  }
  m_readings->show(std::move(rows));
}

void AuditPage::openCase() {
  if (const auto* audit = m_audit.selected()) m_host.openCase(audit->file.complaint.id);
}

void AuditPage::exportPackage() {
  const auto* audit = m_audit.selected();
  if (!audit || !m_services.writePackage) return;
  const auto& text = m_host.session().translator;
  wxFileDialog dialog(this, toWx(text(tr("Export package…"))), {},
                      toWx(audit->file.complaint.number + ".zip"), "zip (*.zip)|*.zip",
                      wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (dialog.ShowModal() != wxID_OK) return;
  writePackage(fromWx(dialog.GetPath()));
}

void AuditPage::writePackage(const std::string& path) {
  writeDocument(m_host, m_life, *m_bar,
                {tr("Writing the package…"), path,
                 [write = m_services.writePackage, id = m_audit.selected()->file.complaint.id, path] {
                   const std::string manifest = write(id, path);
                   return Message(tr("Package saved as {0}. SHA-256 of its manifest: {1}"), {path, manifest});
                 },
                 [this] { m_audit.readReadings(); }});
}

}  // namespace octad::gui
