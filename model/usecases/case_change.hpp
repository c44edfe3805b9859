#pragma once

#include <functional>
#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// How every change of one case runs: right checked, request recognised, case locked and read, `edit`
/// applied, clocks and summary brought up to date, committed. Private to the use cases.
struct CaseChange {
  Workplace& workplace;
  std::string useCase;
  Right right = Right::handleComplaint;
  CaseTarget target;
  std::string reason;
  std::string fingerprint;
  bool openCasesOnly = true;  ///< Refused("closed") on closed, archived and cancelled cases
};

/// What `edit` works with.
struct CaseEdit {
  UnitOfWork& unit;
  CaseFile& file;
  Instant now;
  const Actor& actor;
};

Saved changeCase(const CaseChange& change, const std::function<void(CaseEdit&)>& edit);

}  // namespace octad::model
