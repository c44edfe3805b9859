#include "gui/widgets/record_header.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

using model::tr;

namespace {
constexpr double kSubjectChars = 24;
}

RecordHeader::RecordHeader(wxWindow* parent, const viewmodels::Translator& text, const char* back,
                           const char* papers)
    : wxPanel(parent), m_text(text), m_facts(new wxBoxSizer(wxHORIZONTAL)) {
  auto* outer = new wxBoxSizer(wxVERTICAL);
  const int side = gap(this, Gap::group);
  outer->Add(makeFirstRow(back, papers), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, side));
  outer->AddSpacer(gap(this, Gap::inside));
  outer->Add(m_facts, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, side));
  outer->AddSpacer(gap(this, Gap::field));
  SetSizer(outer);
}

wxSizer* RecordHeader::makeFirstRow(const char* back, const char* papers) {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  auto* backButton = makeButton(this, m_text(back), [this] { onBack(); });
  backButton->SetToolTip(toWx(m_text(tr("Back to the list (Esc)"))));
  row->Add(backButton, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  m_number = makeTitle(this, {});
  row->Add(m_number, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  m_subject = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  m_subject->SetMinSize({chars(this, kSubjectChars), -1});
  row->Add(m_subject, wxSizerFlags(1).CentreVertical());
  m_papers = makeButton(this, m_text(papers), [this] { onPapers(); });
  m_more = makeButton(this, m_text(tr("&More ▾")), [this] { showMenu(); });
  m_next = makeButton(this, {}, [this] { onNext(); });
  for (auto* button : {m_papers, m_more, m_next})
    row->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  return row;
}

void RecordHeader::showSubject(const std::string& number, const std::string& subject,
                               const std::string& hint) {
  setText(m_number, number);
  // GTK measures a large bold text right only once its style was applied, which is after it was shown.
  m_number->SetMinSize({m_number->GetTextExtent(m_number->GetLabel()).x, -1});
  setText(m_subject, subject);
  m_subject->SetToolTip(toWx(hint));
}

void RecordHeader::showDue(const std::string& due, bool overdue) {
  m_due->SetForegroundColour(overdue ? coloursOf(viewmodels::Tone::late).text : wxColour());
  m_due->SetFont(overdue ? GetFont().Bold() : GetFont());
  setText(m_due, overdue ? "⚠ " + due : due);
}

}  // namespace octad::gui
