#pragma once

#include <string>
#include <vector>

#include "model/core/message.hpp"
#include "model/eightd/failure_words.hpp"
#include "model/eightd/problem.hpp"

namespace octad::model {

/// What a case is compared by.
struct CaseTraits {
  std::string family;  ///< of the part; may be empty
  std::string part;    ///< its number
  std::string failure;
  std::string text;                        ///< title, customer's words, statement
  std::vector<CauseBranch> causeBranches;  ///< of the confirmed causes
  std::vector<std::string> causes;         ///< their texts

  static constexpr auto describe() {
    return members(member("family", &CaseTraits::family), member("part", &CaseTraits::part),
                   member("failure", &CaseTraits::failure), member("text", &CaseTraits::text),
                   member("cause_branches", &CaseTraits::causeBranches),
                   member("causes", &CaseTraits::causes));
  }
};

/// How alike two cases are, and by what.
struct Similarity {
  int score = 0;  ///< percent
  bool samePart = false;
  bool sameFamily = false;
  int failure = 0;         ///< percent
  int text = 0;            ///< percent
  bool sameCause = false;  ///< category of a confirmed cause

  /// In words, the strongest first: same part family, same failure, text 63 % …
  std::vector<Message> reasons() const;
};

/// From this score on a case is taken for similar: a CQE who handles one wants to see the other.
constexpr int kSimilarFrom = 50;

/// Compares one case with many. The same input gives the same score, whatever else there is.
class SimilarityMeter {
 public:
  SimilarityMeter(const FailureReader& reader, const CaseTraits& self);

  Similarity compare(const CaseTraits& other) const;

 private:
  struct Reading {
    TextTraits failure;
    TextTraits text;  ///< of failure and text together
    TextTraits causes;
  };
  Reading read(const CaseTraits& traits) const;
  bool sameFamily(const CaseTraits& other) const;
  double failureLikeness(const Reading& other) const;

  const FailureReader& m_reader;
  CaseTraits m_self;
  Reading m_reading;
};

}  // namespace octad::model
