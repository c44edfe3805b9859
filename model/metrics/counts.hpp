#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"

namespace octad::model {

enum class Dimension { month, customer, part, severity, department, defect };

template <>
struct EnumKeys<Dimension> {
  static constexpr std::array entries{
      EnumEntry<Dimension>{Dimension::month, "month", tr("Month")},
      EnumEntry<Dimension>{Dimension::customer, "customer", tr("Customer")},
      EnumEntry<Dimension>{Dimension::part, "part", tr("Part")},
      EnumEntry<Dimension>{Dimension::severity, "class", tr("Complaint class")},
      EnumEntry<Dimension>{Dimension::department, "department", tr("Responsible department")},
      EnumEntry<Dimension>{Dimension::defect, "defect", tr("Defect")},
  };
};

/// All, counted and weighted side by side, so that gaming is visible.
struct Count {
  std::vector<std::string> keys;  ///< one value for each dimension asked for, in order
  long long all = 0;              ///< cases recorded (items when part or defect is asked for)
  long long counted = 0;          ///< weight > 0, once per problem x customer x month
  long long weighted = 0;         ///< sum of weights of the counted ones

  static constexpr auto describe() {
    return members(member("keys", &Count::keys), member("all", &Count::all),
                   member("counted", &Count::counted), member("weighted", &Count::weighted));
  }
};

/// Rows of one period and their totals. Totals always count cases, so part and defect rows may add up to more
/// (design 6).
struct CountTable {
  std::vector<Dimension> dimensions;
  std::string fromMonth;
  std::string toMonth;
  std::vector<Count> rows;
  Count total;

  static constexpr auto describe() {
    return members(member("dimensions", &CountTable::dimensions), member("from", &CountTable::fromMonth),
                   member("to", &CountTable::toMonth), member("rows", &CountTable::rows),
                   member("total", &CountTable::total));
  }
};

/// What counting looks at in one item.
struct CountItem {
  std::string part;
  std::string defect;
};

/// What counting looks at in one case.
struct CountCase {
  long long id = 0;
  long long problem = 0;
  std::string month;  ///< of notice, YYYY-MM
  std::string customer;
  std::string severity;
  std::string department;
  int weight = 0;
  std::vector<CountItem> items;
};

/// Counts plain cases of the months asked for (without cancelled ones): the definition that the database's
/// own counting is checked against. Of the cases with one problem, customer and month only the heaviest
/// counts (the first of equals). Part and defect rows record items, and count each problem, customer and
/// month once a row, with the heaviest case that has such an item; totals count cases.
CountTable countCases(const std::vector<CountCase>& cases, const std::vector<Dimension>& dimensions,
                      const std::string& fromMonth, const std::string& toMonth);

/// Months YYYY-MM from `from` to `to`; Invalid when one is not a month or `to` is earlier.
std::vector<std::string> monthsBetween(const std::string& from, const std::string& to);

}  // namespace octad::model
