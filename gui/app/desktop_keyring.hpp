#pragma once

#include "gui/viewmodels/keyring.hpp"

namespace octad::gui {

/// The Secret Service of the desktop (GNOME Keyring, KWallet, KeePassXC), by libsecret.
class DesktopKeyring final : public viewmodels::Keyring {
 public:
  bool available() override;
  std::optional<std::string> find(const std::string& address) override;
  bool keep(const std::string& address, const std::string& password) override;
  void forget(const std::string& address) override;
};

}  // namespace octad::gui
