#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace octad::viewmodels {

/// The local journal of what was typed and not saved yet: nothing typed is lost when the program or the
/// connection dies. One per user, not readable by others.
class Drafts {
 public:
  virtual ~Drafts() = default;
  /// Keeps `content` under `key`; durable when it returns.
  virtual void keep(const std::string& key, const std::string& content) = 0;
  virtual std::optional<std::string> find(const std::string& key) = 0;
  virtual void forget(const std::string& key) = 0;
  virtual std::vector<std::string> keys() = 0;
};

/// What the program remembers between two starts: language, last database, person, window layout.
class Settings {
 public:
  virtual ~Settings() = default;
  virtual std::string value(const std::string& key) const = 0;  ///< empty when not set
  virtual void set(const std::string& key, const std::string& value) = 0;
};

/// Both in memory, for tests.
class MemoryDrafts final : public Drafts {
 public:
  void keep(const std::string& key, const std::string& content) override { m_contents[key] = content; }
  std::optional<std::string> find(const std::string& key) override;
  void forget(const std::string& key) override { m_contents.erase(key); }
  std::vector<std::string> keys() override;

 private:
  std::map<std::string, std::string> m_contents;
};

class MemorySettings final : public Settings {
 public:
  std::string value(const std::string& key) const override;
  void set(const std::string& key, const std::string& value) override { m_values[key] = value; }

 private:
  std::map<std::string, std::string> m_values;
};

}  // namespace octad::viewmodels
