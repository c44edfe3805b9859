#include "model/usecases/return_units.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/usecases/return_change.hpp"

namespace octad::model {

namespace {

std::string unitField(std::size_t index, const char* member) {
  return "units." + std::to_string(index) + '.' + member;
}

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \r");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \r") - begin + 1));
}

/// What separates the columns of a pasted list: a tab before a semicolon before a comma.
char separatorOf(std::string_view row) {
  for (const char separator : {'\t', ';', ','})
    if (row.find(separator) != std::string_view::npos) return separator;
  return '\t';
}

NewUnit unitOf(std::string_view row) {
  const char separator = separatorOf(row);
  std::vector<std::string> cells;
  for (std::size_t begin = 0; begin <= row.size();) {
    const auto end = std::min(row.find(separator, begin), row.size());
    cells.push_back(trimmed(row.substr(begin, end - begin)));
    begin = end + 1;
  }
  cells.resize(std::max<std::size_t>(cells.size(), 3));
  return {cells[0], cells[1], cells[2]};
}

/// Whether the first row of a pasted list names its columns: "serial", "Serial No.", "序列号" …
bool isHeading(std::string_view serial) {
  std::string word;
  for (const char c : foldText(serial))
    if (std::string_view(" ._-:/#").find(c) == std::string_view::npos) word += c;
  for (const std::string_view known :
       {"serial", "serials", "serialno", "serialnr", "serialnumber", "serialnumbers", "sn", "snno", "tag",
        "序列号", "序列号码", "产品序列号", "序号", "条码", "条形码", "标签", "编号"})
    if (word == known) return true;
  return false;
}

ReturnUnit recordOf(const NewUnits& input, const NewUnit& unit, std::size_t index) {
  ReturnUnit record;
  record.lineId = input.lineId;
  record.serial = cleanLine(unit.serial, unitField(index, "serial"), kNameLength);
  record.dateCode = cleanLine(unit.dateCode, unitField(index, "date_code"), kNameLength, false);
  record.note = cleanText(unit.note, unitField(index, "note"));
  record.place = input.place;
  record.finding = input.finding;
  return record;
}

void addUnits(ReturnEdit& edit, const NewUnits& input) {
  const ReturnLine line = edit.file.line(input.lineId);
  if (!isPhysical(input.place) || isDisposed(input.place))
    throw Invalid("place", {tr("Units are entered while they are here, not in \"{0}\"."),
                            {translated(labelOf(input.place))}});
  const std::string location = cleanLine(input.location, "location", kNameLength, false);
  std::set<std::string> known;
  long long there = 0;
  for (const auto& unit : edit.file.units) {
    if (unit.lineId != line.id) continue;
    known.insert(unit.serial);
    if (unit.place == input.place && unit.finding == input.finding && unit.location == location) ++there;
  }
  std::vector<ReturnUnit> records;
  for (std::size_t i = 0; i < input.units.size(); ++i) {
    ReturnUnit record = recordOf(input, input.units[i], i);
    record.returnId = edit.file.head.id;
    if (input.place == ReturnPlace::quarantine) record.location = location;
    if (!known.insert(record.serial).second)
      throw Invalid(unitField(i, "serial"), {tr("Serial number {0} is there already."), {record.serial}});
    records.push_back(std::move(record));
  }
  ReturnMovement from;
  from.lineId = line.id;
  from.from = input.place;
  from.fromFinding = input.finding;
  from.fromLocation = location;
  const long long pieces = piecesAtSource(edit.file, from);
  if (there + static_cast<long long>(records.size()) > pieces)
    throw Refused(
        "balance",
        {tr("{0} units for {1} pieces in \"{2}\" cannot be. Book the pieces first, or leave units out."),
         {std::to_string(there + static_cast<long long>(records.size())), std::to_string(pieces),
          translated(labelOf(input.place))}});
  edit.unit.returns().insert(records);
}

/// Units that failed a test before.
std::set<ReturnUnitId> failedUnits(const ReturnFile& file) {
  std::set<ReturnUnitId> failed;
  for (const auto& test : file.tests)
    if (!test.passed) failed.insert(test.unitId);
  return failed;
}

/// Whether the tests of a unit say what its finding says.
void requireFittingFinding(const UnitTests& input, const UnitReading& reading, const ReturnUnit& unit,
                           bool failedBefore) {
  if (!input.finding) return;
  const bool failed = failedBefore || !reading.passed;
  if (*input.finding == Finding::open)
    throw Invalid("finding", tr("Say what was found, or leave the finding out."));
  if (*input.finding == Finding::noTroubleFound && failed)
    throw Invalid("finding",
                  {tr("Unit {0} failed a test: \"no trouble found\" cannot be its finding."), {unit.serial}});
  if (*input.finding == Finding::confirmed && !failed)
    throw Invalid(
        "finding",
        {tr("Unit {0} passed every test: nothing confirms the complaint. Test it further, or choose "
            "\"no trouble found\"."),
         {unit.serial}});
}

