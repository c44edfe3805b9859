#pragma once

#include "gui/viewmodels/kept_form.hpp"
#include "gui/viewmodels/kept_json.hpp"

namespace octad::viewmodels {

template <class Draft>
bool FormWithDraft<Draft>::keepDraft() {
  if (!hasContent()) return false;
  std::string text = keptText(m_draft);
  if (text == m_keptText) return false;
  m_drafts.keep(m_key, text);
  m_keptText = std::move(text);
  return true;
}

template <class Draft>
std::optional<Draft> FormWithDraft<Draft>::found(const std::string& key, Drafts& drafts) {
  const auto text = drafts.find(key);
  if (!text) return std::nullopt;
  auto draft = restored<Draft>(*text);
  if (draft.uuid.empty()) draft.uuid = newUuid();
  return draft;
}

}  // namespace octad::viewmodels
