#pragma once

#include <string>
#include <vector>

#include "audit/told/revision_diff.hpp"
#include "gui/viewmodels/translator.hpp"
#include "model/cases/case_file.hpp"

namespace octad::viewmodels {

/// A frozen answer or reply that can be chosen.
struct Revision {
  std::string label;  ///< "2 · 2026-11-20 14:03 · Liu Yang"
  std::string snapshot;
};

/// One field of two revisions, as a line of the comparison.
struct ComparedLine {
  std::string row;  ///< said once, in the first line of a row; "+ " when it is new, "− " when it is gone
  std::string field;
  std::string before;
  std::string after;
  told::RowFate fate = told::RowFate::kept;
  bool changed = false;
};

/// Two revisions side by side, changes only or everything.
class RevisionsViewModel {
 public:
  /// The newest and the one before are compared first. `revisions` are at least two, the oldest first.
  RevisionsViewModel(std::vector<Revision> revisions, const Translator& text);

  const std::vector<Revision>& revisions() const { return m_revisions; }
  std::size_t from() const { return m_from; }
  std::size_t to() const { return m_to; }
  bool onlyChanges() const { return m_onlyChanges; }
  void choose(std::size_t from, std::size_t to);
  void setOnlyChanges(bool only);

  const std::vector<ComparedLine>& lines() const { return m_lines; }
  /// "2 of 9 rows changed"
  const std::string& summary() const { return m_summary; }

 private:
  void compare();

  std::vector<Revision> m_revisions;
  const Translator& m_text;
  std::size_t m_from;
  std::size_t m_to;
  bool m_onlyChanges = true;
  std::vector<ComparedLine> m_lines;
  std::string m_summary;
};

/// What was submitted of a discipline, the oldest first.
std::vector<Revision> submittedRevisions(const model::CaseFile& file, model::DisciplineCode code,
                                         const model::Zone& zone);
/// What was sent to the customer, the oldest first.
std::vector<Revision> sentRevisions(const model::CaseFile& file, const model::Zone& zone,
                                    const Translator& text);

}  // namespace octad::viewmodels
