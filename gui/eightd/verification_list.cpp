#include "gui/eightd/verification_list.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/cases/text_table.hpp"
#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;

namespace {
constexpr double kListLines = 6;
constexpr int kResultColumn = 4;
}  // namespace

VerificationList::VerificationList(wxWindow* parent, const viewmodels::Translator& text,
                                   std::function<void()> record, std::function<void()> rule)
    : wxPanel(parent), m_text(text), m_list(nullptr), m_record(nullptr), m_rule(nullptr) {
  auto* outer = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeSection(this, text(tr("Verifications of the effect"))), wxSizerFlags(1).CentreVertical());
  m_record = makeButton(this, text(tr("Record a verification…")), std::move(record));
  m_rule = makeButton(this, text(tr("Rule on a c&hallenge…")), std::move(rule));
  m_rule->Hide();
  head->Add(m_rule, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
  head->Add(m_record);
  outer->Add(head, wxSizerFlags().Expand().Border(wxBOTTOM, gap(this, Gap::inside)));
  m_list = new RowList(this, text(tr("Verifications of the effect")),
                       fitTitles(this, {{text(tr("Date")), 12, false, false, false},
                                        {text(tr("Lots")), 8, true, false, false},
                                        {text(tr("Inspected")), 11, true, false, false},
                                        {text(tr("Failed")), 9, true, false, false},
                                        {text(tr("Result")), 16, false, false, false},
                                        {text(tr("Criterion and note")), 30, false, false, true},
                                        {text(tr("By")), 14, false, false, false}}),
                       *this);
  m_list->SetMinSize({-1, lines(this, kListLines)});
  outer->Add(m_list, wxSizerFlags(1).Expand());
  SetSizer(outer);
}

void VerificationList::addChallenge(const model::CaseFile& file, const model::EffectChallenge& challenge,
                                    const model::Zone& zone) {
  std::string words = challenge.laterNumber + " · " + m_text.label(challenge.kind);
  if (challenge.builtOn) words += " (" + challenge.builtOn->iso() + ")";
  if (!challenge.reason.empty()) words += " · " + challenge.reason;
  const bool upheld = challenge.ruling == model::ChallengeRuling::upheld;
  m_rows.push_back({zone.date(challenge.raisedAt).iso(),
                    {},
                    {},
                    {},
                    challenge.ruling ? (upheld ? "✗ " : "✓ ") + m_text.label(*challenge.ruling)
                                     : "⚠ " + m_text(tr("not ruled on")),
                    words,
                    challenge.ruledBy ? file.personName(*challenge.ruledBy) : std::string()});
  m_tones.push_back(!challenge.ruling ? viewmodels::Tone::warning
                    : upheld          ? viewmodels::Tone::late
                                      : viewmodels::Tone::good);
}

void VerificationList::show(const model::CaseFile& file, const model::Zone& zone) {
  m_rows.clear();
  m_tones.clear();
  for (const auto& check : file.verifications) {
    const bool effective = check.result == model::VerificationResult::effective;
    std::string words = check.criterion;
    if (!check.note.empty()) words += (words.empty() ? "" : " · ") + check.note;
    m_rows.push_back({check.verifiedOn.iso(), std::to_string(check.lots), std::to_string(check.inspected),
                      std::to_string(check.failed), (effective ? "✓ " : "✗ ") + m_text.label(check.result),
                      words, file.personName(check.verifiedBy)});
    m_tones.push_back(effective ? viewmodels::Tone::good : viewmodels::Tone::late);
  }
  for (const auto& challenge : file.challenges) addChallenge(file, challenge, zone);
  m_list->reload();
}

void VerificationList::setRecordable(bool recordable, const std::string& whyNot) {
  m_record->Enable(recordable);
  m_record->SetToolTip(toWx(whyNot));
}

RowStyle VerificationList::style(long row, int column) const {
  RowStyle style;
  if (column == kResultColumn) style.tone = m_tones[static_cast<std::size_t>(row)];
  return style;
}

}  // namespace octad::gui
