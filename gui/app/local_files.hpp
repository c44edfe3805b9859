#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "gui/viewmodels/keeping.hpp"

namespace octad::gui {

/// ~/.config/octad, or below XDG_CONFIG_HOME.
std::filesystem::path configFolder();
/// ~/.local/share/octad, or below XDG_DATA_HOME.
std::filesystem::path dataFolder();
/// Replaces a file as a whole, readable by its owner only and on the disk when this returns. Throws
/// Invalid("file").
void writePrivateFile(const std::filesystem::path& path, const std::string& content);

/// Settings as lines "key=value". A settings file that cannot be written is no reason not to work.
class FileSettings final : public viewmodels::Settings {
 public:
  explicit FileSettings(std::filesystem::path path);
  std::string value(const std::string& key) const override;
  void set(const std::string& key, const std::string& value) override;

 private:
  std::filesystem::path m_path;
  std::map<std::string, std::string> m_values;
};

/// The draft journal: one JSON file of key -> text, replaced as a whole at every keep.
class FileDrafts final : public viewmodels::Drafts {
 public:
  explicit FileDrafts(std::filesystem::path path);
  void keep(const std::string& key, const std::string& content) override;
  std::optional<std::string> find(const std::string& key) override;
  void forget(const std::string& key) override;
  std::vector<std::string> keys() override;

 private:
  void read();
  void write() const;

  std::filesystem::path m_path;
  std::map<std::string, std::string> m_contents;
};

}  // namespace octad::gui
