#include "tests/mail/smtp_sink.hpp"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace octad::tests {

SmtpSink::SmtpSink() {
  std::string folder = (std::filesystem::temp_directory_path() / "octad-mail-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("no folder for the mails");
  m_folder = folder;
  std::array<int, 2> in{};
  std::array<int, 2> out{};
  if (pipe(in.data()) != 0 || pipe(out.data()) != 0) throw std::runtime_error("no pipes");
  const std::string script = std::string(OCTAD_SOURCE_DIR) + "/tests/support/smtp_sink.py";
  const std::string file = m_folder + "/mails";
  m_child = fork();
  if (m_child == 0) {
    dup2(in[0], STDIN_FILENO);
    dup2(out[1], STDOUT_FILENO);
    for (const int end : {in[0], in[1], out[0], out[1]}) close(end);
    execlp("python3", "python3", script.c_str(), file.c_str(), nullptr);
    _exit(127);
  }
  close(in[0]);
  close(out[1]);
  m_input = in[1];
  FILE* answers = fdopen(out[0], "r");
  if (std::fscanf(answers, "%d", &m_port) != 1) throw std::runtime_error("the mail server did not start");
  std::fclose(answers);
}

SmtpSink::~SmtpSink() {
  close(m_input);
  waitpid(m_child, nullptr, 0);
  std::error_code ignored;
  std::filesystem::remove_all(m_folder, ignored);
}

std::vector<nlohmann::json> SmtpSink::mails() const {
  std::vector<nlohmann::json> all;
  std::ifstream file(m_folder + "/mails");
  for (std::string line; std::getline(file, line);) all.push_back(nlohmann::json::parse(line));
  return all;
}

std::vector<std::string> SmtpSink::reports() const {
  std::vector<std::string> paths;
  for (std::string path;
       std::filesystem::exists(path = m_folder + "/mails." + std::to_string(paths.size() + 1) + ".eml");)
    paths.push_back(path);
  return paths;
}

}  // namespace octad::tests
