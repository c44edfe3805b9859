#include "gui/shell/import_dialog.hpp"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dialog.h>
#include <wx/filedlg.h>
#include <wx/gauge.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/timer.h>
#include <wx/wupdlock.h>

#include "gui/widgets/choice.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/row_list.hpp"
#include "model/intake/incoming_mail.hpp"

namespace octad::gui {

using model::ImportKind;
using model::LineVerdict;
using model::Message;
using model::tr;
using viewmodels::ImportViewModel;
using viewmodels::Tone;

namespace {

constexpr int kTickMs = 100;
constexpr int kGaugeSteps = 1000;
constexpr double kMappingChars = 46;
constexpr double kNoteLines = 5;

enum Column { kLine, kNumber, kVerdict, kField, kReason };

struct KindEntry {
  ImportKind kind;
  const char* key;
  const char* label;
};
constexpr KindEntry kKinds[] = {{ImportKind::complaints, "complaints", tr("Complaint register")},
                                {ImportKind::shipments, "shipments", tr("Delivered quantities")},
                                {ImportKind::calendar, "calendar", tr("Holidays and make-up workdays")}};

Tone toneOf(LineVerdict verdict) {
  switch (verdict) {
    case LineVerdict::fresh:
      return Tone::good;
    case LineVerdict::conflict:
      return Tone::warning;
    case LineVerdict::refused:
      return Tone::late;
    case LineVerdict::same:
    case LineVerdict::totals:
      break;
  }
  return Tone::neutral;
}

const char* glyphOf(LineVerdict verdict) {
  switch (verdict) {
    case LineVerdict::fresh:
      return "+ ";
    case LineVerdict::conflict:
      return "⚠ ";
    case LineVerdict::refused:
      return "× ";
    case LineVerdict::same:
      return "= ";
    case LineVerdict::totals:
      break;
  }
  return "Σ ";
}

class ImportDialog final : public wxDialog, private RowSource {
 public:
  ImportDialog(wxWindow* parent, viewmodels::Session& session, viewmodels::TableFiles& files);
  /// The mail that was chosen instead of a table; empty when none was.
  const std::string& mail() const { return m_mail; }
  bool stored() const { return m_viewModel.stage() == ImportViewModel::Stage::done; }

 private:
  long rowCount() const override { return static_cast<long>(m_shown.size()); }
  std::string cell(long row, int column) const override;
  RowStyle style(long row, int column) const override;

  wxSizer* makeChooser();
  wxWindow* makeMapping();
  wxSizer* makeFooter();
  void chooseFile();
  void showAll();
  void showMapping();
  void showLines();
  void showResult();
  void showProgress();
  std::string countsText() const;
  std::string fieldLabel(const std::string& field) const;

