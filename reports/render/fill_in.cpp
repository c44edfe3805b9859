#include "reports/render/fill_in.hpp"

#include <cstddef>

namespace octad::reports {

std::string fillIn(std::string_view sentence, const std::vector<std::string>& args) {
  std::string out;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const bool place = sentence[i] == '{' && i + 2 < sentence.size() && sentence[i + 2] == '}' &&
                       sentence[i + 1] >= '0' && sentence[i + 1] <= '9';
    const auto index = place ? static_cast<std::size_t>(sentence[i + 1] - '0') : args.size();
    if (index >= args.size()) {
      out += sentence[i];
      continue;
    }
    out += args[index];
    i += 2;
  }
  return out;
}

}  // namespace octad::reports
