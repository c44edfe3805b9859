#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/discipline_draft.hpp"
#include "gui/viewmodels/discipline_tables.hpp"
#include "gui/viewmodels/field_conflict.hpp"
#include "gui/viewmodels/row_table.hpp"
#include "model/cases/case_file.hpp"
#include "model/usecases/save_discipline.hpp"

namespace octad::viewmodels {

/// What is edited on the page of one discipline. Holds its own copy of the content; nothing typed is lost
/// until `load` is told so.
class DisciplineViewModel {
 public:
  /// `departments` are offered for actions; those mentioned in the file when empty.
  DisciplineViewModel(const model::CaseFile& file, model::DisciplineCode code,
                      std::vector<model::Department> departments = {});
  DisciplineViewModel(const DisciplineViewModel&) = delete;
  DisciplineViewModel& operator=(const DisciplineViewModel&) = delete;

  model::DisciplineCode code() const { return m_code; }
  /// Takes the stored content, forgetting edits.
  void load(const model::CaseFile& file);
  /// After a refresh: keeps what is being edited, takes the stored content when nothing is. Returns false
  /// when edits were kept although the stored content is another one (a save will meet a conflict).
  bool refresh(const model::CaseFile& file);

  /// Unsaved changes, refused values included.
  bool dirty() const;
  /// The first value that cannot be saved, with its sentence.
  std::optional<model::Message> firstError() const;
  /// What to give to SaveDiscipline (rows that stayed empty left out).
  model::DisciplineContent toSave() const;

  std::string text() const { return m_content.text; }
  std::string textCustomer() const { return m_content.textCustomer; }
  void setText(const std::string& value) { m_content.text = value; }
  void setTextCustomer(const std::string& value) { m_content.textCustomer = value; }
  std::string cleanPoint() const { return m_content.cleanPoint; }
  void setCleanPoint(const std::string& value) { m_content.cleanPoint = value; }
  std::string cleanPointDate() const;
  /// Returns why not when the date cannot be taken.
  std::optional<model::Message> setCleanPointDate(const std::string& value);

  /// The tables of this discipline, the same objects as long as this lives, in the order of the page: D1
  /// team; D2 facts, Is / Is not; D3 sweep, actions; D4 causes; D5 candidates, actions; D6 validation plan,
  /// actions; D7 document changes, actions, read-across; D8 recognition.
  const std::vector<std::unique_ptr<RowTable>>& tables() const { return m_tables; }
  RowTable* table(const std::string& key) const;

  // D4: the why-tree of a cause
  const std::vector<model::Cause>& causes() const { return m_content.causes; }
  const std::vector<model::WhyStep>& whySteps() const { return m_content.whySteps; }
  /// The main chain of a cause, in order.
  std::vector<model::WhyStep> stepsOf(model::CauseId cause) const;
  /// Adds a step at the end of the main chain, or as a branch of `parent`; gives back its key.
  model::WhyStepId addStep(model::CauseId cause, const std::string& answer, const std::string& evidence,
                           std::optional<model::WhyStepId> parent = std::nullopt);
  void changeStep(model::WhyStepId step, const std::string& answer, const std::string& evidence);
  void markRootCause(model::WhyStepId step, bool rootCause);
  /// What hangs on the step hangs on the one before it then.
  void removeStep(model::WhyStepId step);
  /// D5: makes an action of the candidate in this row; gives back the row of the action.
  int takeCandidate(int row);
  void removeCause(int row);  ///< with its whys; actions keep no reference to it

  /// What is edited now, to be kept in the journal; the caller sets its time.
  DisciplineDraft draft() const;
  /// Goes on from a draft. What others stored since then is met as a conflict when it is saved.
  void useDraft(const DisciplineDraft& draft);
  /// True when the draft holds nothing that is not stored.
  bool isStored(const DisciplineDraft& draft) const;

  /// Compares what is edited with what somebody else saved.
  std::vector<FieldConflict> conflicts(const model::CaseFile& theirs) const;
  /// Starts again from `theirs` with the chosen fields of mine put in; rows only I have are kept.
  void resolve(const model::CaseFile& theirs, const std::vector<FieldConflict>& choices);

 private:
  void buildTables();
  void readCounts(const model::CaseFile& file);
  void takeCounts(model::DisciplineContent& content) const;
  void fillFixedRows(model::DisciplineContent& content) const;
  model::DisciplineContent contentOf(const model::CaseFile& file) const;

  model::DisciplineCode m_code;
  std::vector<model::Department> m_allDepartments;
  std::vector<FieldChoice> m_departments;
  std::vector<FieldChoice> m_storedCauses;  ///< D5, D6: the causes an action can be against
  CountedSweeps m_counted;                  ///< D3
  model::DisciplineContent m_content;
  model::DisciplineContent m_base;
  std::optional<std::string> m_refusedDate;
  std::vector<std::unique_ptr<RowTable>> m_tables;
};

/// The mark of a state in the step bar: ✓ approved, ◐ submitted, ✗ rejected, ○ open, – not required.
const char* stateMark(model::DisciplineState state);

/// What a row is called in a list of differences: its first written line.
std::string rowName(const RowTable& table, int row);

}  // namespace octad::viewmodels