  const viewmodels::Translator& m_text;
  ImportViewModel m_viewModel;
  std::vector<std::size_t> m_shown;  ///< lines that are listed
  ErrorBar* m_errors = nullptr;
  KeyChoice* m_kind = nullptr;
  wxStaticText* m_file = nullptr;
  wxScrolledWindow* m_mapping = nullptr;
  wxStaticText* m_counts = nullptr;
  wxCheckBox* m_onlyProblems = nullptr;
  RowList* m_list = nullptr;
  wxTextCtrl* m_notes = nullptr;
  wxGauge* m_gauge = nullptr;
  wxStaticText* m_progress = nullptr;
  wxButton* m_stop = nullptr;
  wxCheckBox* m_skip = nullptr;
  wxButton* m_store = nullptr;
  wxButton* m_close = nullptr;
  wxTimer m_tick;
  std::string m_mail;
};

ImportDialog::ImportDialog(wxWindow* parent, viewmodels::Session& session, viewmodels::TableFiles& files)
    : wxDialog(parent, wxID_ANY, toWx(session.translator(tr("Import from a file"))), wxDefaultPosition,
               wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      m_text(session.translator),
      m_viewModel(session, files),
      m_tick(this) {
  auto* page = new wxBoxSizer(wxVERTICAL);
  m_errors = new ErrorBar(this);
  page->Add(m_errors, wxSizerFlags().Expand());
  const int side = gap(this, Gap::group);
  page->Add(makeChooser(), wxSizerFlags().Expand().Border(wxALL, side));
  auto* middle = new wxBoxSizer(wxHORIZONTAL);
  middle->Add(makeMapping(), wxSizerFlags().Expand().Border(wxRIGHT, side));
  auto* right = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  m_counts = makeSection(this, {});
  head->Add(m_counts, wxSizerFlags(1).CentreVertical());
  m_onlyProblems = new wxCheckBox(this, wxID_ANY, toWx(m_text(tr("Only lines to look at"))));
  m_onlyProblems->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { showLines(); });
  head->Add(m_onlyProblems, wxSizerFlags().CentreVertical());
  right->Add(head, wxSizerFlags().Expand());
  m_list = new RowList(this, m_text(tr("Lines of the file")),
                       {{m_text(tr("Line")), 8, true},
                        {m_text(tr("Number")), 16},
                        {m_text(tr("Verdict")), 18},
                        {m_text(tr("Field")), 20},
                        {m_text(tr("Reason")), 30, false, false, true}},
                       *this, true);
  right->Add(m_list, wxSizerFlags(3).Expand().Border(wxTOP, gap(this, Gap::inside)));
  m_notes =
      new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE | wxTE_READONLY);
  m_notes->SetMinSize({-1, lines(this, kNoteLines)});
  setAccessibleName(m_notes, m_text(tr("How the file was understood")));
  right->Add(m_notes, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::field)));
  middle->Add(right, wxSizerFlags(1).Expand());
  page->Add(middle, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, side));
  page->Add(makeFooter(), wxSizerFlags().Expand().Border(wxALL, side));
  SetSizer(page);
  SetSize(FromDIP(wxSize(1100, 680)));
  CentreOnParent();
  m_viewModel.changed.connect([this] { showAll(); });
  Bind(wxEVT_TIMER, [this](wxTimerEvent&) { showProgress(); });
  showAll();
}

wxSizer* ImportDialog::makeChooser() {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  KeyChoice::Entries kinds;
  for (const auto& entry : kKinds) kinds.emplace_back(entry.key, m_text(entry.label));
  m_kind = new KeyChoice(this, kinds);
  setAccessibleName(m_kind, m_text(tr("What the file holds")));
  m_kind->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    if (!m_viewModel.path().empty())
      m_viewModel.choose(m_viewModel.path(), model::parseImportKind(m_kind->key()));
  });
  row->Add(m_kind, wxSizerFlags().CentreVertical());
  row->Add(makeButton(this, m_text(tr("Choose a &file…")), [this] { chooseFile(); }),
           wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  m_file = makeMuted(this, {});
  row->Add(m_file, wxSizerFlags(1).CentreVertical().Border(wxLEFT, gap(this, Gap::group)));
  return row;
}

wxWindow* ImportDialog::makeMapping() {
  m_mapping = makeScrolled(this);
  m_mapping->SetMinSize({chars(this, kMappingChars), -1});
  return m_mapping;
}

