#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/action_forms.hpp"
#include "gui/viewmodels/case_page.hpp"
#include "gui/viewmodels/list_read.hpp"
#include "model/eightd/lessons.hpp"

namespace octad::viewmodels {

enum class LessonColumn { family, failure, symptom, cause, from, published };

/// One part of a lesson as it is read: symptom, cause, action, proof.
struct LessonPart {
  const char* title = "";  ///< English text for the catalogue
  std::string text;
};

/// The library of known failures, searched in words of either language.
class LessonsViewModel final : public ListRead {
 public:
  explicit LessonsViewModel(Session& session);

  /// Reads the library and searches it, in the background.
  void refresh();
  const std::string& searched() const { return m_text; }
  /// Another text to search for; an empty one shows everything.
  void search(const std::string& text);

  long rowCount() const { return static_cast<long>(m_found.size()); }
  std::string cell(long row, LessonColumn column) const;
  /// The lesson of a row; null when there is no such row.
  const model::FoundLesson* at(long row) const;
  /// Its parts that say something, in the order they are read.
  std::vector<LessonPart> parts(long row) const;

 private:
  std::string m_text;
  std::vector<model::FoundLesson> m_found;
};

/// What stands on the page of a case about its lesson.
model::Message lessonState(const model::CaseFile& file);
/// Why the case cannot be put into the library, or its lesson be taken out; none when it can.
std::optional<model::Message> whyNotLesson(const CasePageViewModel& page);
std::optional<model::Message> whyNotWithdrawLesson(const CasePageViewModel& page);
/// Puts the case into the library (PublishLesson), filled in from its disciplines or from what stands there.
ActionForm lessonForm(const CasePageViewModel& page);
/// Takes it out (WithdrawLesson).
ActionForm withdrawLessonForm();

}  // namespace octad::viewmodels
