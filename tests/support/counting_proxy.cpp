#include "tests/support/counting_proxy.hpp"

#include <array>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace octad::support {
namespace {

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  return address;
}

int connectTo(int port) {
  const int made = socket(AF_INET, SOCK_STREAM, 0);
  const sockaddr_in address = loopback(port);
  if (connect(made, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("The proxy does not reach the test server.");
  return made;
}

/// One connection of the program, and the one made for it to the server.
struct Pair {
  int program;
  int server;
  bool programSpeaks = false;  ///< since the server was heard last
};

/// Passes on what is there; false at the end of the connection.
bool pass(int from, int to) {
  std::array<char, 65536> bytes{};
  const ssize_t got = read(from, bytes.data(), bytes.size());
  if (got <= 0) return false;
  for (ssize_t done = 0; done < got;) {
    const ssize_t put = send(to, bytes.data() + done, static_cast<std::size_t>(got - done), MSG_NOSIGNAL);
    if (put <= 0) return false;
    done += put;
  }
  return true;
}

}  // namespace

CountingProxy::CountingProxy(const std::string& server) {
  const std::string host = "127.0.0.1:";
  const std::size_t at = server.find(host) + host.size();
  const std::size_t end = server.find('/', at);
  m_serverPort = std::stoi(server.substr(at, end - at));
  m_listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  if (bind(m_listener, reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(m_listener, 20) != 0 ||
      getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size) != 0)
    throw std::runtime_error("No free port on 127.0.0.1.");
  m_url = server.substr(0, at) + std::to_string(ntohs(address.sin_port)) + server.substr(end);
  m_thread = std::thread([this] { serve(); });
}

CountingProxy::~CountingProxy() {
  m_stop = true;
  m_thread.join();
  close(m_listener);
}

void CountingProxy::serve() {
  std::vector<Pair> pairs;
  while (!m_stop) {
    std::vector<pollfd> sockets{{m_listener, POLLIN, 0}};
    for (const Pair& pair : pairs) {
      sockets.push_back({pair.program, POLLIN, 0});
      sockets.push_back({pair.server, POLLIN, 0});
    }
    poll(sockets.data(), sockets.size(), 20);
    for (std::size_t i = pairs.size(); i-- > 0;) {
      Pair& pair = pairs[i];
      bool open = true;
      if (sockets[2 * i + 2].revents != 0) {
        pair.programSpeaks = false;
        open = pass(pair.server, pair.program);
      }
      if (open && sockets[2 * i + 1].revents != 0) {
        if (!pair.programSpeaks) ++m_trips;
        pair.programSpeaks = true;
        open = pass(pair.program, pair.server);
      }
      if (open) continue;
      close(pair.program);
      close(pair.server);
      pairs.erase(pairs.begin() + static_cast<std::ptrdiff_t>(i));
    }
    if (sockets[0].revents != 0)
      pairs.push_back({accept(m_listener, nullptr, nullptr), connectTo(m_serverPort)});
  }
  for (const Pair& pair : pairs) {
    close(pair.program);
    close(pair.server);
  }
}

}  // namespace octad::support
