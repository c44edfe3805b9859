#include "gui/cases/signatures_panel.hpp"

#include <utility>
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/cases/action_dialog.hpp"
#include "gui/cases/text_table.hpp"
#include "gui/viewmodels/signatures.hpp"
#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;

namespace {
constexpr int kFewestRows = 1;
constexpr int kMostRows = 6;
}  // namespace

SignaturesPanel::SignaturesPanel(wxWindow* parent, CaseTabHost& host,
                                 std::optional<model::DisciplineCode> only)
    : wxPanel(parent), m_host(host), m_text(host.page.text()), m_only(only) {
  auto* outer = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeSection(this, m_text(tr("Signatures"))), wxSizerFlags().CentreVertical());
  m_none = makeMuted(this, m_text(tr("Nothing is signed yet.")));
  head->Add(m_none, wxSizerFlags(1).CentreVertical().Border(wxLEFT, gap(this, Gap::group)));
  head->AddStretchSpacer();
  m_sign = makeButton(this, m_text(tr("Sign…")), [this] { sign(); });
  m_sign->SetName("sign");
  head->Add(m_sign, wxSizerFlags().CentreVertical());
  outer->Add(head, wxSizerFlags().Expand());
  SetSizer(outer);
}

/// Made with the first signature: most pages have none.
void SignaturesPanel::makeList() {
  m_list = new TextTable(this, m_text(tr("Signatures")),
                         {{m_text(tr("Signed")), 26, false, false, true},
                          {m_text(tr("Meaning")), 12, false, false, false},
                          {m_text(tr("Signer")), 12, false, false, false},
                          {m_text(tr("Time")), 16.5, false, false, false},
                          {m_text(tr("Hash")), 13.5, false, false, false},
                          {m_text(tr("State")), 13, false, false, false},
                          {m_text(tr("How the signer was identified")), 20, false, false, true, true}},
                         kFewestRows, kMostRows);
  m_list->list()->SetName("signatures");
  GetSizer()->Add(m_list->list(), wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::inside)));
}

void SignaturesPanel::refresh() {
  std::vector<TextTable::Row> rows;
  for (auto& line :
       viewmodels::signatureLines(m_host.page.file(), m_host.page.session().zone, m_text, m_only)) {
    TextTable::Row row;
    row.cells = {line.subject, line.meaning, line.name, line.at, line.hash, line.state, line.how};
    row.style.tone = line.tone;
    rows.push_back(std::move(row));
  }
  const bool any = !rows.empty();
  const bool other = rows.size() != std::exchange(m_count, rows.size());
  if (any && m_list == nullptr) makeList();
  if (m_list != nullptr) {
    m_list->show(std::move(rows));
    m_list->list()->Show(any);
  }
  m_none->Show(!any);
  const auto whyNot = viewmodels::whyNotSign(m_host.page, m_only);
  m_sign->Enable(!whyNot);
  m_sign->SetToolTip(toWx(whyNot ? m_text(*whyNot) : std::string()));
  if (!other) return;
  InvalidateBestSize();
  Layout();
  if (onHeight) onHeight();
}

void SignaturesPanel::sign() {
  if (const auto whyNot = viewmodels::whyNotSign(m_host.page, m_only)) {
    m_host.showStatus(m_text(*whyNot));
    return;
  }
  showActionDialog(this, m_host.page, viewmodels::signForm(m_host.page, m_only));
}

}  // namespace octad::gui
