#pragma once

#include <string>
#include <utility>
#include <vector>
#include <wx/choice.h>

#include "gui/viewmodels/translator.hpp"
#include "gui/widgets/text.hpp"

namespace octad::gui {

/// A short list to choose from (under 200 entries), each entry with a key.
class KeyChoice final : public wxChoice {
 public:
  /// Pairs of key and shown text.
  using Entries = std::vector<std::pair<std::string, std::string>>;

  explicit KeyChoice(wxWindow* parent, const Entries& entries = {});
  void setEntries(const Entries& entries);  ///< keeps the chosen key when it is still there
  std::string key() const;                  ///< empty when nothing is chosen
  void setKey(const std::string& key);

 private:
  std::vector<std::string> m_keys;
};

/// Entries of an enumeration in the language of now; `none` is the text of an empty first entry, left out
/// when empty.
template <model::Keyed Enum>
KeyChoice::Entries enumEntries(const viewmodels::Translator& text, const std::string& none = {}) {
  KeyChoice::Entries entries;
  if (!none.empty()) entries.emplace_back("", none);
  for (const auto& entry : model::EnumKeys<Enum>::entries)
    entries.emplace_back(std::string(entry.key), text(entry.label));
  return entries;
}

}  // namespace octad::gui
