#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/returns/return_records.hpp"
#include "model/usecases/return_target.hpp"

namespace octad::model {

constexpr std::size_t kMostUnits = 20'000;  ///< of one return

/// A piece as scanned or pasted.
struct NewUnit {
  std::string serial;
  std::string dateCode;
  std::string note;

  static constexpr auto describe() {
    return members(member("serial", &NewUnit::serial), member("date_code", &NewUnit::dateCode),
                   member("note", &NewUnit::note));
  }
};

/// Units of a line that get a name; they are where `place` says, and the ledger must have as many there.
struct NewUnits {
  ReturnTarget target;
  ReturnLineId lineId;
  ReturnPlace place = ReturnPlace::quarantine;
  std::string location;
  Finding finding = Finding::open;
  std::vector<NewUnit> units;

  static constexpr auto describe() {
    return members(member("target", &NewUnits::target), member("line_id", &NewUnits::lineId),
                   member("place", &NewUnits::place), member("location", &NewUnits::location),
                   member("finding", &NewUnits::finding), member("units", &NewUnits::units));
  }
};

/// The rows of a pasted list: one unit a line, serial, date code and note separated by tab, semicolon or
/// comma; blank lines are left out, and the heading row of a sheet: `heading` gets it.
std::vector<NewUnit> parseUnits(const std::string& pasted, std::string* heading = nullptr);

/// Invalid("units.3.serial") for a serial that is there twice; Refused("balance") for more units than pieces.
class AddReturnUnits {
 public:
  explicit AddReturnUnits(Workplace workplace) : m_workplace(std::move(workplace)) {}
  ReturnSaved execute(const NewUnits& input);

 private:
  Workplace m_workplace;
};

/// What was read of one unit; what is empty is taken from the whole test.
struct UnitReading {
  ReturnUnitId unitId;
  bool passed = false;
  std::string measured;
  std::string failure;

  static constexpr auto describe() {
    return members(member("unit_id", &UnitReading::unitId), member("passed", &UnitReading::passed),
                   member("measured", &UnitReading::measured), member("failure", &UnitReading::failure));
  }
};

/// A test of one or many units that are in test.
struct UnitTests {
  ReturnTarget target;
  TestLevel level = TestLevel::standard;
  std::string specification;
  std::string specificationRevision;
  std::string analyst;             ///< empty: the person acting
  std::optional<Date> testedOn;    ///< today when not given
  std::optional<Finding> finding;  ///< these units are found so: they go to "awaiting" at once
  std::vector<UnitReading> readings;

  static constexpr auto describe() {
    return members(member("target", &UnitTests::target), member("level", &UnitTests::level),
                   member("specification", &UnitTests::specification),
                   member("specification_revision", &UnitTests::specificationRevision),
                   member("analyst", &UnitTests::analyst), member("tested_on", &UnitTests::testedOn),
                   member("finding", &UnitTests::finding), member("readings", &UnitTests::readings));
  }
};

/// Refused("place") when a unit is not in test; Invalid("specification"); Invalid("finding") for "no trouble
/// found" of a unit whose test failed, or "confirmed" of one that passed every test.
class RecordUnitTests {
 public:
  explicit RecordUnitTests(Workplace workplace) : m_workplace(std::move(workplace)) {}
  ReturnSaved execute(const UnitTests& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
