#include "gui/viewmodels/revisions.hpp"

#include <algorithm>

namespace octad::viewmodels {

using model::Message;
using model::tr;

RevisionsViewModel::RevisionsViewModel(std::vector<Revision> revisions, const Translator& text)
    : m_revisions(std::move(revisions)),
      m_text(text),
      m_from(m_revisions.size() - 2),
      m_to(m_revisions.size() - 1) {
  compare();
}

void RevisionsViewModel::choose(std::size_t from, std::size_t to) {
  m_from = std::min(from, m_revisions.size() - 1);
  m_to = std::min(to, m_revisions.size() - 1);
  compare();
}

void RevisionsViewModel::setOnlyChanges(bool only) {
  m_onlyChanges = only;
  compare();
}

void RevisionsViewModel::compare() {
  m_lines.clear();
  const auto rows = told::compareRevisions(m_revisions[m_from].snapshot, m_revisions[m_to].snapshot);
  for (const auto& row : rows) {
    const char* sign = row.fate == told::RowFate::added     ? "+ "
                       : row.fate == told::RowFate::removed ? "− "
                                                            : "";
    std::string title = sign + m_text(row.title);
    for (const auto& field : row.fields) {
      if (m_onlyChanges && !field.changed()) continue;
      m_lines.push_back(
          {title, m_text(field.label), m_text(field.before), m_text(field.after), row.fate, field.changed()});
      title.clear();
    }
  }
  m_summary = m_text(Message(tr("{0} of {1} rows changed"),
                             {std::to_string(told::changedRows(rows)), std::to_string(rows.size())}));
}

std::vector<Revision> submittedRevisions(const model::CaseFile& file, model::DisciplineCode code,
                                         const model::Zone& zone) {
  std::vector<const model::Submission*> found;
  for (const auto& submission : file.submissions)
    if (submission.discipline == code) found.push_back(&submission);
  std::sort(found.begin(), found.end(),
            [](const auto* one, const auto* other) { return one->revision < other->revision; });
  std::vector<Revision> revisions;
  for (const auto* submission : found)
    revisions.push_back({std::to_string(submission->revision) + " · " +
                             timeText(zone, submission->submittedAt) + " · " +
                             file.personName(submission->submittedBy),
                         submission->snapshot});
  return revisions;
}

std::vector<Revision> sentRevisions(const model::CaseFile& file, const model::Zone& zone,
                                    const Translator& text) {
  std::vector<const model::Reply*> found;
  for (const auto& reply : file.replies) found.push_back(&reply);
  std::stable_sort(found.begin(), found.end(),
                   [](const auto* one, const auto* other) { return one->sentAt < other->sentAt; });
  std::vector<Revision> revisions;
  for (const auto* reply : found)
    revisions.push_back({text.label(reply->stage) + " " + std::to_string(reply->revision) + " · " +
                             timeText(zone, reply->sentAt),
                         reply->snapshot});
  return revisions;
}

}  // namespace octad::viewmodels
