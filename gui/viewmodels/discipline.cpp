#include "gui/viewmodels/discipline.hpp"

#include <algorithm>

#include "model/core/fingerprint.hpp"

namespace octad::viewmodels {

using model::CaseFile;
using model::CauseId;
using model::DisciplineCode;
using model::DisciplineContent;
using model::DisciplineState;
using model::tr;
using model::WhyStep;
using model::WhyStepId;

namespace {

std::string dateText(const std::optional<model::Date>& date) {
  return date ? date->iso() : std::string();
}

/// One row for every value of an enumeration, in its order; the ones not stored yet have negative ids.
template <class Row, class Enum>
void oneRowEach(std::vector<Row>& rows, Enum Row::*member) {
  std::vector<Row> all;
  for (const auto& entry : model::EnumKeys<Enum>::entries) {
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.*member == entry.value; });
    Row row;
    row.*member = entry.value;
    row.id.value = -static_cast<long long>(all.size()) - 1;
    all.push_back(found == rows.end() ? row : *found);
  }
  rows = std::move(all);
}

bool isBlank(const model::Fact& fact) {
  return fact.answer.empty() && fact.answerCustomer.empty();
}
bool isBlank(const model::SweepRow& row) {
  return row.suspect == 0 && row.ok == 0 && row.ng == 0 && row.rework == 0 && row.unreachable == 0 &&
         row.notApplicable.empty() && row.riskAcceptedBy.empty();
}

/// Rows that were only put there to be filled in and stayed empty are not stored.
template <class Row>
void dropBlank(std::vector<Row>& rows) {
  std::erase_if(rows, [](const Row& row) { return row.id.value <= 0 && isBlank(row); });
}

std::vector<FieldChoice> departmentChoices(const std::vector<model::Department>& departments) {
  std::vector<FieldChoice> choices{{"", "–", false}};
  for (const auto& department : departments)
    choices.push_back({std::to_string(department.id.value), department.code, false});
  return choices;
}

std::vector<FieldChoice> causeChoices(const CaseFile& file) {
  std::vector<FieldChoice> choices{{"", "–", false}};
  for (const auto& cause : file.causes)
    choices.push_back(
        {std::to_string(cause.id.value), std::string(model::keyOf(cause.type)) + " " + cause.text, false});
  return choices;
}

std::string contentKey(const DisciplineContent& content) {
  DisciplineContent copy = content;
  copy.target = {};
  copy.disciplineVersion = 0;
  dropBlank(copy.facts);
  dropBlank(copy.sweep);
  return model::fingerprint(copy);
}

bool sameCells(const RowTable& left, int leftRow, const RowTable& right, int rightRow) {
  for (std::size_t field = 0; field < left.fields().size(); ++field)
    if (left.cell(leftRow, static_cast<int>(field)) != right.cell(rightRow, static_cast<int>(field)))
      return false;
  return true;
}

/// The row of `other` that stands for `row` of `table`: by its first field when rows are given, else by id.
int sameRow(const RowTable& table, int row, const RowTable& other) {
  if (!table.fixedRows() || table.rowId(row) == other.rowId(std::min(row, other.rowCount() - 1)))
    return other.rowOf(table.rowId(row));
  if (const int found = other.rowOf(table.rowId(row)); found >= 0) return found;
  for (int candidate = 0; candidate < other.rowCount(); ++candidate)
    if (other.cell(candidate, 0) == table.cell(row, 0)) return candidate;
  return -1;
}

}  // namespace

DisciplineViewModel::DisciplineViewModel(const CaseFile& file, DisciplineCode code,
                                         std::vector<model::Department> departments)
    : m_code(code), m_allDepartments(std::move(departments)) {
  load(file);
}

DisciplineContent DisciplineViewModel::contentOf(const CaseFile& file) const {
  DisciplineContent content = model::SaveDiscipline::from(file, m_code);
  content.code = m_code;
  fillFixedRows(content);
  return content;
}

void DisciplineViewModel::fillFixedRows(DisciplineContent& content) const {
  if (m_code == DisciplineCode::d2) oneRowEach(content.facts, &model::Fact::question);
  if (m_code == DisciplineCode::d3) oneRowEach(content.sweep, &model::SweepRow::location);
}

void DisciplineViewModel::readCounts(const CaseFile& file) {
  m_counted.clear();
  for (const auto& row : file.sweep)
    for (const auto& count : file.sweepCounts)
      if (count.sweepId == row.id) m_counted[row.id] = row;
}