wxSizer* ImportDialog::makeFooter() {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  m_gauge = new wxGauge(this, wxID_ANY, kGaugeSteps, wxDefaultPosition, wxSize(chars(this, 24), -1));
  row->Add(m_gauge, wxSizerFlags().CentreVertical());
  m_stop = makeButton(this, m_text(tr("S&top")), [this] { m_viewModel.cancel(); });
  row->Add(m_stop, wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  m_progress = makeMuted(this, {});
  row->Add(m_progress, wxSizerFlags(1).CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  m_skip = new wxCheckBox(this, wxID_ANY, toWx(m_text(tr("Leave refused lines out"))));
  m_skip->SetToolTip(toWx(
      m_text(tr("The lines left out are written to a file beside this one, to be mended and imported."))));
  m_skip->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { showAll(); });
  row->Add(m_skip, wxSizerFlags().CentreVertical());
  m_close = new wxButton(this, wxID_CANCEL, toWx(m_text(tr("Close"))));
  row->Add(m_close, wxSizerFlags().Border(wxLEFT, gap(this, Gap::group)));
  m_store =
      makeButton(this, m_text(tr("&Store new lines")), [this] { m_viewModel.write(m_skip->GetValue()); });
  row->Add(m_store, wxSizerFlags().Border(wxLEFT, gap(this, Gap::field)));
  return row;
}

void ImportDialog::chooseFile() {
  wxFileDialog dialog(this, toWx(m_text(tr("Choose a file"))), {}, {},
                      toWx(m_text(tr("Tables")) + " (*.csv;*.tsv;*.xlsx)|*.csv;*.tsv;*.xlsx|" +
                           m_text(tr("Mails")) + " (*.eml)|*.eml;*.EML|" + m_text(tr("All files")) + "|*"),
                      wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() != wxID_OK) return;
  const std::string path = fromWx(dialog.GetPath());
  if (model::isMailName(path)) {
    m_mail = path;
    EndModal(wxID_CANCEL);
    return;
  }
  m_viewModel.choose(path, model::parseImportKind(m_kind->key()));
}

void ImportDialog::showAll() {
  const wxWindowUpdateLocker quiet(this);
  const auto stage = m_viewModel.stage();
  const bool working = stage == ImportViewModel::Stage::reading || stage == ImportViewModel::Stage::writing;
  m_file->SetLabel(
      toWx(m_viewModel.path().empty()
               ? m_text(tr("CSV, TSV or XLSX. Nothing is stored before you have seen every line."))
               : m_viewModel.path()));
  m_gauge->Show(working);
  m_progress->SetLabel({});
  m_stop->Show(working);
  if (working)
    m_tick.Start(kTickMs);
  else
    m_tick.Stop();
  const bool refused = m_viewModel.count(LineVerdict::refused) + m_viewModel.count(LineVerdict::conflict) > 0;
  m_skip->Show(refused && !stored());
  m_store->Enable(m_viewModel.mayWrite() && (!refused || m_skip->GetValue()));
  m_close->Enable(stage != ImportViewModel::Stage::writing);
  m_counts->SetLabel(toWx(countsText()));
  std::string notes;
  for (const auto& note : m_viewModel.notes()) notes += (notes.empty() ? "" : "\n") + m_text(note);
  m_notes->ChangeValue(toWx(notes));
  m_notes->Show(!notes.empty());
  if (!working) {
    showMapping();
    showLines();
  }
  showResult();
  Layout();
}

void ImportDialog::showProgress() {
  if (const double done = m_viewModel.progress(); done > 0)
    m_gauge->SetValue(static_cast<int>(done * kGaugeSteps));
  else
    m_gauge->Pulse();
  const Message words = m_viewModel.progressText();
  setText(m_progress, words.id.empty() ? std::string() : m_text(words));
}

void ImportDialog::showResult() {
  if (m_viewModel.error()) {
    m_errors->showError(m_viewModel.error(), m_text);
    return;
  }
  if (stored()) {
    std::string sentence =
        m_text(Message(tr("{0} lines stored."), {viewmodels::groupedNumber(m_viewModel.written())}));
    if (!m_viewModel.refusedFile().empty())
      sentence += " " + m_text(Message(tr("The lines left out are in {0}."), {m_viewModel.refusedFile()}));
    m_errors->showNotice(sentence);
    return;
  }
  if (m_viewModel.knownFile())
    m_errors->showNotice(m_text(tr("This very file was imported before.")));
  else if (m_errors->IsShown())
    m_errors->Dismiss();
}

std::string ImportDialog::countsText() const {
  if (m_viewModel.lines().empty()) return {};
  std::string text;
  for (const auto& entry : model::EnumKeys<LineVerdict>::entries)
    if (const long long number = m_viewModel.count(entry.value); number > 0)
      text += (text.empty() ? "" : "   ") + (glyphOf(entry.value) + m_text(entry.label)) + " " +
              viewmodels::groupedNumber(number);
  return text;
}

void ImportDialog::showMapping() {
  m_mapping->DestroyChildren();
  auto* column = new wxBoxSizer(wxVERTICAL);
  const auto& headings = m_viewModel.headings();
  if (!headings.empty()) column->Add(makeSection(m_mapping, m_text(tr("Columns of the file"))));
  for (const auto& field : model::importFields(m_viewModel.kind())) {
    if (headings.empty()) break;
    const std::string name(field.name);
    const std::string current = m_viewModel.columnOf(name);
    column->Add(makeText(m_mapping, m_text(field.label) + (field.required ? " *" : "")),
                wxSizerFlags().Border(wxTOP, gap(this, Gap::field)));
    KeyChoice::Entries entries{{"", m_text(tr("(no column)"))}};
    for (const auto& heading : headings)
      if (!heading.empty()) entries.emplace_back(heading, heading);
    auto* choice = new KeyChoice(m_mapping, entries);
    choice->setKey(current);
    setAccessibleName(choice, m_text(field.label));
    choice->Bind(wxEVT_CHOICE, [this, name, choice](wxCommandEvent&) {
      // The choice is made again with the new reading: not while it is handling the click.
      CallAfter([this, name, heading = choice->key()] { m_viewModel.setColumn(name, heading); });
    });
    column->Add(choice, wxSizerFlags().Expand().Border(wxRIGHT, gap(this, Gap::field)));
    if (const std::string sample = m_viewModel.sample(current); !sample.empty())
      column->Add(makeMuted(m_mapping, sample.substr(0, sample.find('\n'))));
  }
  m_mapping->SetSizer(column);
  m_mapping->FitInside();
}

void ImportDialog::showLines() {
  m_shown.clear();
  const auto& lines = m_viewModel.lines();
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const LineVerdict verdict = lines[at].verdict;
    const bool problem = verdict == LineVerdict::refused || verdict == LineVerdict::conflict;
    if (problem || !m_onlyProblems->GetValue()) m_shown.push_back(at);
  }
  m_list->reload();
}

