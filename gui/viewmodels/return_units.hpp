#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/return_ledger.hpp"
#include "gui/viewmodels/return_page.hpp"
#include "model/usecases/return_units.hpp"

namespace octad::viewmodels {

enum class UnitColumn { serial, dateCode, line, place, finding, foundBy, phenomenon, tests, note };

/// The units of a return as a list: searched by serial, thousands of them at once.
class ReturnUnitRows {
 public:
  /// Takes the file; keeps the search.
  void show(const model::ReturnFile& file);
  /// Units whose serial, date code, phenomenon or note contains the text.
  void search(const std::string& text);
  const std::string& searched() const { return m_search; }

  long rowCount() const { return static_cast<long>(m_shown.size()); }
  const model::ReturnUnit& unit(long row) const {
    return m_file->units[m_shown[static_cast<std::size_t>(row)]];
  }
  /// -1 when it is not shown.
  long rowOf(model::ReturnUnitId id) const;
  /// The rows of the units that are shown and chosen so: by id, or all that are alike.
  std::vector<long> rowsOf(const std::vector<model::ReturnUnitId>& ids) const;
  std::vector<long> rowsOf(const PiecesAt& kind) const;
  /// The row of a serial, whole and in any case of letters; -1: none.
  long rowOfSerial(const std::string& serial) const;
  std::string cell(long row, UnitColumn column, const Translator& text) const;

 private:
  struct Tested {
    long long tests = 0;
    bool lastPassed = false;
  };
  void choose();

  const model::ReturnFile* m_file = nullptr;
  std::string m_search;
  std::vector<std::size_t> m_shown;
  std::map<model::ReturnUnitId, Tested> m_tested;
  std::map<model::ReturnLineId, std::string> m_lines;
};

/// Where the chosen units are, when they are all alike; none when they are not, or there are none.
std::optional<PiecesAt> commonKind(const model::ReturnFile& file,
                                   const std::vector<model::ReturnUnitId>& units);

/// Why the chosen unit keeps its serial number, and why the chosen ones stay; none when they need not.
std::optional<model::Message> whyNotRenamed(const model::ReturnFile& file,
                                            const std::vector<model::ReturnUnitId>& units);
std::optional<model::Message> whyNotRemoved(const model::ReturnFile& file,
                                            const std::vector<model::ReturnUnitId>& units);

/// Pieces that have no serial number yet and may get one.
std::vector<PiecesAt> unnamedPieces(const model::ReturnFile& file);

/// What a pasted list would do.
struct PastedUnits {
  std::vector<model::NewUnit> units;  ///< to be entered
  std::vector<std::string> known;     ///< there already, or twice in the list
  long long room = 0;                 ///< pieces without a serial number
  bool fits() const { return !units.empty() && static_cast<long long>(units.size()) <= room; }
  /// "118 units, 2 left out because they are there already, room for 118".
  model::Message summary() const;
};
PastedUnits previewUnits(const model::ReturnFile& file, const PiecesAt& kind, const std::string& pasted);

/// Enters units where `kind` says. A scanner may be faster than the database: what it reads meanwhile waits
/// and goes in together.
class UnitEntry {
 public:
  explicit UnitEntry(ReturnPageViewModel& page) : m_page(page) {}
  void add(const PiecesAt& kind, std::vector<model::NewUnit> units, std::function<void()> done,
           std::function<void(std::exception_ptr)> refused);
  /// One serial from a scanner.
  void scan(const PiecesAt& kind, const std::string& serial, std::function<void()> done,
            std::function<void(std::exception_ptr)> refused);
  bool waiting() const { return m_sending || !m_scanned.empty(); }

 private:
  void sendScanned(std::function<void()> done, std::function<void(std::exception_ptr)> refused);

  ReturnPageViewModel& m_page;
  PiecesAt m_kind;
  std::vector<model::NewUnit> m_scanned;
  bool m_sending = false;
};

}  // namespace octad::viewmodels
