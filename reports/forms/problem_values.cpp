// D1 team and D2 problem description.
#include <algorithm>

#include "reports/forms/case_words.hpp"
#include "reports/forms/report_subject.hpp"

namespace octad::reports {

Value teamRows(const ReportSubject& subject) {
  std::vector<const model::TeamMember*> ordered;
  for (const auto& member : subject.file.team) ordered.push_back(&member);
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto* left, const auto* right) { return left->role < right->role; });
  Value rows{Value::List{}};
  for (const auto* member : ordered) {
    rows.add(Value()
                 .set("role", subject.labels.of(member->role))
                 .set("name", member->name)
                 .set("department", member->department)
                 .set("contact", member->contact));
  }
  return rows;
}

Value factRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  for (const auto& entry : model::EnumKeys<model::Question>::entries) {
    for (const auto& fact : subject.file.facts) {
      const auto& answer = forCustomer(fact.answerCustomer, fact.answer);
      if (fact.question != entry.value || answer.empty()) continue;
      rows.add(Value().set("question", subject.labels.text(entry.label)).set("answer", answer));
    }
  }
  return rows;
}

Value isNotRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  for (const auto& row : subject.file.isNots)
    rows.add(Value()
                 .set("question", subject.labels.of(row.question))
                 .set("is", row.isFact)
                 .set("isNot", row.isNot)
                 .set("distinction", row.distinction)
                 .set("changed", row.changed));
  return rows;
}

}  // namespace octad::reports