UnitTest testOf(const ReturnEdit& edit, const UnitTests& input, const UnitReading& reading) {
  UnitTest test;
  test.returnId = edit.file.head.id;
  test.unitId = reading.unitId;
  test.level = input.level;
  test.specification = cleanLine(input.specification, "specification", kNameLength);
  test.specificationRevision =
      cleanLine(input.specificationRevision, "specification_revision", kNameLength, false);
  test.passed = reading.passed;
  test.measured = cleanText(reading.measured, "measured");
  test.failure = cleanLine(reading.failure, "failure", kNameLength, false);
  test.analyst = cleanLine(input.analyst, "analyst", kNameLength, false);
  if (test.analyst.empty()) test.analyst = edit.actor.name;
  test.testedOn = dayOr(input.testedOn, edit.today, "tested_on");
  test.recordedBy = edit.actor.id;
  return test;
}

/// Nothing is tested before it was issued to test.
void requireTestedThere(ReturnEdit& edit, const UnitTests& input,
                        const std::map<ReturnLineId, long long>& tested) {
  edit.dayField = "tested_on";
  for (const auto& [line, quantity] : tested) {
    ReturnMovement movement;
    movement.lineId = line;
    movement.from = ReturnPlace::test;
    movement.quantity = quantity;
    movement.movedOn = dayOr(input.testedOn, edit.today, "tested_on");
    requireDayThere(edit, edit.file, movement);
  }
}

/// The pieces of units that are found go to "awaiting", one movement a line.
void bookFindings(ReturnEdit& edit, const UnitTests& input, const std::map<ReturnLineId, long long>& pieces) {
  for (const auto& [line, quantity] : pieces) {
    requireOpenCaseOf(edit.file, edit.file.line(line));
    ReturnMovement movement;
    movement.lineId = line;
    movement.from = ReturnPlace::test;
    movement.to = ReturnPlace::awaiting;
    movement.toFinding = *input.finding;
    movement.quantity = quantity;
    movement.movedOn = dayOr(input.testedOn, edit.today, "tested_on");
    book(edit, edit.file, movement);
  }
}

void recordTests(ReturnEdit& edit, const UnitTests& input) {
  std::map<ReturnUnitId, ReturnUnit*> units;
  for (auto& unit : edit.file.units) units[unit.id] = &unit;
  std::vector<UnitTest> tests;
  std::vector<ReturnUnit> found;
  std::map<ReturnLineId, long long> tested;
  std::map<ReturnLineId, long long> pieces;
  std::set<ReturnUnitId> seen;
  const auto failedBefore = failedUnits(edit.file);
  for (const auto& reading : input.readings) {
    const auto entry = units.find(reading.unitId);
    if (entry == units.end() || !seen.insert(reading.unitId).second)
      throw Invalid("readings",
                    {tr("Return {0} has no such unit. Open the return again."), {edit.file.head.number}});
    ReturnUnit& unit = *entry->second;
    if (unit.place != ReturnPlace::test)
      throw Refused("place", {tr("Unit {0} is not in test: it is in \"{1}\". Issue it to test first."),
                              {unit.serial, translated(labelOf(unit.place))}});
    requireFittingFinding(input, reading, unit, failedBefore.contains(unit.id));
    tests.push_back(testOf(edit, input, reading));
    ++tested[unit.lineId];
    if (!tests.back().failure.empty()) unit.failure = tests.back().failure;
    if (input.finding) {
      unit.finding = *input.finding;
      unit.foundBy = input.level;
      unit.place = ReturnPlace::awaiting;
      unit.moved = true;
      ++pieces[unit.lineId];
    }
    if (input.finding || !tests.back().failure.empty()) found.push_back(unit);
  }
  if (tests.empty()) throw Invalid("readings", tr("Choose the units that were tested."));
  requireTestedThere(edit, input, tested);
  edit.unit.returns().insert(tests);
  if (input.finding) bookFindings(edit, input, pieces);
  if (!found.empty()) edit.unit.returns().update(found);
}

}  // namespace

std::vector<NewUnit> parseUnits(const std::string& pasted, std::string* heading) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  std::vector<NewUnit> units;
  bool first = true;
  for (std::size_t begin = pasted.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
       begin < pasted.size();) {
    const auto end = std::min(pasted.find('\n', begin), pasted.size());
    const std::string row = trimmed(std::string_view(pasted).substr(begin, end - begin));
    if (!row.empty()) {
      NewUnit unit = unitOf(row);
      if (std::exchange(first, false) && isHeading(unit.serial)) {
        if (heading) *heading = row;
      } else {
        units.push_back(std::move(unit));
      }
    }
    begin = end + 1;
  }
  return units;
}

ReturnSaved AddReturnUnits::execute(const NewUnits& input) {
  const Right right = may(m_workplace.actor, Right::recordReturn) ? Right::recordReturn : Right::testReturn;
  const ReturnChange change{m_workplace, "return-units", right, input.target, {}, fingerprint(input)};
  return changeReturn(change, [&input](ReturnEdit& edit) {
    if (input.units.empty()) throw Invalid("units", tr("Enter at least one serial number."));
    if (edit.file.units.size() + input.units.size() > kMostUnits)
      throw Invalid("units", {tr("A return has at most {0} units."), {std::to_string(kMostUnits)}});
    addUnits(edit, input);
  });
}

ReturnSaved RecordUnitTests::execute(const UnitTests& input) {
  const ReturnChange change{m_workplace, "return-test",     Right::testReturn, input.target,
                            {},          fingerprint(input)};
  return changeReturn(change, [&input](ReturnEdit& edit) { recordTests(edit, input); });
}

}  // namespace octad::model
