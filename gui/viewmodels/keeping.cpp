#include "gui/viewmodels/keeping.hpp"

namespace octad::viewmodels {

std::optional<std::string> MemoryDrafts::find(const std::string& key) {
  const auto found = m_contents.find(key);
  if (found == m_contents.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string> MemoryDrafts::keys() {
  std::vector<std::string> all;
  for (const auto& [key, content] : m_contents) all.push_back(key);
  return all;
}

std::string MemorySettings::value(const std::string& key) const {
  const auto found = m_values.find(key);
  return found == m_values.end() ? std::string() : found->second;
}

}  // namespace octad::viewmodels
