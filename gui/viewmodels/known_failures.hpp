#pragma once

#include <string>
#include <vector>

#include "gui/viewmodels/new_complaint.hpp"
#include "gui/viewmodels/session.hpp"
#include "gui/viewmodels/signal.hpp"
#include "model/eightd/lessons.hpp"
#include "model/eightd/similar_cases.hpp"

namespace octad::viewmodels {

/// "cause → action", the first line of each.
std::string lessonInShort(const model::Lesson& lesson);

/// What is known already about the complaint that is being typed: lessons and open cases like it. Read in the
/// background; whoever types is never kept waiting.
class KnownFailuresViewModel {
 public:
  explicit KnownFailuresViewModel(Session& session) : m_session(session) {}
  KnownFailuresViewModel(const KnownFailuresViewModel&) = delete;
  KnownFailuresViewModel& operator=(const KnownFailuresViewModel&) = delete;

  /// Looks again when part, failure or words are others than the last time.
  void look(const ComplaintDraft& draft);
  const std::vector<model::FoundLesson>& lessons() const { return m_lessons; }
  const std::vector<model::SimilarCase>& cases() const { return m_cases; }

  Signal changed;

 private:
  Session& m_session;
  std::string m_lookedFor;
  std::vector<model::FoundLesson> m_lessons;
  std::vector<model::SimilarCase> m_cases;
  Lifetime m_reads;
};

}  // namespace octad::viewmodels
