#include "gui/cases/action_dialog.hpp"

#include <memory>
#include <vector>
#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/cases/value_field.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"
#include "model/core/error.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::ActionForm;
using viewmodels::CasePageViewModel;
using viewmodels::FormField;
using viewmodels::FormFieldKind;
using viewmodels::FormValues;

namespace {

constexpr double kWidthChars = 72;
constexpr double kNoteChars = 68;

class ActionDialog final : public wxDialog {
 public:
  ActionDialog(wxWindow* parent, CasePageViewModel& page, ActionForm form)
      : wxDialog(parent, wxID_ANY, toWx(page.session().translator(form.title)), wxDefaultPosition,
                 wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
        m_page(page),
        m_form(std::move(form)),
        m_requestId(viewmodels::newUuid()),
        m_text(page.session().translator) {
    build();
  }

 private:
  struct Entry {
    const FormField* field;
    std::unique_ptr<ValueField> control;
  };

  void build() {
    auto* outer = new wxBoxSizer(wxVERTICAL);
    m_bar = new ErrorBar(this);
    outer->Add(m_bar, wxSizerFlags().Expand());
    auto* body = new wxBoxSizer(wxVERTICAL);
    outer->Add(body, wxSizerFlags(1).Expand().Border(wxALL, gap(this, Gap::group)));
    for (const auto& note : m_form.notes)
      body->Add(makeMuted(this, m_text(note), chars(this, kNoteChars)),
                wxSizerFlags().Border(wxBOTTOM, gap(this, Gap::inside)));
    buildFields(body);
    m_warning = makeText(this, {});
    m_warning->SetForegroundColour(coloursOf(viewmodels::Tone::warning).text);
    body->Add(m_warning, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::field)));
    outer->Add(buttons(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap(this, Gap::group)));
    showWarnings();
    SetSizer(outer);
    outer->SetMinSize({chars(this, kWidthChars), -1});
    outer->SetSizeHints(this);
    CentreOnParent();
    if (!m_entries.empty()) m_entries.front().control->window()->SetFocus();
  }

  void buildFields(wxBoxSizer* body) {
    FormBuilder builder(this, body, &m_errors);
    for (const auto& field : m_form.fields) {
      if (!field.besidePrevious) builder.row();
      const std::string label = m_text(field.label);
      const bool check = field.kind == FormFieldKind::check;
      std::unique_ptr<ValueField> control;
      builder.field(field.name, check ? std::string() : label, 1, [&](wxWindow* parent) {
        control = std::make_unique<ValueField>(parent, field.kind, label, field.choices, m_text);
        return control->window();
      });
      control->setValue(field.value);
      control->onChange([this] { showWarnings(); });
      if (field.kind == FormFieldKind::text && !field.besidePrevious) builder.growLastRow();
      m_entries.push_back({&field, std::move(control)});
    }
  }

  wxSizer* buttons() {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_wait = makeMuted(this, {});
    m_cancel = new wxButton(this, wxID_CANCEL, toWx(m_text(tr("Cancel"))));
    m_ok = makeButton(this, m_text(m_form.okLabel), [this] { send(); });
    m_ok->SetDefault();
    if (m_form.dangerous) m_ok->SetForegroundColour(coloursOf(viewmodels::Tone::late).text);
    row->Add(m_wait, wxSizerFlags(1).CentreVertical());
    row->Add(m_cancel, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
    row->Add(m_ok);
    return row;
  }

  FormValues values() const {
    FormValues values;
    for (const auto& entry : m_entries) values[entry.field->name] = entry.control->value();
    return values;
  }

  void showWarnings() {
    if (!m_warning || !m_form.warnings) return;
    std::string text;
    for (const auto& warning : m_form.warnings(values())) {
      if (!text.empty()) text += '\n';
      text += "⚠ " + m_text(warning);
    }
    setText(m_warning, text, chars(this, kNoteChars));
    if (const wxSize needed = GetSizer() ? GetSizer()->GetMinSize() : wxSize(); needed.y > GetClientSize().y)
      SetClientSize(GetClientSize().x, needed.y);
  }

  void send() {
    m_errors.clear();
    m_bar->Dismiss();
    setWaiting(true);
    m_page.run(
        m_requestId,
        [execute = m_form.execute, typed = values()](model::Workplace workplace, model::CaseTarget target) {
          return execute(std::move(workplace), std::move(target), typed);
        },
        [this, token = m_life.token()](const model::Saved&) {
          if (!token.expired()) EndModal(wxID_OK);
        },
        [this, token = m_life.token()](const std::exception_ptr& error) {
          if (!token.expired()) refused(error);
        });
  }

  void refused(const std::exception_ptr& error) {
    setWaiting(false);
    try {
      std::rethrow_exception(error);
    } catch (const model::Conflict& conflict) {
      m_bar->showError(m_text(conflict.message()), m_text(tr("Read the case again")),
                       [this] { m_page.load(); });
    } catch (const model::Error& ours) {
      // The request was not carried out: what is typed next is a new one.
      if (ours.code() != model::ErrorCode::connectionLost && ours.code() != model::ErrorCode::busy)
        m_requestId = viewmodels::newUuid();
      const std::string sentence = m_text(ours.message());
      if (m_errors.show(ours.field(), sentence))
        m_errors.focus(ours.field());
      else
        m_bar->showError(sentence);
    } catch (const std::exception&) {
      m_bar->showError(error, m_text);
    }
    GetSizer()->SetSizeHints(this);
  }

  void setWaiting(bool waiting) {
    m_ok->Enable(!waiting);
    m_cancel->Enable(!waiting);
    setText(m_wait, waiting ? m_text(tr("Saving…")) : std::string());
  }

  CasePageViewModel& m_page;
  ActionForm m_form;
  std::string m_requestId;
  viewmodels::Translator& m_text;
  std::vector<Entry> m_entries;
  FieldErrors m_errors;
  ErrorBar* m_bar = nullptr;
  wxStaticText* m_warning = nullptr;
  wxStaticText* m_wait = nullptr;
  wxButton* m_ok = nullptr;
  wxButton* m_cancel = nullptr;
  viewmodels::Lifetime m_life;
};

}  // namespace

bool showActionDialog(wxWindow* parent, CasePageViewModel& page, ActionForm form) {
  ActionDialog dialog(wxGetTopLevelParent(parent), page, std::move(form));
  return dialog.ShowModal() == wxID_OK;
}

}  // namespace octad::gui
