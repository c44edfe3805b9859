#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/core/enum_keys.hpp"
#include "model/core/message.hpp"

namespace octad::told {

/// What became of a row between two revisions.
enum class RowFate { kept, changed, added, removed };

/// A field as it was and as it became; empty where the row was not there.
struct RevisionField {
  model::Message label;
  model::Message before;
  model::Message after;
  bool changed() const { return !(before == after); }
};

/// One row of an answer: the wording, a cause, an action …
struct RevisionRow {
  std::string table;     ///< "causes", as in exports
  model::Message title;  ///< "Cause: Torque set too low"
  RowFate fate = RowFate::kept;
  std::vector<RevisionField> fields;
};

/// Two frozen answers (Submission::snapshot) or replies (Reply::snapshot) side by side, row by row by their
/// keys, in the order of the later one; what went stands behind its table. Keys, versions and states are left
/// out. An unreadable text has no rows.
std::vector<RevisionRow> compareRevisions(const std::string& before, const std::string& after);

/// Rows that are not as they were.
std::size_t changedRows(const std::vector<RevisionRow>& rows);

}  // namespace octad::told

template <>
struct octad::model::EnumKeys<octad::told::RowFate> {
  static constexpr std::array entries{
      EnumEntry<octad::told::RowFate>{octad::told::RowFate::kept, "kept", tr("as before")},
      EnumEntry<octad::told::RowFate>{octad::told::RowFate::changed, "changed", tr("changed")},
      EnumEntry<octad::told::RowFate>{octad::told::RowFate::added, "added", tr("new")},
      EnumEntry<octad::told::RowFate>{octad::told::RowFate::removed, "removed", tr("gone")},
  };
};
