#pragma once

#include <optional>
#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// What was sorted at one location on one day.
struct SweepEntry {
  std::string requestId;  ///< makes a repeated save happen once
  SweepRowId sweepId;
  std::optional<Date> countedOn;  ///< today when not given
  long long ok = 0;
  long long ng = 0;
  long long rework = 0;
  bool correction = false;  ///< takes back what was counted too many; needs a note
  std::string note;

  static constexpr auto describe() {
    return members(member("sweep_id", &SweepEntry::sweepId), member("counted_on", &SweepEntry::countedOn),
                   member("ok", &SweepEntry::ok), member("ng", &SweepEntry::ng),
                   member("rework", &SweepEntry::rework), member("correction", &SweepEntry::correction),
                   member("note", &SweepEntry::note));
  }
};

/// Enters a count without opening the case (S3-D37). Invalid("ok") "7 counted, but only 5 are open at Raw
/// material". Gives the pieces still open there.
class CountSweep {
 public:
  explicit CountSweep(Workplace workplace) : m_workplace(std::move(workplace)) {}
  long long execute(const SweepEntry& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
