#include "gui/widgets/choice.hpp"

#include <algorithm>

namespace octad::gui {

KeyChoice::KeyChoice(wxWindow* parent, const Entries& entries) : wxChoice(parent, wxID_ANY) {
  setEntries(entries);
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
