#include "gui/cases/compare_dialog.hpp"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "gui/widgets/choice.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/row_list.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::ComparedLine;

namespace {

constexpr double kWidthChars = 120;
constexpr double kHeightLines = 30;
constexpr double kWordsLines = 6;

class CompareDialog final : public wxDialog, private RowSource {
 public:
  CompareDialog(wxWindow* parent, const std::string& title, std::vector<viewmodels::Revision> revisions,
                const viewmodels::Translator& text)
      : wxDialog(parent, wxID_ANY, toWx(title), wxDefaultPosition, wxDefaultSize,
                 wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
        m_text(text),
        m_compared(std::move(revisions), text) {
    const int side = gap(this, Gap::group);
    auto* outer = new wxBoxSizer(wxVERTICAL);
    outer->Add(buildHead(), wxSizerFlags().Expand().Border(wxALL, side));
    m_list = new RowList(this, text(tr("Comparison")),
                         {{text(tr("About")), 24, false, false, true},
                          {text(tr("Field")), 16, false, false, false},
                          {text(tr("Before")), 30, false, false, true},
                          {text(tr("After")), 30, false, false, true}},
                         *this);
    m_list->onSelect = [this](long) { showChosen(); };
    outer->Add(m_list, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, side));
    outer->Add(buildWords(), wxSizerFlags().Expand().Border(wxALL, side));
    auto* close = new wxButton(this, wxID_CANCEL, toWx(text(tr("Close"))));
    close->SetDefault();
    outer->Add(close, wxSizerFlags().Right().Border(wxLEFT | wxRIGHT | wxBOTTOM, side));
    SetSizer(outer);
    SetSize(chars(this, kWidthChars), lines(this, kHeightLines));
    show();
    CentreOnParent();
  }

 private:
  wxSizer* buildHead() {
    KeyChoice::Entries entries;
    for (std::size_t at = 0; at < m_compared.revisions().size(); ++at)
      entries.emplace_back(std::to_string(at), m_compared.revisions()[at].label);
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    const auto choice = [&](const char* name, std::size_t chosen) {
      auto* field = new KeyChoice(this, entries);
      setAccessibleName(field, name);
      field->setKey(std::to_string(chosen));
      field->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose(); });
      return field;
    };
    m_from = choice("from", m_compared.from());
    m_to = choice("to", m_compared.to());
    m_summary = makeMuted(this, {});
    m_onlyChanges = new wxCheckBox(this, wxID_ANY, toWx(m_text(tr("&Changes only"))));
    m_onlyChanges->SetValue(m_compared.onlyChanges());
    m_onlyChanges->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) {
      m_compared.setOnlyChanges(m_onlyChanges->GetValue());
      show();
    });
    const auto between = wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::field));
    head->Add(m_from, between);
    head->Add(makeText(this, "→"), between);
    head->Add(m_to, between);
    head->Add(m_onlyChanges, between);
    head->Add(m_summary, wxSizerFlags(1).CentreVertical());
    return head;
  }

  wxSizer* buildWords() {
    auto* words = new wxBoxSizer(wxHORIZONTAL);
    const auto add = [&](const char* label, int border) {
      auto* column = new wxBoxSizer(wxVERTICAL);
      column->Add(makeSection(this, m_text(label)), wxSizerFlags().Border(wxBOTTOM, gap(this, Gap::inside)));
      auto* field = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, {-1, lines(this, kWordsLines)},
                                   wxTE_MULTILINE | wxTE_READONLY);
      setAccessibleName(field, m_text(label));
      column->Add(field, wxSizerFlags(1).Expand());
      words->Add(column, wxSizerFlags(1).Expand().Border(wxRIGHT, border));
      return field;
    };
    m_before = add(tr("Before"), gap(this, Gap::group));
    m_after = add(tr("After"), 0);
    return words;
  }

  long rowCount() const override { return static_cast<long>(m_compared.lines().size()); }
  const ComparedLine& line(long row) const { return m_compared.lines()[static_cast<std::size_t>(row)]; }
  std::string cell(long row, int column) const override {
    const ComparedLine& compared = line(row);
    const std::string* const cells[] = {&compared.row, &compared.field, &compared.before, &compared.after};
    return *cells[column];
  }
  RowStyle style(long row, int column) const override {
    const ComparedLine& compared = line(row);
    RowStyle style;
    style.bold = column == 0;
    style.muted = !compared.changed;
    if (compared.changed && column == 2) style.tone = viewmodels::Tone::late;
    if (compared.changed && column == 3) style.tone = viewmodels::Tone::good;
    return style;
  }

  void choose() {
    m_compared.choose(std::stoul(m_from->key()), std::stoul(m_to->key()));
    show();
  }
  void show() {
    m_list->reload(rowCount() > 0 ? 0 : -1);
    setText(m_summary, m_compared.summary());
    showChosen();
  }
  void showChosen() {
    const long row = m_list->selectedRow();
    const bool any = row >= 0 && row < rowCount();
    m_before->ChangeValue(toWx(any ? line(row).before : std::string()));
    m_after->ChangeValue(toWx(any ? line(row).after : std::string()));
  }

  const viewmodels::Translator& m_text;
  viewmodels::RevisionsViewModel m_compared;
  KeyChoice* m_from = nullptr;
  KeyChoice* m_to = nullptr;
  wxCheckBox* m_onlyChanges = nullptr;
  wxStaticText* m_summary = nullptr;
  RowList* m_list = nullptr;
  wxTextCtrl* m_before = nullptr;
  wxTextCtrl* m_after = nullptr;
};

}  // namespace

void showComparison(wxWindow* parent, const std::string& title, std::vector<viewmodels::Revision> revisions,
                    const viewmodels::Translator& text) {
  CompareDialog dialog(wxGetTopLevelParent(parent), title, std::move(revisions), text);
  dialog.ShowModal();
}

}  // namespace octad::gui
