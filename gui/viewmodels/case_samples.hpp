#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/chip_look.hpp"
#include "model/cases/case_file.hpp"
#include "model/core/zone.hpp"

namespace octad::viewmodels {

/// One arrival of a sample, or the note that none will come.
struct CaseSampleRow {
  model::SampleId id;
  bool toCome = true;
  bool arrived = false;
  bool markable = false;  ///< waits until it is said that it can be analysed
  std::string arrivedAt;  ///< at the site
  std::string analysableAt;
  long long quantity = 0;
  std::string holder;      ///< who has it now, and where
  model::Message consent;  ///< "✓ Granted"; without a text when nobody was asked
  Tone consentTone = Tone::neutral;
  std::string note;
  std::string returnNumber;  ///< it became a line of this return, whose ledger says where it is
};

/// Samples, the newest first.
std::vector<CaseSampleRow> caseSampleRows(const model::CaseFile& file, const model::Zone& zone);

/// One step of the way of a sample.
struct SampleStep {
  std::string when;
  model::Message what;  ///< "Wang Fang, shelf 3", "Destructive test: Granted (Ms Bauer)"
  bool now = false;     ///< this is where it is
  std::string note;
};

/// The way of a sample through all hands with the customer's words about it, the newest first.
std::vector<SampleStep> sampleWay(const model::CaseFile& file, model::SampleId id, const model::Zone& zone);

/// Whether the case waits for a sample, since when and whose turn it is.
struct SampleWait {
  model::Message words;  ///< "Waiting for the sample: 5 days, the customer is to be reminded"
  bool remind = false;
};
std::optional<SampleWait> sampleWait(const model::CaseFile& file, const model::Zone& zone,
                                     model::Instant now);

}  // namespace octad::viewmodels
