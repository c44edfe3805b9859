// A client that is killed while somebody types loses at most what the last second held.
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

#include "gui/app/local_files.hpp"
#include "gui/viewmodels/session.hpp"
#include "tests/gui/typing_client.hpp"

namespace octad::gui {
namespace {

constexpr int kKills = 3;
constexpr int kWorthLosing = 1'300;  // ms: the promised second, and the time a busy machine takes to write

std::filesystem::path folderFor(const char* name) {
  const auto folder = std::filesystem::temp_directory_path() / (std::string(name) + viewmodels::newUuid());
  std::filesystem::create_directories(folder);
  return folder;
}

/// What was typed by a moment: one line "count milliseconds" for every keystroke.
long long typedBefore(const std::filesystem::path& path, long long moment) {
  std::ifstream lines(path);
  long long typed = 0;
  long long at = 0;
  long long last = 0;
  while (lines >> typed >> at)
    if (at <= moment) last = typed;
  return last;
}

/// The number of characters that the newest draft of a folder holds.
long long keptCharacters(const std::filesystem::path& folder) {
  FileDrafts drafts(folder / "drafts.json");
  long long most = 0;
  for (const auto& key : drafts.keys()) {
    const std::string content = drafts.find(key).value_or("");
    const auto begin = content.find("xx");
    if (begin == std::string::npos) continue;
    most = std::max(most, static_cast<long long>(content.find_first_not_of('x', begin) - begin));
  }
  return most;
}

TEST(DraftKill, AtMostTheLastSecondIsLost) {
  const std::string self = std::filesystem::read_symlink("/proc/self/exe").string();
  for (int kill = 0; kill < kKills; ++kill) {
    const auto folder = folderFor("drafts");
    const auto typedPath = folder / "typed";
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      execl(self.c_str(), self.c_str(), kTypeUntilKilled, folder.c_str(), typedPath.c_str(),
            static_cast<char*>(nullptr));
      _exit(1);
    }
    // Not before it has typed for some seconds, at a moment of its own every time.
    const long long enough = 60 + 17LL * kill;
    const bool typing = [&] {
      for (int wait = 0; wait < 600; ++wait) {
        if (typedBefore(typedPath, milliseconds()) >= enough) return true;
        usleep(50'000);
      }
      return false;
    }();
    const long long moment = milliseconds();
    ::kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    ASSERT_TRUE(typing) << "the client did not get to typing";
    const long long kept = keptCharacters(folder);
    EXPECT_GE(kept, typedBefore(typedPath, moment - kWorthLosing)) << "more than the last second is lost";
    EXPECT_GT(kept, 0);
    std::filesystem::remove_all(folder);
  }
}

}  // namespace
}  // namespace octad::gui
