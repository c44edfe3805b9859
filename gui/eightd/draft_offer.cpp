#include "gui/eightd/draft_offer.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;

DraftOffer::DraftOffer(wxWindow* parent, const viewmodels::Translator& text) : wxPanel(parent), m_text(text) {
  Hide();
}

/// Made when the first draft waits, which is seldom.
void DraftOffer::build() {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  m_words = makeText(this, {});
  row->Add(m_words, wxSizerFlags(1).CentreVertical());
  const auto add = [this, row](const char* label, const char* name, std::function<void()>& act) {
    auto* button = makeButton(this, m_text(label), [&act] { act(); });
    button->SetName(name);
    row->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  };
  add(tr("&Use the draft"), "use_draft", onUse);
  add(tr("&Discard the draft"), "discard_draft", onDiscard);
  SetSizer(row);
}

bool DraftOffer::show(const model::Zone& zone, std::optional<model::Instant> keptAt) {
  if (keptAt && m_words == nullptr) build();
  if (keptAt)
    setText(m_words, "✎ " + m_text(model::Message(tr("A draft of {0} was kept: it was typed and not saved."),
                                                  {viewmodels::timeText(zone, *keptAt)})));
  if (IsShown() == keptAt.has_value()) return false;
  Show(keptAt.has_value());
  return true;
}

}  // namespace octad::gui
