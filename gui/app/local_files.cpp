#include "gui/app/local_files.hpp"

#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <unistd.h>
#include <utility>

#include "model/core/error.hpp"

namespace octad::gui {

using model::tr;

namespace {

std::filesystem::path baseFolder(const char* variable, const char* belowHome) {
  if (const char* given = std::getenv(variable); given != nullptr && *given == '/') return given;
  const char* home = std::getenv("HOME");
  return std::filesystem::path(home != nullptr ? home : "/tmp") / belowHome;
}

/// A file descriptor that closes itself.
class File {
 public:
  explicit File(int descriptor) : m_descriptor(descriptor) {}
  ~File() {
    if (m_descriptor >= 0) ::close(m_descriptor);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int get() const { return m_descriptor; }

 private:
  int m_descriptor;
};

bool writeAll(int descriptor, const std::string& content) {
  for (std::size_t done = 0; done < content.size();) {
    const ssize_t written = ::write(descriptor, content.data() + done, content.size() - done);
    if (written < 0) return false;
    done += static_cast<std::size_t>(written);
  }
  return ::fsync(descriptor) == 0;
}

}  // namespace

std::filesystem::path configFolder() {
  return baseFolder("XDG_CONFIG_HOME", ".config") / "octad";
}

std::filesystem::path dataFolder() {
  return baseFolder("XDG_DATA_HOME", ".local/share") / "octad";
}

void writePrivateFile(const std::filesystem::path& path, const std::string& content) {
  std::error_code ignored;
  std::filesystem::create_directories(path.parent_path(), ignored);
  const std::filesystem::path fresh = path.string() + ".new";
  bool written = false;
  {
    const File file(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    written = file.get() >= 0 && writeAll(file.get(), content);
  }
  if (!written || std::rename(fresh.c_str(), path.c_str()) != 0)
    throw model::Invalid("file", {tr("{0} cannot be written: is there room on the disk?"), {path.string()}});
}

FileSettings::FileSettings(std::filesystem::path path) : m_path(std::move(path)) {
  std::ifstream file(m_path);
  for (std::string line; std::getline(file, line);)
    if (const auto at = line.find('='); at != std::string::npos)
      m_values[line.substr(0, at)] = line.substr(at + 1);
}

std::string FileSettings::value(const std::string& key) const {
  const auto found = m_values.find(key);
  return found == m_values.end() ? std::string() : found->second;
}

void FileSettings::set(const std::string& key, const std::string& value) {
  if (this->value(key) == value || value.find('\n') != std::string::npos) return;
  m_values[key] = value;
  std::string text;
  for (const auto& [name, kept] : m_values) text += name + "=" + kept + "\n";
  try {
    writePrivateFile(m_path, text);
  } catch (const model::Invalid&) {
    return;  // the choice holds until the program ends
  }
}

FileDrafts::FileDrafts(std::filesystem::path path) : m_path(std::move(path)) {
  read();
}

void FileDrafts::read() {
  std::ifstream file(m_path);
  const auto json = nlohmann::json::parse(file, nullptr, false);
  if (!json.is_object()) return;
  m_contents.clear();
  for (const auto& [key, content] : json.items())
    if (content.is_string()) m_contents[key] = content.get<std::string>();
}

void FileDrafts::keep(const std::string& key, const std::string& content) {
  read();  // another window of the same user may have kept something meanwhile
  m_contents[key] = content;
  write();
}

std::optional<std::string> FileDrafts::find(const std::string& key) {
  const auto found = m_contents.find(key);
  if (found == m_contents.end()) return std::nullopt;
  return found->second;
}

void FileDrafts::forget(const std::string& key) {
  read();
  if (m_contents.erase(key) > 0) write();
}

std::vector<std::string> FileDrafts::keys() {
  std::vector<std::string> all;
  for (const auto& [key, content] : m_contents) all.push_back(key);
  return all;
}

void FileDrafts::write() const {
  writePrivateFile(m_path,
                   nlohmann::json(m_contents).dump(1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace octad::gui
