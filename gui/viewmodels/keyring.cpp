#include "gui/viewmodels/keyring.hpp"

namespace octad::viewmodels {

std::optional<std::string> MemoryKeyring::find(const std::string& address) {
  const auto found = m_kept.find(address);
  return found == m_kept.end() ? std::nullopt : std::optional(found->second);
}

bool MemoryKeyring::keep(const std::string& address, const std::string& password) {
  m_kept[address] = password;
  return true;
}

}  // namespace octad::viewmodels