std::string ImportDialog::fieldLabel(const std::string& field) const {
  for (const auto& known : model::importFields(m_viewModel.kind()))
    if (known.name == field) return m_text(known.label);
  return field;
}

std::string ImportDialog::cell(long row, int column) const {
  const model::ImportLine& line = m_viewModel.lines()[m_shown[static_cast<std::size_t>(row)]];
  switch (column) {
    case kLine:
      return std::to_string(line.line);
    case kNumber:
      return line.number;
    case kVerdict:
      return glyphOf(line.verdict) + m_text.label(line.verdict);
    case kField:
      return fieldLabel(line.field);
    case kReason:
      return line.reason.id.empty() ? std::string() : m_text(line.reason);
    default:
      return {};
  }
}

RowStyle ImportDialog::style(long row, int column) const {
  if (column != kVerdict) return {};
  const model::ImportLine& line = m_viewModel.lines()[m_shown[static_cast<std::size_t>(row)]];
  return {toneOf(line.verdict), line.verdict == LineVerdict::refused, false};
}

}  // namespace

void showImportDialog(wxWindow* parent, viewmodels::Session& session, viewmodels::TableFiles& files,
                      const std::function<void()>& stored,
                      const std::function<void(const std::string&)>& mail) {
  ImportDialog dialog(parent, session, files);
  dialog.ShowModal();
  if (dialog.stored()) stored();
  if (!dialog.mail().empty() && mail) mail(dialog.mail());
}

}  // namespace octad::gui