/// Sums of counts are never typed: what is being edited follows them.
void DisciplineViewModel::takeCounts(DisciplineContent& content) const {
  for (auto& row : content.sweep) {
    const auto counted = m_counted.find(row.id);
    if (counted == m_counted.end()) continue;
    row.ok = counted->second.ok;
    row.ng = counted->second.ng;
    row.rework = counted->second.rework;
  }
}

void DisciplineViewModel::load(const CaseFile& file) {
  readCounts(file);
  m_departments = departmentChoices(m_allDepartments.empty() ? file.departments : m_allDepartments);
  m_storedCauses = causeChoices(file);
  m_content = contentOf(file);
  m_base = m_content;
  m_refusedDate.reset();
  buildTables();
}

bool DisciplineViewModel::refresh(const CaseFile& file) {
  const DisciplineContent stored = contentOf(file);
  if (!dirty()) {
    load(file);
    return true;
  }
  readCounts(file);
  takeCounts(m_content);
  takeCounts(m_base);
  for (const auto& each : m_tables) each->forgetLocked();
  return contentKey(stored) == contentKey(m_base);
}

void DisciplineViewModel::buildTables() {
  if (m_tables.empty()) m_tables = disciplineTables(m_content, m_departments, m_storedCauses, m_counted);
  // Windows hold on to the tables, so they stay and only look at other rows.
  for (const auto& each : m_tables) {
    each->forgetErrors();
    each->setChoices("cause_id", m_storedCauses);
    each->setChoices("department_id", m_departments);
  }
}

bool DisciplineViewModel::dirty() const {
  if (m_refusedDate) return true;
  if (std::any_of(m_tables.begin(), m_tables.end(), [](const auto& each) { return each->hasErrors(); }))
    return true;
  return contentKey(m_content) != contentKey(m_base);
}

std::optional<model::Message> DisciplineViewModel::firstError() const {
  if (m_refusedDate)
    return model::Message(tr("Write the date as 2026-11-30; “{0}” is none."), {*m_refusedDate});
  for (const auto& each : m_tables)
    for (int row = 0; row < each->rowCount(); ++row)
      for (std::size_t field = 0; field < each->fields().size(); ++field)
        if (const auto error = each->cellError(row, static_cast<int>(field))) return error;
  return std::nullopt;
}

DisciplineContent DisciplineViewModel::toSave() const {
  DisciplineContent content = m_content;
  dropBlank(content.facts);
  dropBlank(content.sweep);
  return content;
}

DisciplineDraft DisciplineViewModel::draft() const {
  DisciplineDraft draft;
  draft.content = m_content;
  draft.base = m_base;
  draft.refusedDate = m_refusedDate.value_or("");
  for (const auto& each : m_tables)
    for (auto& cell : each->refusedCells())
      draft.refused.push_back({each->key(), cell.row, cell.field, std::move(cell.value)});
  return draft;
}

void DisciplineViewModel::useDraft(const DisciplineDraft& draft) {
  m_content = draft.content;
  m_base = draft.base;
  m_content.code = m_base.code = m_code;
  fillFixedRows(m_content);
  fillFixedRows(m_base);
  takeCounts(m_content);
  takeCounts(m_base);
  m_refusedDate.reset();
  if (!draft.refusedDate.empty()) m_refusedDate = draft.refusedDate;
  buildTables();
  for (const auto& cell : draft.refused) {
    RowTable* rows = table(cell.table);
    const int row = rows == nullptr ? -1 : rows->rowOf(cell.row);
    if (row >= 0 && cell.field >= 0 && cell.field < static_cast<int>(rows->fields().size()))
      rows->setCell(row, cell.field, cell.typed);
  }
}

bool DisciplineViewModel::isStored(const DisciplineDraft& draft) const {
  return draft.refused.empty() && draft.refusedDate.empty() &&
         contentKey(draft.content) == contentKey(m_content);
}

std::string DisciplineViewModel::cleanPointDate() const {
  return m_refusedDate ? *m_refusedDate : dateText(m_content.cleanPointDate);
}

std::optional<model::Message> DisciplineViewModel::setCleanPointDate(const std::string& value) {
  try {
    m_content.cleanPointDate = parseDay(value, "clean_point_date");
    m_refusedDate.reset();
    return std::nullopt;
  } catch (const model::Invalid& invalid) {
    m_refusedDate = value;
    return invalid.message();
  }
}

RowTable* DisciplineViewModel::table(const std::string& key) const {
  for (const auto& each : m_tables)
    if (each->key() == key) return each.get();
  return nullptr;
}

std::vector<WhyStep> DisciplineViewModel::stepsOf(CauseId cause) const {
  std::vector<WhyStep> steps;
  std::copy_if(m_content.whySteps.begin(), m_content.whySteps.end(), std::back_inserter(steps),
               [cause](const WhyStep& step) { return step.causeId == cause && !step.parentId; });
  std::stable_sort(steps.begin(), steps.end(),
                   [](const WhyStep& left, const WhyStep& right) { return left.position < right.position; });
  return steps;
}

