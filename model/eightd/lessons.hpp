#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/cases/case_file.hpp"
#include "model/eightd/similarity.hpp"

namespace octad::model {

/// A lesson as the library shows it.
struct KnownFailure {
  Lesson lesson;
  std::string problemNumber;  ///< empty when the reader may not see the problem
  std::string caseNumber;     ///< of a case of the problem that the reader may open; else empty
  ComplaintId caseId;         ///< its key, or none

  static constexpr auto describe() {
    return members(member("lesson", &KnownFailure::lesson), member("problem", &KnownFailure::problemNumber),
                   member("case", &KnownFailure::caseNumber), member("case_id", &KnownFailure::caseId));
  }
};

/// A lesson that was found, and how well it fits.
struct FoundLesson {
  KnownFailure known;
  int score = 0;  ///< percent
};

/// What a problem taught, filled in from its disciplines: the failure and its statement, the confirmed
/// causes, the corrective actions, and the proofs. Names no customer.
Lesson lessonFrom(const CaseFile& file);

/// True from the approved D6 on, or when the case is closed: before that nothing is proven.
bool mayBeLesson(const CaseFile& file);

/// Lessons whose words are those searched, in either language, the best first; every one, the newest first,
/// when nothing is searched.
std::vector<FoundLesson> searchLessons(const FailureReader& words, std::vector<KnownFailure> lessons,
                                       std::string_view text);

/// Lessons that fit a complaint being typed, the best first, at most `limit`.
std::vector<FoundLesson> fittingLessons(const FailureReader& words, std::vector<KnownFailure> lessons,
                                        const CaseTraits& traits, std::size_t limit);

}  // namespace octad::model
