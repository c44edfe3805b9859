#include "gui/widgets/choice.hpp"

#include <algorithm>
#include <wx/scrolwin.h>

namespace octad::gui {

namespace {

/// Scrolls the form that a control stands in; GTK would choose another entry, unseen by whoever scrolls.
void scrollFormOf(wxWindow* control, wxMouseEvent& wheel) {
  constexpr int kLines = 3;
  for (wxWindow* above = control->GetParent(); above != nullptr; above = above->GetParent()) {
    auto* form = dynamic_cast<wxScrolledWindow*>(above);
    if (form == nullptr) continue;
    form->Scroll(-1, form->GetViewStart().y + (wheel.GetWheelRotation() > 0 ? -kLines : kLines));
    return;
  }
}

}  // namespace

KeyChoice::KeyChoice(wxWindow* parent, const Entries& entries) : wxChoice(parent, wxID_ANY) {
  setEntries(entries);
  Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& wheel) { scrollFormOf(this, wheel); });
}

void KeyChoice::setEntries(const Entries& entries) {
  const std::string before = key();
  wxArrayString texts;
  m_keys.clear();
  for (const auto& [entryKey, text] : entries) {
    m_keys.push_back(entryKey);
    texts.push_back(toWx(text));
  }
  Set(texts);
  setKey(before);
  if (GetSelection() == wxNOT_FOUND && !m_keys.empty()) SetSelection(0);
}

std::string KeyChoice::key() const {
  const int at = GetSelection();
  return at >= 0 && at < static_cast<int>(m_keys.size()) ? m_keys[static_cast<std::size_t>(at)]
                                                         : std::string();
}

void KeyChoice::setKey(const std::string& wanted) {
  const auto found = std::find(m_keys.begin(), m_keys.end(), wanted);
  SetSelection(found == m_keys.end() ? wxNOT_FOUND : static_cast<int>(found - m_keys.begin()));
}

}  // namespace octad::gui
