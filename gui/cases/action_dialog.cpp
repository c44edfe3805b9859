#include "gui/cases/action_dialog.hpp"

#include <algorithm>
#include <boost/signals2/connection.hpp>
#include <functional>
#include <memory>
#include <vector>
#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/display.h>
#include <wx/panel.h>
#include <wx/scrolwin.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/cases/value_field.hpp"
#include "gui/viewmodels/form_places.hpp"
#include "gui/widgets/accessible.hpp"
#include "gui/widgets/conflict_dialog.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/gtk_call.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"
#include "model/core/error.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::ActionForm;
using viewmodels::CasePageViewModel;
using viewmodels::FormBody;
using viewmodels::FormField;
using viewmodels::FormFieldKind;
using viewmodels::FormRows;
using viewmodels::FormSubject;
using viewmodels::FormValues;

namespace {

constexpr double kWidthChars = 72;
constexpr double kWideChars = 104;   ///< a form with rows has more fields side by side
constexpr double kLinesAround = 12;  ///< of title, bar and buttons

/// Rows of one line stand below each other as a table, whose labels are those of the first row.
bool isOneLine(const std::vector<FormField>& row) {
  return std::count_if(row.begin(), row.end(), [](const auto& field) { return !field.besidePrevious; }) < 2;
}

class ActionDialog final : public wxDialog {
 public:
  ActionDialog(wxWindow* parent, std::unique_ptr<FormSubject> subject)
      : wxDialog(parent, wxID_ANY, toWx(subject->session().translator(subject->form().title)),
                 wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
        m_subject(std::move(subject)),
        m_requestId(viewmodels::newUuid()),
        m_text(m_subject->session().translator) {
    build();
  }

 private:
  struct Entry {
    std::string name;
    std::unique_ptr<ValueField> control;
  };

  void build();
  void buildFields(wxBoxSizer* body);
  Entry makeField(FormBuilder& builder, const FormField& field, bool labelled = true);
  void showFields(const FormValues& values);
  void rebuildRows(const FormValues& values);
  void addRow(const FormValues& values, std::size_t row);
  wxSizer* withRowButtons(wxWindow* panel, wxBoxSizer* box, const std::vector<FormField>& fields,
                          std::size_t row);
  wxButton* rowButton(wxWindow* panel, const char* shortLabel, const char* label,
                      const std::function<void()>& press);
  void removeRow(std::size_t row);
  void moveUp(std::size_t row);
  void showRows(const FormValues& values);
  void fit();
  wxSizer* buttons();
  FormValues values() const;
  void showWarnings();
  void showBelow(wxStaticText* place, const std::vector<std::string>& sentences);
  void send();
  void refused(const std::exception_ptr& error);
  void readAgain(const std::string& sentence);
  void compare(const std::string& sentence);
  void setWaiting(bool waiting, const char* why = tr("Saving…"));
  const FormBody& form() const { return m_subject->form(); }
  double width() const { return form().rows ? kWideChars : kWidthChars; }

  std::unique_ptr<FormSubject> m_subject;
  std::string m_requestId;
  viewmodels::Translator& m_text;
  std::vector<Entry> m_entries;
  std::vector<Entry> m_rowEntries;
  std::size_t m_rows = 0;
  FieldErrors m_errors;
  ErrorBar* m_bar = nullptr;
  wxScrolledWindow* m_body = nullptr;
  wxPanel* m_form = nullptr;
  wxBoxSizer* m_rowBox = nullptr;
  wxPanel* m_rowPanel = nullptr;
  wxStaticText* m_warning = nullptr;
  wxStaticText* m_finding = nullptr;
  wxStaticText* m_wait = nullptr;
  wxButton* m_ok = nullptr;
  wxButton* m_cancel = nullptr;
  boost::signals2::scoped_connection m_reread;
  boost::signals2::scoped_connection m_unread;
  viewmodels::Lifetime m_life;
};

void ActionDialog::build() {
  auto* outer = new wxBoxSizer(wxVERTICAL);
  m_bar = new ErrorBar(this);
  outer->Add(m_bar, wxSizerFlags().Expand());
  m_body = makeScrolled(this);
  // A bar that is always seen says that there is more of the form below.
  callGtk<void>("gtk_scrolled_window_set_overlay_scrolling", static_cast<void*>(m_body->GetHandle()), 0);
  // The fields stand on a panel: GTK complains about hidden sentences that are moved by scrolling themselves.
  m_form = new wxPanel(m_body);
  auto* body = new wxBoxSizer(wxVERTICAL);
  for (const auto& note : form().notes)
    body->Add(makeMuted(m_form, m_text(note), chars(this, width() - 4)),
              wxSizerFlags().Border(wxBOTTOM, gap(this, Gap::inside)));
  buildFields(body);
  m_form->SetSizer(body);
  auto* whole = new wxBoxSizer(wxVERTICAL);
  whole->Add(m_form, wxSizerFlags(1).Expand().Border(wxRIGHT, 0));
  m_body->SetSizer(whole);
  outer->Add(m_body, wxSizerFlags(1).Expand().Border(wxALL, gap(this, Gap::group)));
  // Below the fields that scroll, so that it is seen while one types in any of them.
  m_warning = makeText(this, {});
  m_warning->SetForegroundColour(coloursOf(viewmodels::Tone::warning).text);
  m_finding = makeText(this, {});
  for (auto* told : {m_warning, m_finding})
    outer->Add(told, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap(this, Gap::group)));
  outer->Add(buttons(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap(this, Gap::group)));
  SetSizer(outer);
  showWarnings();
  fit();
  CentreOnParent();
  if (!m_entries.empty()) m_entries.front().control->window()->SetFocus();
}

ActionDialog::Entry ActionDialog::makeField(FormBuilder& builder, const FormField& field, bool labelled) {
  if (!field.besidePrevious) builder.row();
  const std::string label = m_text(field.label);
  const bool check = field.kind == FormFieldKind::check;
  const int usual = field.kind == FormFieldKind::quantity ? 1 : 2;
  const int share = field.share > 0 ? field.share : usual;
  std::unique_ptr<ValueField> control;
  builder.field(field.name, check || !labelled ? std::string() : label, share, [&](wxWindow* parent) {
    control = std::make_unique<ValueField>(parent, field.kind, label, field.choices, m_text, field.suggest);
    return control->window();
  });
  if (!labelled && !check) setAccessibleName(control->window(), label);
  control->setValue(field.value);
  control->onChange([this] { showWarnings(); });
  if (field.kind == FormFieldKind::text && !field.besidePrevious) builder.growLastRow();
  return {field.name, std::move(control)};
}

void ActionDialog::buildFields(wxBoxSizer* body) {
  FormBuilder builder(m_form, body, &m_errors);
  for (const auto& field : form().fields) m_entries.push_back(makeField(builder, field));
  if (!form().rows) return;
  builder.section(m_text(form().rows->title));
  m_rowPanel = new wxPanel(m_form);
  m_rowBox = new wxBoxSizer(wxVERTICAL);
  m_rowPanel->SetSizer(m_rowBox);
  builder.add(m_rowPanel);
  auto* add = makeButton(m_form, m_text(form().rows->addLabel), [this] {
    addRow({}, m_rows);
    showWarnings();
    fit();
    m_body->Scroll(0, m_body->GetVirtualSize().y);
    m_rowEntries[m_rowEntries.size() - form().rows->make(m_rows).size()].control->window()->SetFocus();
  });
  body->Add(add, wxSizerFlags().Border(wxTOP, gap(this, Gap::field)));
  rebuildRows(viewmodels::startValues(form()));
}

void ActionDialog::rebuildRows(const FormValues& values) {
  m_rowEntries.clear();
  m_errors.forget(form().rows->key + ".");
  m_rowPanel->DestroyChildren();
  m_rowBox->Clear();
  m_rows = 0;
  const std::size_t count = viewmodels::rowCount(*form().rows, values);
  for (std::size_t row = 0; row < count; ++row) addRow(values, row);
}

void ActionDialog::addRow(const FormValues& values, std::size_t row) {
  auto* panel = new wxPanel(m_rowPanel);
  auto* box = new wxBoxSizer(wxVERTICAL);
  FormBuilder builder(panel, box, &m_errors);
  const auto fields = form().rows->make(row);
  const bool table = isOneLine(fields);
  for (const auto& field : fields) {
    m_rowEntries.push_back(makeField(builder, field, !table || row == 0));
    if (const auto typed = values.find(field.name); typed != values.end())
      m_rowEntries.back().control->setValue(typed->second);
  }
  panel->SetSizer(row < form().rows->fixed ? box : withRowButtons(panel, box, fields, row));
  const int above = row == 0 ? 0 : gap(this, table ? Gap::inside : Gap::group);
  m_rowBox->Add(panel, wxSizerFlags().Expand().Border(wxTOP, above));
  m_rows = row + 1;
}

/// A button that says in short what its tip says in full.
wxButton* ActionDialog::rowButton(wxWindow* panel, const char* shortLabel, const char* label,
                                  const std::function<void()>& press) {
  auto* button = makeButton(panel, m_text(shortLabel), press);
  button->SetToolTip(toWx(m_text(label)));
  setAccessibleName(button, m_text(label));
  return button;
}

/// The buttons stand behind fields that are one line, below those that are several.
wxSizer* ActionDialog::withRowButtons(wxWindow* panel, wxBoxSizer* box, const std::vector<FormField>& fields,
                                      std::size_t row) {
  const FormRows& rows = *form().rows;
  const auto remove = [this, row] { removeRow(row); };
  if (!isOneLine(fields)) {
    box->Add(makeButton(panel, m_text(rows.removeLabel), remove),
             wxSizerFlags().Right().Border(wxTOP, gap(this, Gap::inside)));
    return box;
  }
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  line->Add(box, wxSizerFlags(1));
  const auto add = [&](wxButton* button) {
    // The first row has its labels above; in the others a sentence may stand below a field.
    const int beside = row == 0 ? wxALIGN_BOTTOM : wxALIGN_TOP;
    line->Add(button, wxSizerFlags().Align(beside).Border(wxLEFT, gap(this, Gap::field)));
    return button;
  };
  if (*rows.upLabel != '\0')
    add(rowButton(panel, tr("Up"), rows.upLabel, [this, row] { moveUp(row); }))->Enable(row > rows.fixed);
  add(rowButton(panel, tr("Remove"), rows.removeLabel, remove));
  return line;
}

void ActionDialog::removeRow(std::size_t row) {
  // Not while the button of the row is still handling its click.
  CallAfter([this, row] {
    FormValues kept = values();
    const std::string& key = form().rows->key;
    for (const auto& field : form().rows->make(row)) {
      const std::string name = field.name.substr(viewmodels::rowField(key, row, "").size());
      for (std::size_t at = row; at + 1 < m_rows; ++at)
        kept[viewmodels::rowField(key, at, name)] = kept[viewmodels::rowField(key, at + 1, name)];
      kept.erase(viewmodels::rowField(key, m_rows - 1, name));
    }
    showRows(kept);
  });
}

void ActionDialog::moveUp(std::size_t row) {
  CallAfter([this, row] {
    FormValues kept = values();
    const std::string& key = form().rows->key;
    for (const auto& field : form().rows->make(row)) {
      const std::string name = field.name.substr(viewmodels::rowField(key, row, "").size());
      std::swap(kept[viewmodels::rowField(key, row, name)], kept[viewmodels::rowField(key, row - 1, name)]);
    }
    showRows(kept);
  });
}

void ActionDialog::showRows(const FormValues& values) {
  rebuildRows(values);
  showWarnings();
  fit();
}

/// As large as the form wants to be, as long as the screen is larger; the rest scrolls.
void ActionDialog::fit() {
  m_form->InvalidateBestSize();
  m_body->FitInside();
  const wxSize needed = m_body->GetSizer()->CalcMin();
  const int most = wxDisplay(this).GetClientArea().height - lines(this, kLinesAround) -
                   (m_warning->IsShown() ? m_warning->GetBestSize().y : 0) -
                   (m_finding->IsShown() ? m_finding->GetBestSize().y : 0);
  const int bar =
      needed.y > most ? wxSystemSettings::GetMetric(wxSYS_VSCROLL_X, this) + gap(this, Gap::inside) : 0;
  m_body->GetSizer()->GetItem(m_form)->SetBorder(bar > 0 ? gap(this, Gap::inside) : 0);
  m_body->SetMinSize({std::max(needed.x + bar, chars(this, width())), std::min(needed.y, most)});
  const wxSize wanted = GetSizer()->CalcMin();
  SetMinClientSize({wanted.x, std::min(wanted.y, lines(this, kLinesAround))});
  const wxSize now = GetClientSize();
  if (now.x < wanted.x || now.y < wanted.y)
    SetClientSize(std::max(now.x, wanted.x), std::max(now.y, wanted.y));
  Layout();
}

wxSizer* ActionDialog::buttons() {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  m_wait = makeMuted(this, {});
  m_cancel = new wxButton(this, wxID_CANCEL, toWx(m_text(tr("Cancel"))));
  m_ok = makeButton(this, m_text(form().okLabel), [this] { send(); });
  m_ok->SetDefault();
  if (form().dangerous) m_ok->SetForegroundColour(coloursOf(viewmodels::Tone::late).text);
  row->Add(m_wait, wxSizerFlags(1).CentreVertical());
  row->Add(m_cancel, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
  row->Add(m_ok);
  return row;
}

FormValues ActionDialog::values() const {
  FormValues values;
  for (const auto& entry : m_entries) values[entry.name] = entry.control->value();
  for (const auto& entry : m_rowEntries) values[entry.name] = entry.control->value();
  return values;
}

void ActionDialog::showFields(const FormValues& values) {
  for (const auto& entry : m_entries)
    if (const auto found = values.find(entry.name); found != values.end())
      entry.control->setValue(found->second);
  if (form().rows) rebuildRows(values);
  fit();
}

void ActionDialog::showWarnings() {
  if (!m_warning) return;
  std::vector<std::string> warnings;
  if (form().warnings)
    for (const auto& warning : form().warnings(values())) warnings.push_back("⚠ " + m_text(warning));
  std::vector<std::string> findings;
  if (form().findings)
    for (const auto& finding : form().findings(values())) findings.push_back(m_text(finding));
  showBelow(m_warning, warnings);
  showBelow(m_finding, findings);
  if (form().warnings || form().findings) fit();
}

/// Sentences below the fields, each on its line; without any the place is hidden.
void ActionDialog::showBelow(wxStaticText* place, const std::vector<std::string>& sentences) {
  std::string text;
  for (const auto& sentence : sentences) text += (text.empty() ? "" : "\n") + sentence;
  place->Show(!text.empty());
  setText(place, text, chars(this, width() - 4));
}

void ActionDialog::send() {
  m_errors.clear();
  m_bar->Dismiss();
  setWaiting(true);
  m_subject->run(
      m_requestId, values(),
      [this, token = m_life.token()] {
        if (!token.expired()) EndModal(wxID_OK);
      },
      [this, token = m_life.token()](const std::exception_ptr& error) {
        if (!token.expired()) refused(error);
      });
}

void ActionDialog::refused(const std::exception_ptr& error) {
  setWaiting(false);
  try {
    std::rethrow_exception(error);
  } catch (const model::Conflict& conflict) {
    m_requestId = viewmodels::newUuid();
    readAgain(m_text(conflict.message()));
  } catch (const model::Error& ours) {
    // The request was not carried out: what is typed next is a new one.
    if (ours.code() != model::ErrorCode::connectionLost && ours.code() != model::ErrorCode::busy)
      m_requestId = viewmodels::newUuid();
    const std::string sentence = m_text(ours.message());
    std::vector<std::string> names;
    for (const auto* entries : {&m_entries, &m_rowEntries})
      for (const auto& entry : *entries) names.push_back(entry.name);
    // A rule that is called like a field, such as "reason", is about the field.
    const auto* rule = dynamic_cast<const model::Refused*>(&ours);
    const std::string place = viewmodels::placeOfMistake(names, rule ? rule->rule() : ours.field());
    if (m_errors.show(place, sentence))
      m_errors.focus(place);
    else
      m_bar->showError(sentence);
  } catch (const std::exception&) {
    m_bar->showError(error, m_text);
  }
  fit();
}

/// Somebody else changed the case: what is stored now is read before anything is decided.
void ActionDialog::readAgain(const std::string& sentence) {
  setWaiting(true, tr("Reading the case…"));
  m_reread = m_subject->changed().connect([this, sentence] {
    m_reread.disconnect();
    m_unread.disconnect();
    // The page shows the case anew first; this dialog comes after it.
    CallAfter([this, sentence] { compare(sentence); });
  });
  m_unread = m_subject->failed().connect([this](const std::exception_ptr& error) {
    m_reread.disconnect();
    m_unread.disconnect();
    setWaiting(false);
    m_bar->showError(error, m_text);
    fit();
  });
  m_subject->load();
}

void ActionDialog::compare(const std::string& sentence) {
  setWaiting(false);
  if (const auto whyNot = m_subject->whyNot()) {
    m_bar->showError(sentence + " " + m_text(*whyNot));
    m_ok->Disable();
    fit();
    return;
  }
  if (auto fresh = m_subject->again()) {
    auto conflicts = viewmodels::formConflicts(form(), values(), fresh->form(), m_text);
    if (!conflicts.empty()) {
      const auto choices = showConflictDialog(this, std::move(conflicts), m_text);
      if (!choices) {
        m_bar->showError(sentence, m_text(tr("Compare again")), [this, sentence] { compare(sentence); });
        m_ok->Disable();  // the way on leads through the comparison
        fit();
        return;
      }
      const FormValues decided = viewmodels::resolvedForm(form(), values(), fresh->form(), *choices);
      m_subject = std::move(fresh);
      showFields(decided);
      send();
      return;
    }
    const FormValues kept = viewmodels::resolvedForm(form(), values(), fresh->form(), {});
    m_subject = std::move(fresh);
    showFields(kept);
  }
  m_bar->showNotice(sentence + " " +
                    m_text(tr("Nothing in this form was touched by it. Check it and save again.")));
  fit();
}

void ActionDialog::setWaiting(bool waiting, const char* why) {
  m_ok->Enable(!waiting);
  m_cancel->Enable(!waiting);
  setText(m_wait, waiting ? m_text(why) : std::string());
}

}  // namespace

bool showFormDialog(wxWindow* parent, std::unique_ptr<FormSubject> subject) {
  ActionDialog dialog(wxGetTopLevelParent(parent), std::move(subject));
  return dialog.ShowModal() == wxID_OK;
}

bool showActionDialog(wxWindow* parent, CasePageViewModel& page, ActionForm form) {
  return showFormDialog(
      parent, std::make_unique<viewmodels::FormOfPage<CasePageViewModel, ActionForm>>(page, std::move(form)));
}

}  // namespace octad::gui
