#include "gui/viewmodels/connection.hpp"

namespace octad::viewmodels {

using model::Message;
using model::tr;

std::string connectionWords(const Connection& connection, const Translator& text) {
  if (connection.embedded) return text(tr("a file of this computer"));
  if (!connection.protection.empty() && !connection.local)
    return text(Message(tr("{0}, certificate checked"), {connection.protection}));
  if (!connection.protection.empty()) return connection.protection;
  return text(tr("on this computer"));
}

}  // namespace octad::viewmodels
