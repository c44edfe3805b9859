#include "gui/viewmodels/return_units.hpp"

#include <set>
#include <utility>

#include "model/core/text.hpp"
#include "model/usecases/mend_units.hpp"

namespace octad::viewmodels {

using model::Finding;
using model::foldText;
using model::Message;
using model::ReturnFile;
using model::ReturnPlace;
using model::ReturnUnit;
using model::ReturnUnitId;
using model::tr;

namespace {

PiecesAt kindOf(const ReturnUnit& unit) {
  return {unit.lineId,
          unit.place,
          unit.place == ReturnPlace::quarantine ? unit.location : std::string(),
          unit.finding,
          unit.disposition,
          0,
          0};
}

bool mayBeNamed(const PiecesAt& kind) {
  return model::isPhysical(kind.place) && !model::isDisposed(kind.place) && kind.pieces > kind.named;
}

}  // namespace

void ReturnUnitRows::show(const ReturnFile& file) {
  m_file = &file;
  m_tested.clear();
  for (const auto& test : file.tests) {
    auto& known = m_tested[test.unitId];
    ++known.tests;
    known.lastPassed = test.passed;
  }
  m_lines.clear();
  for (const auto& line : file.lines) m_lines[line.id] = lineWords(file, line);
  choose();
}

void ReturnUnitRows::search(const std::string& text) {
  m_search = text;
  if (m_file) choose();
}

void ReturnUnitRows::choose() {
  m_shown.clear();
  const std::string wanted = foldText(m_search);
  for (std::size_t at = 0; at < m_file->units.size(); ++at) {
    const ReturnUnit& unit = m_file->units[at];
    const auto has = [&wanted](const std::string& text) {
      return foldText(text).find(wanted) != std::string::npos;
    };
    if (wanted.empty() || has(unit.serial) || has(unit.dateCode) || has(unit.failure) || has(unit.note))
      m_shown.push_back(at);
  }
}

long ReturnUnitRows::rowOf(ReturnUnitId id) const {
  for (std::size_t row = 0; row < m_shown.size(); ++row)
    if (m_file->units[m_shown[row]].id == id) return static_cast<long>(row);
  return -1;
}

std::vector<long> ReturnUnitRows::rowsOf(const std::vector<ReturnUnitId>& ids) const {
  const std::set<ReturnUnitId> wanted(ids.begin(), ids.end());
  std::vector<long> rows;
  for (long row = 0; row < rowCount(); ++row)
    if (wanted.contains(unit(row).id)) rows.push_back(row);
  return rows;
}

std::vector<long> ReturnUnitRows::rowsOf(const PiecesAt& kind) const {
  std::vector<long> rows;
  for (long row = 0; row < rowCount(); ++row)
    if (kindOf(unit(row)).sameKind(kind)) rows.push_back(row);
  return rows;
}

long ReturnUnitRows::rowOfSerial(const std::string& serial) const {
  const std::string wanted = foldText(serial);
  for (std::size_t row = 0; row < m_shown.size(); ++row)
    if (foldText(m_file->units[m_shown[row]].serial) == wanted) return static_cast<long>(row);
  return -1;
}

std::string ReturnUnitRows::cell(long row, UnitColumn column, const Translator& text) const {
  const ReturnUnit& known = unit(row);
  switch (column) {
    case UnitColumn::serial:
      return known.serial;
    case UnitColumn::dateCode:
      return known.dateCode;
    case UnitColumn::line: {
      const auto found = m_lines.find(known.lineId);
      return found == m_lines.end() ? std::string() : found->second;
    }
    case UnitColumn::place: {
      PiecesAt kind = kindOf(known);
      kind.finding = Finding::open;  // has a column of its own
      return placeWords(kind, text);
    }
    case UnitColumn::finding:
      return known.finding == Finding::open ? std::string() : text.label(known.finding);
    case UnitColumn::foundBy:
      return known.foundBy ? text.label(*known.foundBy) : std::string();
    case UnitColumn::phenomenon:
      return known.failure;
    case UnitColumn::tests: {
      const auto found = m_tested.find(known.id);
      if (found == m_tested.end()) return {};
      return std::to_string(found->second.tests) + (found->second.lastPassed ? " ✓" : " ✗");
    }
    case UnitColumn::note:
      return known.note;
  }
  return {};
}

std::optional<PiecesAt> commonKind(const ReturnFile& file, const std::vector<ReturnUnitId>& units) {
  const std::set<ReturnUnitId> wanted(units.begin(), units.end());
  std::optional<PiecesAt> common;
  for (const auto& unit : file.units) {
    if (!wanted.contains(unit.id)) continue;
    PiecesAt kind = kindOf(unit);
    if (common && !common->sameKind(kind)) return std::nullopt;
    if (!common) common = std::move(kind);
    ++common->pieces;
    ++common->named;
  }
  return common;
}

std::optional<Message> whyNotRenamed(const ReturnFile& file, const std::vector<ReturnUnitId>& units) {
  if (units.size() != 1) return Message(tr("Choose one unit first."));
  for (const auto& unit : file.units)
    if (unit.id == units.front()) return model::UnitUse(file).whyNotRenamed(unit);
  return std::nullopt;
}

std::optional<Message> whyNotRemoved(const ReturnFile& file, const std::vector<ReturnUnitId>& units) {
  if (units.empty()) return Message(tr("Choose units first."));
  const std::set<ReturnUnitId> wanted(units.begin(), units.end());
  const model::UnitUse use(file);
  for (const auto& unit : file.units)
    if (wanted.contains(unit.id))
      if (const auto why = use.whyNotRemoved(unit)) return why;
  return std::nullopt;
}

std::vector<PiecesAt> unnamedPieces(const ReturnFile& file) {
  std::vector<PiecesAt> kinds;
  for (const auto& line : file.lines)
    for (auto& kind : piecesOf(file, line.id))
      if (mayBeNamed(kind)) kinds.push_back(std::move(kind));
  return kinds;
}

Message PastedUnits::summary() const {
  const auto number = [](auto count) { return groupedNumber(static_cast<long long>(count)); };
  if (units.empty() && known.empty()) return {tr("One unit a line: serial number, date code, note.")};
  if (!known.empty())
    return {tr("{0} units to enter, {1} left out because they are there already; {2} pieces have no serial "
               "number yet."),
            {number(units.size()), number(known.size()), number(room)}};
  return {tr("{0} units to enter; {1} pieces have no serial number yet."),
          {number(units.size()), number(room)}};
}

PastedUnits previewUnits(const ReturnFile& file, const PiecesAt& kind, const std::string& pasted) {
  PastedUnits preview;
  preview.room = kind.pieces - kind.named;
  std::set<std::string> known;
  for (const auto& unit : file.units)
    if (unit.lineId == kind.lineId) known.insert(unit.serial);
  for (auto& unit : model::parseUnits(pasted)) {
    if (known.insert(unit.serial).second)
      preview.units.push_back(std::move(unit));
    else
      preview.known.push_back(unit.serial);
  }
  return preview;
}

void UnitEntry::add(const PiecesAt& kind, std::vector<model::NewUnit> units, std::function<void()> done,
                    std::function<void(std::exception_ptr)> refused) {
  m_page.run(
      newUuid(),
      [kind, units = std::move(units)](model::Workplace workplace, model::ReturnTarget target) {
        model::NewUnits input;
        input.target = std::move(target);
        input.target.version = 0;  // names for pieces do not collide with what others do
        input.lineId = kind.lineId;
        input.place = kind.place;
        input.location = kind.location;
        input.finding = kind.finding;
        input.units = units;
        return model::AddReturnUnits(std::move(workplace)).execute(input);
      },
      [done = std::move(done)](const model::ReturnSaved&) {
        if (done) done();
      },
      std::move(refused));
}

void UnitEntry::scan(const PiecesAt& kind, const std::string& serial, std::function<void()> done,
                     std::function<void(std::exception_ptr)> refused) {
  m_kind = kind;
  m_scanned.push_back({serial, {}, {}});
  if (!m_sending) sendScanned(std::move(done), std::move(refused));
}

void UnitEntry::sendScanned(std::function<void()> done, std::function<void(std::exception_ptr)> refused) {
  m_sending = true;
  auto units = std::exchange(m_scanned, {});
  add(
      m_kind, std::move(units),
      [this, done, refused] {
        m_sending = false;
        if (done) done();
        if (!m_scanned.empty()) sendScanned(done, refused);
      },
      [this, refused](const std::exception_ptr& error) {
        m_sending = false;
        refused(error);
      });
}

}  // namespace octad::viewmodels
