#include "cli/verbs/prompt.hpp"

#include <iostream>
#include <termios.h>
#include <unistd.h>

#include "cli/verbs/context.hpp"

namespace octad::cli {
namespace {

/// While it lives, the terminal does not show what is typed.
class Hidden {
 public:
  Hidden() {
    if (!canAsk() || tcgetattr(STDIN_FILENO, &m_shown) != 0) return;
    termios hidden = m_shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    m_active = tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0;
  }
  ~Hidden() {
    if (m_active) tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_shown);
  }
  Hidden(const Hidden&) = delete;
  Hidden& operator=(const Hidden&) = delete;

 private:
  termios m_shown{};
  bool m_active = false;
};

}  // namespace

bool canAsk() {
  return isatty(STDIN_FILENO) != 0;
}

std::optional<std::string> askHidden(Context& context, const model::Message& question) {
  const bool person = canAsk();
  if (person) context.err() << context.text(question) << std::flush;
  std::string typed;
  {
    const Hidden hidden;
    if (!std::getline(context.in(), typed)) return std::nullopt;
  }
  if (person) context.err() << '\n';
  return typed;
}

}  // namespace octad::cli
