#include "model/core/one_line.hpp"

namespace octad::model {

std::string oneLine(std::string_view text) {
  std::string line;
  for (const char letter : text) {
    const bool blank = static_cast<unsigned char>(letter) <= ' ' || letter == '\x7f';
    if (!blank)
      line += letter;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace octad::model
