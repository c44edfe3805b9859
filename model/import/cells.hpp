#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/cases/master_data.hpp"
#include "model/core/message.hpp"
#include "model/core/zone.hpp"

namespace octad::model {

/// What was read differently from how it was written; counted so that no conversion is silent and none floods
/// the screen.
class ImportNotes {
 public:
  /// One more cell of this kind, first met in `line` with `example`.
  void add(const char* what, long long line, const std::string& example);
  /// One sentence a kind: how often, the first line and its text.
  std::vector<Message> messages() const;

 private:
  struct Kind {
    const char* what;
    long long count;
    long long firstLine;
    std::string example;
  };
  std::vector<Kind> m_kinds;
};

/// A date of a register with the time of day when one was written.
struct CellMoment {
  LocalTime local;
  bool hasTime = false;
};

/// 2026-03-24, 2026/3/24 20:59, 2026.07.19, 2026年11月1日, 19941222. Day and month in an order that cannot be
/// known (02/03/2026) and days that do not exist are Invalid(field).
CellMoment parseMoment(std::string_view cell, std::string_view field, long long line, ImportNotes& notes);

/// "5pcs", " 9 ", "１０", "5,000". Everything but a plain number is noted.
long long parsePieces(std::string_view cell, std::string_view field, long long line, ImportNotes& notes);

/// 功能, function, 外观不良, 其他 …; empty or unknown is noted and taken as "other".
DefectKind parseDefectKind(std::string_view cell, long long line, ImportNotes& notes);

/// 是/否, yes/no, Y/N, 1/0; empty is no.
bool parseYesNo(std::string_view cell, std::string_view field);

struct CellMoney {
  long long minor = 0;
  std::string currency;
};

/// "USD 300", "¥12,500.00", "8237.20"; without a currency the site's is taken and noted. Empty gives 0 and no
/// currency.
CellMoney parseMoney(std::string_view cell, std::string_view field, const std::string& siteCurrency,
                     long long line, ImportNotes& notes);

}  // namespace octad::model
