#include "tests/support/private_postgres.hpp"

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <grp.h>
#include <netinet/in.h>
#include <pwd.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "db/connection/database.hpp"
#include "db/connection/postgres_native.hpp"
#include "model/core/error.hpp"

namespace octad::support {
namespace {

constexpr const char* kPrograms = "/usr/lib/postgresql/15/bin/";

/// A port of the loopback interface that nobody listens on just now.
int freePort() {
  const int socketNumber = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (bind(socketNumber, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      getsockname(socketNumber, reinterpret_cast<sockaddr*>(&address), &size) != 0)
    throw std::runtime_error("No free port on 127.0.0.1.");
  close(socketNumber);
  return ntohs(address.sin_port);
}

/// Memory when there is plenty: a test makes and drops a database of a thousand files, and ext4 looks long
/// for numbers of files that were not deleted a minute ago.
std::string roomyPlace() {
  constexpr std::uintmax_t kPlenty = 3ULL << 30;
  std::error_code none;
  const auto space = std::filesystem::space("/dev/shm", none);
  return !none && space.available != static_cast<std::uintmax_t>(-1) && space.available > kPlenty ? "/dev/shm"
                                                                                                  : "/tmp";
}

/// Starts a program as nobody when we are root (PostgreSQL refuses to run as root), output to `log`. It dies
/// with us.
pid_t start(const std::vector<std::string>& words, const std::string& folder) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const passwd* nobody = getpwnam("nobody");
  const std::string log = folder + "/log";
  const pid_t child = fork();
  if (child != 0) return child;
  const int output = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
  dup2(output, 1);
  dup2(output, 2);
  if (chdir("/") != 0) _exit(126);
  if (geteuid() == 0 && nobody != nullptr &&
      (setgroups(0, nullptr) != 0 || setgid(nobody->pw_gid) != 0 || setuid(nobody->pw_uid) != 0))
    _exit(126);
  prctl(PR_SET_PDEATHSIG, SIGQUIT);
  setenv("HOME", folder.c_str(), 1);
  setenv("LC_ALL", "C.UTF-8", 1);
  execv(arguments.front(), arguments.data());
  _exit(127);
}

int waitFor(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

}  // namespace

PrivatePostgres& PrivatePostgres::instance() {
  static PrivatePostgres server(false);
  return server;
}

PrivatePostgres::PrivatePostgres(bool durable) : m_durable(durable) {
  if (!std::filesystem::exists(std::string(kPrograms) + "initdb"))
    throw std::runtime_error("PostgreSQL 15 is needed for these tests: apt-get install postgresql-15");
  m_folder = (durable ? std::string("/tmp") : roomyPlace()) + "/octad-postgres-XXXXXX";
  if (mkdtemp(m_folder.data()) == nullptr)
    throw std::runtime_error("The folder " + m_folder + " cannot be made.");
  const passwd* nobody = getpwnam("nobody");
  if (geteuid() == 0 && nobody != nullptr && chown(m_folder.c_str(), nobody->pw_uid, nobody->pw_gid) != 0)
    throw std::runtime_error("The folder of the test server cannot be given away.");
  const std::string data = m_folder + "/data";
  if (waitFor(start({std::string(kPrograms) + "initdb", "-D", data, "-U", "octad", "-A", "trust", "-E",
                     "UTF8", "--locale=C.UTF-8", "--no-sync"},
                    m_folder)) != 0)
    throw std::runtime_error("initdb failed; see " + m_folder + "/log");
  m_port = freePort();
  startServer();
}

void PrivatePostgres::startServer() {
  const std::string sync = m_durable ? "on" : "off";
  m_process =
      start({std::string(kPrograms) + "postgres", "-D", m_folder + "/data", "-p", std::to_string(m_port),
             "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=" + m_folder, "-c",
             "fsync=" + sync, "-c", "full_page_writes=" + sync, "-c", "max_connections=60", "-c",
             "shared_buffers=64MB", "-c", "max_wal_size=256MB"},
            m_folder);
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (true) {
    try {
      administer("select 1");
      return;
    } catch (const model::Error&) {
      if (std::chrono::steady_clock::now() > deadline) throw;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
  }
}

void PrivatePostgres::crash() {
  // The children notice the death of their parent within moments; none of them writes anything clean.
  kill(m_process, SIGKILL);
  waitFor(m_process);
  m_process = 0;
}

void PrivatePostgres::restart() {
  std::error_code ignored;
  std::filesystem::remove(m_folder + "/data/postmaster.pid", ignored);
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (true) {
    try {
      startServer();
      return;
    } catch (const model::Error&) {
      // Children of the crashed server may hold its shared memory a moment longer.
      waitFor(m_process);
      if (std::chrono::steady_clock::now() > deadline) throw;
    }
  }
}

PrivatePostgres::~PrivatePostgres() {
  if (m_process > 0) {
    kill(m_process, SIGQUIT);
    waitFor(m_process);
  }
  std::error_code ignored;
  std::filesystem::remove_all(m_folder, ignored);
}

std::string PrivatePostgres::url(const std::string& database) const {
  return "postgresql://octad@127.0.0.1:" + std::to_string(m_port) + "/" + database;
}

std::string PrivatePostgres::nextName() {
  return "t" + std::to_string(++m_names);
}

void PrivatePostgres::administer(const std::string& sql) const {
  db::Database database(db::DatabaseUrl(url("postgres")), {});
  const db::Lease lease = database.writer();
  db::postgres::runScript(lease.session(), sql);
}

}  // namespace octad::support