WhyStepId DisciplineViewModel::addStep(CauseId cause, const std::string& answer, const std::string& evidence,
                                       std::optional<WhyStepId> parent) {
  WhyStep step;
  long long lowest = 0;
  for (const auto& other : m_content.whySteps) {
    lowest = std::min(lowest, other.id.value);
    if (other.causeId == cause && other.parentId == parent)
      step.position = std::max(step.position, other.position + 1);
  }
  step.id = WhyStepId(lowest - 1);
  step.causeId = cause;
  step.parentId = parent;
  step.answer = answer;
  step.evidence = evidence;
  m_content.whySteps.push_back(std::move(step));
  return m_content.whySteps.back().id;
}

void DisciplineViewModel::changeStep(WhyStepId id, const std::string& answer, const std::string& evidence) {
  for (auto& step : m_content.whySteps) {
    if (step.id != id) continue;
    step.answer = answer;
    step.evidence = evidence;
  }
}

void DisciplineViewModel::markRootCause(WhyStepId id, bool rootCause) {
  for (auto& step : m_content.whySteps)
    if (step.id == id) step.rootCause = rootCause;
}

void DisciplineViewModel::removeStep(WhyStepId id) {
  const auto found = std::find_if(m_content.whySteps.begin(), m_content.whySteps.end(),
                                  [id](const WhyStep& step) { return step.id == id; });
  if (found == m_content.whySteps.end()) return;
  const WhyStep removed = *found;
  m_content.whySteps.erase(found);
  std::optional<WhyStepId> before = removed.parentId;
  if (!before)
    for (const auto& step : stepsOf(removed.causeId))
      if (step.position < removed.position) before = step.id;
  for (auto& step : m_content.whySteps) {
    if (step.parentId == id) step.parentId = before;
    if (step.causeId == removed.causeId && step.parentId == removed.parentId &&
        step.position > removed.position)
      --step.position;
  }
}

int DisciplineViewModel::takeCandidate(int row) {
  model::ActionCandidate& candidate = m_content.candidates[static_cast<std::size_t>(row)];
  candidate.chosen = true;
  const int added = table("actions")->addRow();
  model::Action& action = m_content.actions[static_cast<std::size_t>(added)];
  action.text = candidate.text;
  action.causeId = candidate.causeId;
  return added;
}

void DisciplineViewModel::removeCause(int row) {
  const CauseId id = m_content.causes[static_cast<std::size_t>(row)].id;
  std::erase_if(m_content.whySteps, [id](const WhyStep& step) { return step.causeId == id; });
  table("causes")->removeRow(row);
}

std::string rowName(const RowTable& table, int row) {
  for (std::size_t field = 0; field < table.fields().size(); ++field) {
    const FieldKind kind = table.fields()[field].kind;
    const std::string cell = table.cell(row, static_cast<int>(field));
    if (cell.empty()) continue;
    if (kind == FieldKind::line || kind == FieldKind::text) return cell;
    if (kind == FieldKind::computed && table.fields()[field].key == "text") return cell;
    if (kind == FieldKind::choice && table.fixedRows()) return cell;
  }
  return {};
}

