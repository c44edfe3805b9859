#pragma once

#include <string>
#include <vector>

#include "model/cases/master_data.hpp"
#include "model/eightd/problem.hpp"

namespace octad::demo {

/// A text in the two languages of the factory: what is written inside, and what the customer reads.
struct Bilingual {
  std::string inside;
  std::string customer;
};

struct StoryCause {
  model::CauseType type;
  Bilingual text;
  std::string method;
  std::string proof;
  std::vector<std::pair<std::string, std::string>> whySteps;  ///< answer, evidence
  Bilingual action;
  std::string actionOwner;
};

/// What can go wrong with one part: everything that an 8D about it needs.
struct Story {
  std::string part;
  std::string failure;
  std::string failureEn;
  model::DefectKind kind;
  std::string department;  ///< code of the one that answers
  std::string verbatimZh;
  std::string verbatimEn;
  Bilingual emergency;
  std::string where;
  std::string how;
  Bilingual containment;
  std::vector<StoryCause> causes;
  Bilingual readAcross;
  std::string document;  ///< work instruction that changes
};

/// The failures of the demonstration factory.
const std::vector<Story>& stories();

}  // namespace octad::demo
