#pragma once

#include <string>
#include <vector>

#include "model/audit/reading.hpp"
#include "model/cases/case_file.hpp"

namespace octad::model {

/// One question of the checklist to one case. The questions are in our own words; the clause says where in
/// IATF 16949:2016 the subject is treated.
struct ClausePoint {
  std::string key;     ///< stable: "suspect", "customer_told" …
  std::string clause;  ///< "8.7.1.3"
  Message question;
  std::vector<Message> found;    ///< what the records of the case say
  std::vector<Message> missing;  ///< what they should say and do not; empty: nothing
  Message notApplicable;         ///< why the question does not arise; empty id: it does

  bool applies() const { return notApplicable.id.empty(); }
};

/// What is known beside the case file.
struct ChecklistFacts {
  CaseProof proof;
  long long trailFaults = 0;  ///< of the check of its audit chains
  Instant now;
  std::optional<Date> keepUntil = {};  ///< of a closed case by its policy
  Message notCounted = {};             ///< why the policy leaves it out of the counts; empty: it does not
};

/// The checklist for 8.7.1, 10.2.3 to 10.2.6, 9.1.2.1 and 7.5.3.2.1, filled in from one case. Pure: the same
/// file and facts give the same list.
std::vector<ClausePoint> clauseChecklist(const CaseFile& file, const ChecklistFacts& facts);

/// Points with something missing.
long long missingPoints(const std::vector<ClausePoint>& checklist);

}  // namespace octad::model