std::vector<FieldConflict> DisciplineViewModel::conflicts(const CaseFile& file) const {
  const DisciplineViewModel theirs(file, m_code);
  DisciplineContent baseCopy = m_base;
  const auto baseTables = disciplineTables(baseCopy, m_departments, m_storedCauses, m_counted);
  std::vector<FieldConflict> found;

  const auto narrative = [&](int field, const char* label, const std::string& mine, const std::string& other,
                             const std::string& base) {
    if (mine == other) return;
    FieldConflict conflict;
    conflict.where = tr("Narrative");
    conflict.field = field;
    conflict.label = label;
    conflict.mine = mine;
    conflict.theirs = other;
    conflict.changedByMe = mine != base;
    conflict.keepMine = conflict.changedByMe;
    found.push_back(std::move(conflict));
  };
  narrative(0, tr("Internal"), m_content.text, theirs.m_content.text, m_base.text);
  narrative(1, tr("For the customer"), m_content.textCustomer, theirs.m_content.textCustomer,
            m_base.textCustomer);
  narrative(2, tr("Clean point"), m_content.cleanPoint, theirs.m_content.cleanPoint, m_base.cleanPoint);
  narrative(3, tr("Clean point date"), cleanPointDate(), theirs.cleanPointDate(),
            dateText(m_base.cleanPointDate));

  for (std::size_t index = 0; index < m_tables.size(); ++index) {
    const RowTable& mine = *m_tables[index];
    const RowTable& other = *theirs.m_tables[index];
    const RowTable& base = *baseTables[index];
    for (int row = 0; row < mine.rowCount(); ++row) {
      const int theirRow = sameRow(mine, row, other);
      const int baseRow = sameRow(mine, row, base);
      if (theirRow < 0) continue;  // new here, or removed there: mine is kept as a row
      for (std::size_t at = 0; at < mine.fields().size(); ++at) {
        const int field = static_cast<int>(at);
        if (mine.fields()[at].kind == FieldKind::computed || other.locked(theirRow, field)) continue;
        const std::string myCell = mine.cell(row, field);
        const std::string theirCell = other.cell(theirRow, field);
        if (myCell == theirCell) continue;
        FieldConflict conflict;
        conflict.table = mine.key();
        conflict.where = mine.title();
        conflict.row = rowName(mine, row);
        conflict.mineId = mine.rowId(row);
        conflict.theirsId = other.rowId(theirRow);
        conflict.field = field;
        conflict.label = mine.fields()[at].label;
        conflict.mine = myCell;
        conflict.theirs = theirCell;
        conflict.changedByMe = baseRow < 0 || base.cell(baseRow, field) != myCell;
        conflict.keepMine = conflict.changedByMe;
        found.push_back(std::move(conflict));
      }
    }
  }
  return found;
}

void DisciplineViewModel::resolve(const CaseFile& file, const std::vector<FieldConflict>& choices) {
  const DisciplineContent mine = m_content;
  const DisciplineContent base = m_base;
  load(file);

  // Rows that only I have: new ones of mine, and stored ones that the other removed while I changed them.
  DisciplineContent mineCopy = mine;
  DisciplineContent baseCopy = base;
  const auto mineTables = disciplineTables(mineCopy, m_departments, m_storedCauses, m_counted);
  const auto baseTables = disciplineTables(baseCopy, m_departments, m_storedCauses, m_counted);
  for (std::size_t index = 0; index < m_tables.size(); ++index) {
    RowTable& now = *m_tables[index];
    const RowTable& was = *mineTables[index];
    const RowTable& before = *baseTables[index];
    if (now.fixedRows()) continue;
    // Rows I removed go, unless the other changed them meanwhile.
    for (int row = now.rowCount() - 1; row >= 0; --row) {
      const int baseRow = before.rowOf(now.rowId(row));
      if (baseRow >= 0 && was.rowOf(now.rowId(row)) < 0 && sameCells(now, row, before, baseRow))
        now.removeRow(row);
    }
    for (int row = 0; row < was.rowCount(); ++row) {
      const long long id = was.rowId(row);
      if (now.rowOf(id) >= 0) continue;
      if (id > 0) {
        const int baseRow = before.rowOf(id);
        if (baseRow >= 0 && sameCells(was, row, before, baseRow)) continue;
      }
      const int added = now.addRow(id > 0 ? std::nullopt : std::optional(id));
      for (std::size_t field = 0; field < was.fields().size(); ++field)
        now.setCell(added, static_cast<int>(field), was.cell(row, static_cast<int>(field)));
    }
  }
  for (const auto& step : mine.whySteps)
    if (step.id.value <= 0) m_content.whySteps.push_back(step);
  // A branch of a why that the other removed hangs on nothing any more.
  for (auto& step : m_content.whySteps) {
    const bool known =
        !step.parentId || std::any_of(m_content.whySteps.begin(), m_content.whySteps.end(),
                                      [&step](const WhyStep& other) { return other.id == *step.parentId; });
    if (!known) step.parentId.reset();
  }

  for (const auto& choice : choices) {
    if (!choice.keepMine) continue;
    if (choice.table.empty()) {
      if (choice.field == 0) m_content.text = choice.mine;
      if (choice.field == 1) m_content.textCustomer = choice.mine;
      if (choice.field == 2) m_content.cleanPoint = choice.mine;
      if (choice.field == 3) setCleanPointDate(choice.mine);
      continue;
    }
    RowTable* chosen = table(choice.table);
    const int row = chosen == nullptr ? -1 : chosen->rowOf(choice.theirsId);
    if (row >= 0) chosen->setCell(row, choice.field, choice.mine);
  }
}

const char* stateMark(DisciplineState state) {
  switch (state) {
    case DisciplineState::approved:
      return "✓";
    case DisciplineState::submitted:
      return "◐";
    case DisciplineState::rejected:
      return "✗";
    case DisciplineState::notRequired:
      return "–";
    case DisciplineState::open:
      break;
  }
  return "○";
}

}  // namespace octad::viewmodels
