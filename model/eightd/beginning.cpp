#include "model/eightd/beginning.hpp"

namespace octad::model {

std::string beginningOf(const std::string& text) {
  constexpr std::size_t kCharacters = 30;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((text[at] & 0xC0) == 0x80) continue;
    if (count++ == kCharacters) return text.substr(0, at) + "…";
  }
  return text;
}

}  // namespace octad::model
