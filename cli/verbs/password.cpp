#include "cli/verbs/password.hpp"

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <istream>
#include <ostream>
#include <termios.h>
#include <unistd.h>

#include "cli/verbs/context.hpp"
#include "cli/verbs/verb.hpp"
#include "model/core/error.hpp"

namespace octad::cli {

using model::tr;

namespace {

/// What is typed is not shown for as long as it lives.
class Unseen {
 public:
  Unseen() {
    tcgetattr(STDIN_FILENO, &m_before);
    termios silent = m_before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  ~Unseen() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

 private:
  termios m_before{};
};

std::string firstLine(const std::string& text) {
  const auto end = text.find_first_of("\r\n");
  return text.substr(0, end);
}

std::string fromTerminal(Context& context) {
  std::string line;
  context.err() << context.text(tr("Password:")) << ' ' << std::flush;
  {
    const Unseen unseen;
    std::getline(context.in(), line);
  }
  context.err() << '\n';
  return line;
}

}  // namespace

std::string typedPassword(Context& context, const Arguments& arguments) {
  if (arguments.has("password-file")) return firstLine(context.readText(arguments.text("password-file")));
  if (&context.in() == &std::cin && isatty(STDIN_FILENO) == 1) return fromTerminal(context);
  if (const char* given = std::getenv("PGPASSWORD")) return given;
  throw model::Invalid("password",
                       tr("Signing needs your password: answer the question at a terminal, or give "
                          "--password-file."));
}

}  // namespace octad::cli
