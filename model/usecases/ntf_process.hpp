#pragma once

#include <optional>
#include <string>

#include "model/returns/return_records.hpp"
#include "model/usecases/return_target.hpp"

namespace octad::model {

/// The dossier of a line without trouble found, as written so far; `conclude` ends it.
struct NtfEntry {
  ReturnTarget target;
  DossierId dossierId;  ///< 0: opens a new one for `lineId`
  ReturnLineId lineId;
  std::string trigger;  ///< why it is opened when the rule does not ask for it
  std::string dataCollection;
  std::string systemTest;
  std::string processStudy;
  std::string result;
  Liability liability = Liability::undetermined;
  std::optional<int> technicalFactor;
  std::string agreedWith;
  std::optional<Date> agreedOn;
  bool conclude = false;

  static constexpr auto describe() {
    return members(
        member("target", &NtfEntry::target), member("dossier_id", &NtfEntry::dossierId),
        member("line_id", &NtfEntry::lineId), member("trigger", &NtfEntry::trigger),
        member("data_collection", &NtfEntry::dataCollection), member("system_test", &NtfEntry::systemTest),
        member("process_study", &NtfEntry::processStudy), member("result", &NtfEntry::result),
        member("liability", &NtfEntry::liability), member("technical_factor", &NtfEntry::technicalFactor),
        member("agreed_with", &NtfEntry::agreedWith), member("agreed_on", &NtfEntry::agreedOn),
        member("conclude", &NtfEntry::conclude));
  }
};

/// Invalid names what is missing before it can be concluded; Refused("concluded") afterwards.
class WriteNtfDossier {
 public:
  explicit WriteNtfDossier(Workplace workplace) : m_workplace(std::move(workplace)) {}
  ReturnSaved execute(const NtfEntry& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
