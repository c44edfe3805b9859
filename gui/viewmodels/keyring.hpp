#pragma once

#include <map>
#include <optional>
#include <string>

namespace octad::viewmodels {

/// The desktop's store of secrets: the only place where a password may outlive the program. There is none in
/// some sessions; then it is asked for every time, and nothing else ever keeps it. The calls may take a while
/// (the desktop asks the user to unlock its store): use them in the executor.
class Keyring {
 public:
  virtual ~Keyring() = default;
  /// True when a store answers.
  virtual bool available() = 0;
  /// The password kept for an address; none when there is none, or the user does not let us.
  virtual std::optional<std::string> find(const std::string& address) = 0;
  /// False when it could not be kept.
  virtual bool keep(const std::string& address, const std::string& password) = 0;
  virtual void forget(const std::string& address) = 0;
};

/// A desktop without such a store.
class NoKeyring final : public Keyring {
 public:
  bool available() override { return false; }
  std::optional<std::string> find(const std::string&) override { return std::nullopt; }
  bool keep(const std::string&, const std::string&) override { return false; }
  void forget(const std::string&) override {}
};

/// In memory, for tests.
class MemoryKeyring final : public Keyring {
 public:
  bool available() override { return true; }
  std::optional<std::string> find(const std::string& address) override;
  bool keep(const std::string& address, const std::string& password) override;
  void forget(const std::string& address) override { m_kept.erase(address); }

 private:
  std::map<std::string, std::string> m_kept;
};

}  // namespace octad::viewmodels
