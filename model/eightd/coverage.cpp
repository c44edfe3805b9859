#include "model/eightd/coverage.hpp"

#include <algorithm>
#include <iterator>

namespace octad::model {

namespace {

using Points = std::vector<MissingPoint>;

/// The points of a table that are about this cause or action (or about none), taken out of the list.
Points taken(Points& points, std::string_view field, CauseId cause, ActionId action) {
  const auto first = std::stable_partition(points.begin(), points.end(), [&](const MissingPoint& point) {
    return point.field != field || point.causeId != cause || point.actionId != action;
  });
  Points out(std::make_move_iterator(first), std::make_move_iterator(points.end()));
  points.erase(first, points.end());
  return out;
}

/// Texts joined by " · "; empty ones are left out.
Message joined(std::vector<std::string> texts) {
  std::erase_if(texts, [](const std::string& text) { return text.empty(); });
  std::string id;
  for (std::size_t at = 0; at < texts.size(); ++at) id += (at == 0 ? "{" : " · {") + std::to_string(at) + "}";
  return {id, texts};
}

std::string dayOf(const std::optional<Date>& day) {
  return day ? day->iso() : std::string();
}

class Matrix {
 public:
  Matrix(const CaseFile& file, int lots)
      : m_file(file),
        m_d3(missingFor(DisciplineCode::d3, file)),
        m_d4(missingFor(DisciplineCode::d4, file)),
        m_d5(missingFor(DisciplineCode::d5, file)),
        m_d6(missingFor(DisciplineCode::d6, file)),
        m_d8(missingFor(DisciplineCode::d8, file, lots)) {}

  Coverage build() {
    for (const auto& cause : m_file.causes)
      if (cause.result != CauseResult::excluded) addCause(cause);
    // What is left of D4 and D5 is about no row: a kind of cause that is missing, or no action at all.
    addRest(CoverageSubject::noCause, m_d4, "causes", CoverageColumn::cause);
    for (const auto& action : m_file.actions)
      if (action.kind == ActionKind::corrective && !isShown(action)) addLooseAction(action);
    addRest(CoverageSubject::action, m_d5, "actions", CoverageColumn::action);
    addContainments();
    addEffect();
    return std::move(m_coverage);
  }

 private:
  bool isShown(const Action& action) const {
    return action.causeId && std::any_of(m_file.causes.begin(), m_file.causes.end(), [&](const Cause& cause) {
             return cause.id == *action.causeId && cause.result != CauseResult::excluded;
           });
  }

  void addCause(const Cause& cause) {
    CoverageRow row;
    row.causeId = cause.id;
    row.cell(CoverageColumn::cause).words = joined({translated(labelOf(cause.type)), cause.text});
    CoverageCell& proof = row.cell(CoverageColumn::causeProof);
    const auto steps =
        std::count_if(m_file.whySteps.begin(), m_file.whySteps.end(),
                      [&](const WhyStep& step) { return step.causeId == cause.id && !step.answer.empty(); });
    if (!cause.method.empty() || !cause.proof.empty())
      proof.words = joined({cause.method, cause.proof, dayOf(cause.verifiedOn)});
    if (steps > 0 && !proof.words.id.empty()) {
      proof.words.id += " · {" + std::to_string(proof.words.args.size()) + "}";
      proof.words.args.push_back(listed({{tr("why-steps: {0}"), {std::to_string(steps)}}}));
    }
    proof.missing = taken(m_d4, "causes", cause.id, {});
    bool any = false;
    for (const auto& action : m_file.actions) {
      if (action.kind != ActionKind::corrective || action.causeId != cause.id) continue;
      CoverageRow line = any ? CoverageRow() : row;
      line.causeId = cause.id;
      fillAction(line, action);
      if (!any) {
        Points none = taken(m_d5, "actions", cause.id, {});
        auto& missing = line.cell(CoverageColumn::action).missing;
        missing.insert(missing.end(), none.begin(), none.end());
      }
      any = true;
      m_coverage.rows.push_back(std::move(line));
    }
    if (any) return;
    row.cell(CoverageColumn::action).missing = taken(m_d5, "actions", cause.id, {});
    m_coverage.rows.push_back(std::move(row));
  }

  void fillAction(CoverageRow& row, const Action& action) {
    row.actionId = action.id;
    CoverageCell& what = row.cell(CoverageColumn::action);
    what.words = joined({action.text, action.owner, dayOf(action.dueOn)});
    what.missing = taken(m_d5, "actions", {}, action.id);
    CoverageCell& proof = row.cell(CoverageColumn::actionProof);
    proof.words = evidence(action);
    proof.missing = taken(m_d6, "actions", {}, action.id);
  }

  static Message evidence(const Action& action) {
    return joined({dayOf(action.doneOn), action.proof,
                   action.effectiveness ? std::to_string(*action.effectiveness) + " %" : std::string(),
                   action.checkedBy});
  }

  void addLooseAction(const Action& action) {
    CoverageRow row;
    row.subject = CoverageSubject::action;
    fillAction(row, action);
    m_coverage.rows.push_back(std::move(row));
  }

  void addRest(CoverageSubject subject, Points& points, std::string_view field, CoverageColumn column) {
    for (auto& point : points) {
      if (point.field != field) continue;
      CoverageRow row;
      row.subject = subject;
      row.cell(column).missing.push_back(std::move(point));
      m_coverage.rows.push_back(std::move(row));
    }
    std::erase_if(points, [field](const MissingPoint& point) { return point.field == field; });
  }

  void addContainments() {
    for (const auto& action : m_file.actions) {
      if (action.kind != ActionKind::containment) continue;
      CoverageRow row;
      row.subject = CoverageSubject::containment;
      row.actionId = action.id;
      row.cell(CoverageColumn::action).words = joined({action.text, action.owner, dayOf(action.dueOn)});
      CoverageCell& proof = row.cell(CoverageColumn::actionProof);
      proof.words = action.liftedOn ? joined({dayOf(action.doneOn), action.proof,
                                              listed({{tr("lifted {0}"), {action.liftedOn->iso()}}})})
                                    : evidence(action);
      proof.missing = taken(m_d8, "containment", {}, action.id);
      m_coverage.rows.push_back(std::move(row));
    }
    addRest(CoverageSubject::containment, m_d3, "actions", CoverageColumn::action);
  }

  void addEffect() {
    CoverageRow row;
    row.subject = CoverageSubject::effect;
    CoverageCell& proof = row.cell(CoverageColumn::actionProof);
    const Verification* newest = nullptr;
    for (const auto& check : m_file.verifications)
      if (!newest || newest->recordedAt < check.recordedAt) newest = &check;
    if (newest)
      proof.words =
          joined({newest->verifiedOn.iso(), translated(labelOf(newest->result)), newest->criterion});
    proof.missing = taken(m_d8, "verifications", {}, {});
    if (proof.mark() != CoverageMark::none) m_coverage.rows.push_back(std::move(row));
  }

  const CaseFile& m_file;
  Points m_d3;
  Points m_d4;
  Points m_d5;
  Points m_d6;
  Points m_d8;
  Coverage m_coverage;
};

}  // namespace

std::size_t Coverage::holes() const {
  std::size_t count = 0;
  for (const auto& row : rows)
    count += static_cast<std::size_t>(
        std::count_if(row.cells.begin(), row.cells.end(),
                      [](const CoverageCell& cell) { return cell.mark() == CoverageMark::hole; }));
  return count;
}

Coverage coverageOf(const CaseFile& file, int verificationLots) {
  return Matrix(file, verificationLots).build();
}

}  // namespace octad::model
