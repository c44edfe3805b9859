#include "gui/cases/case_preview.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/wupdlock.h>

#include "gui/viewmodels/chip_look.hpp"
#include "gui/widgets/chip.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"
#include "model/eightd/gates.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::CasePreview;

namespace {

constexpr std::size_t kMissingShown = 3;
constexpr const char* kSeparator = "  ·  ";

}  // namespace

CasePreviewPanel::CasePreviewPanel(wxWindow* parent, viewmodels::Session& session, std::function<void()> open)
    : wxPanel(parent), m_session(session), m_open(std::move(open)), m_content(new wxBoxSizer(wxVERTICAL)) {
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(m_content, wxSizerFlags(1).Expand().Border(wxALL, gap(this, Gap::group)));
  SetSizer(outer);
  SetMinSize({-1, lines(this, 7)});
  showEmpty();
}

void CasePreviewPanel::show(const std::optional<CasePreview>& preview) {
  const wxWindowUpdateLocker quiet(this);
  m_content->Clear(true);
  if (preview)
    showCase(*preview);
  else
    showEmpty();
  Layout();
}

void CasePreviewPanel::showEmpty() {
  m_content->Add(makeMuted(this, m_session.translator(tr("Select a case to see what it is waiting for."))));
}

void CasePreviewPanel::showCase(const CasePreview& preview) {
  addHead(preview.file);
  addMissing(preview);
}

void CasePreviewPanel::addHead(const model::CaseFile& file) {
  const auto& text = m_session.translator;
  const model::Complaint& head = file.complaint;
  std::string subject = file.customer.name;
  if (!head.partNumber.empty()) subject += kSeparator + head.partNumber;
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(makeSection(this, head.number), wxSizerFlags().CentreVertical());
  auto* title = makeSection(this, head.title);
  row->Add(title, wxSizerFlags(1).CentreVertical().Border(wxLEFT, gap(this, Gap::group)));
  for (const auto& look : {viewmodels::chipOf(head.severity, file.className(), text),
                           viewmodels::chipOfPhase(head.phase, head.state)})
    row->Add(new Chip(this, look, text),
             wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  auto* openButton = makeButton(this, text(tr("&Open case")), m_open);
  row->Add(openButton, wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::group)));
  m_content->Add(row, wxSizerFlags().Expand());

  std::string facts = subject;
  facts += kSeparator +
           text(model::Message(tr("received {0}"), {viewmodels::timeText(m_session.zone, head.receivedAt)}));
  if (head.ownerId) facts += kSeparator + file.personName(*head.ownerId);
  if (head.dueAt)
    facts +=
        kSeparator + text(model::Message(tr("due {0}"), {viewmodels::timeText(m_session.zone, head.dueAt)}));
  m_content->Add(makeMuted(this, facts), wxSizerFlags().Border(wxTOP, gap(this, Gap::inside)));
}

void CasePreviewPanel::addMissing(const CasePreview& preview) {
  const auto& text = m_session.translator;
  const int above = gap(this, Gap::field);
  if (preview.missing.empty()) {
    m_content->Add(makeText(this, text(model::nothingMissingNext(preview.file))),
                   wxSizerFlags().Border(wxTOP, above));
    return;
  }
  m_content->Add(makeText(this, text(tr("Missing for the next step:"))), wxSizerFlags().Border(wxTOP, above));
  for (std::size_t at = 0; at < preview.missing.size() && at < kMissingShown; ++at) {
    auto* line = makeText(this, "⚠ " + text(preview.missing[at].text));
    line->SetForegroundColour(coloursOf(viewmodels::Tone::warning).text);
    m_content->Add(line, wxSizerFlags().Border(wxTOP | wxLEFT, gap(this, Gap::inside) / 2));
  }
  if (preview.missing.size() > kMissingShown)
    m_content->Add(
        makeMuted(this, text(model::Message(tr("and {0} more"),
                                            {std::to_string(preview.missing.size() - kMissingShown)}))),
        wxSizerFlags().Border(wxTOP, gap(this, Gap::inside) / 2));
}

}  // namespace octad::gui
