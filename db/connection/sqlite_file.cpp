#include "db/connection/sqlite_file.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <sys/vfs.h>
#include <unistd.h>

#include "model/core/error.hpp"

namespace octad::db {
namespace {

using model::Message;
using model::NotFound;
using model::Refused;
using model::tr;

[[noreturn]] void refuse(const char* sentence, const std::string& path) {
  throw Refused("file", Message(sentence, {path}));
}

/// File systems on which SQLite's shared memory does not work: NFS, SMB/CIFS, SMB2, AFS, Ceph, 9P.
bool isNetworkShare(const std::string& path) {
  struct statfs info {};
  if (statfs(path.c_str(), &info) != 0) return false;
  constexpr std::array<unsigned long, 7> kShares{0x6969,     0x517B,     0xFF534D42, 0xFE534D42,
                                                 0x5346414F, 0x00C36400, 0x01021997};
  const auto type = static_cast<unsigned long>(static_cast<unsigned int>(info.f_type));
  for (const unsigned long share : kShares)
    if (type == share) return true;
  return false;
}

unsigned long networkOrder(const std::array<char, 100>& header, std::size_t at, std::size_t count) {
  unsigned long value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value << 8 | static_cast<unsigned char>(header[at + i]);
  return value;
}

/// The header says how many pages there are; a copy that stopped half-way has fewer.
bool isCutShort(const std::array<char, 100>& header, std::uintmax_t size, const std::string& path) {
  unsigned long pageSize = networkOrder(header, 16, 2);
  if (pageSize == 1) pageSize = 65536;
  const bool countIsValid = networkOrder(header, 24, 4) == networkOrder(header, 92, 4);
  std::error_code none;
  const std::uintmax_t log = std::filesystem::file_size(path + "-wal", none);
  const bool hasLog = !none && log > 0;
  return countIsValid && !hasLog &&
         size < networkOrder(header, 28, 4) * static_cast<std::uintmax_t>(pageSize);
}

void requireWritable(const std::string& path) {
  if (access(path.c_str(), R_OK) != 0)
    refuse(tr("You have no right to read {0}. Ask its owner for access."), path);
  const std::string folder = std::filesystem::path(path).parent_path().string();
  if (access(path.c_str(), W_OK) != 0 || access(folder.c_str(), W_OK) != 0)
    refuse(tr("{0} is read-only. Copy it to a folder of your own, or ask its owner for the right to write."),
           path);
}

}  // namespace

void requireUsableFile(const std::string& path, bool create) {
  namespace fs = std::filesystem;
  std::error_code error;
  const std::string folder = fs::path(path).parent_path().string();
  if (!fs::exists(path, error)) {
    if (!create)
      throw NotFound(Message(tr("There is no file {0}. Check the name, or create a new database."), {path}));
    if (!fs::is_directory(folder, error))
      throw NotFound(Message(tr("There is no folder {0}. Make it first, or choose another."), {folder}));
    if (isNetworkShare(folder))
      refuse(tr("{0} is on a network share, where a database file can be damaged. Use a local disk, or "
                "PostgreSQL for a team."),
             path);
    if (access(folder.c_str(), W_OK) != 0)
      refuse(tr("Nothing can be written next to {0}. Choose a folder of your own."), path);
    return;
  }
  if (fs::is_directory(path, error)) refuse(tr("{0} is a folder, not a database file."), path);
  if (isNetworkShare(path))
    refuse(tr("{0} is on a network share, where a database file can be damaged. Use a local disk, or "
              "PostgreSQL for a team."),
           path);
  requireWritable(path);
  const std::uintmax_t size = fs::file_size(path, error);
  if (size == 0 && create) return;
  std::array<char, 100> header{};
  std::ifstream in(path, std::ios::binary);
  in.read(header.data(), header.size());
  if (std::string_view(header.data(), 15) != "SQLite format 3")
    refuse(tr("{0} is not an Octad database."), path);
  if (!in || isCutShort(header, size, path))
    refuse(
        tr("{0} is cut short: part of the file is missing. Nothing was changed; restore it from a backup."),
        path);
}

}  // namespace octad::db
