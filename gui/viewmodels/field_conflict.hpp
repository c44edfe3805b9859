#pragma once

#include <string>

namespace octad::viewmodels {

/// One field that somebody else saved differently meanwhile: mine and theirs side by side.
struct FieldConflict {
  std::string table;       ///< key of the table, or name of the field of a form; empty for the narrative
  const char* where = "";  ///< title of table or field; empty when the label says it all
  std::string row;         ///< what the row is called; empty for the narrative
  long long mineId = 0;    ///< row ids, 0 when the row is missing there
  long long theirsId = 0;
  int field = 0;
  std::string label;
  std::string mine;  ///< as shown
  std::string theirs;
  bool changedByMe = false;  ///< against what both started from
  bool keepMine = true;      ///< the choice; preset to whoever changed the field
};

}  // namespace octad::viewmodels
