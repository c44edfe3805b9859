#pragma once

#include <optional>
#include <string>

#include "model/audit/reading.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::model {

/// Puts on record that somebody who looks at the records from outside opened a case, drew a sample or took a
/// package along. Refused("right") without the auditor's place.
class NoteReading {
 public:
  explicit NoteReading(Workplace workplace) : m_workplace(std::move(workplace)) {}
  void execute(ReadingKind kind, std::optional<ComplaintId> id, const std::string& note);
  /// That a case was opened; nothing where the database cannot be written at all, such as a copy on a disc.
  void noteOpening(ComplaintId id);

 private:
  Workplace m_workplace;
};

/// True for those whose every opening of a case is noted: auditors who do not work on cases themselves.
bool isWatchedReader(const Actor& actor);

}  // namespace octad::model
