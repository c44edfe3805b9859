#include "model/import/master_import.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/import/all_or_nothing.hpp"
#include "model/metrics/counts.hpp"

namespace octad::model {

namespace {

/// Reads one file of master data against what is stored.
class MasterPlanner {
 public:
  MasterPlanner(ImportKind kind, const ColumnMap& columns, Reader& reader)
      : m_kind(kind), m_columns(columns) {
    if (kind == ImportKind::calendar) {
      for (const CalendarDay& day : reader.calendar()) m_days[day.day] = day.kind;
      return;
    }
    for (const Customer& customer : reader.customers("", 1'000'000))
      m_customers[foldText(customer.name)] = customer.id;
    for (const Part& part : reader.parts("", 1'000'000)) m_parts[foldText(part.number)] = part.id;
    for (const Shipment& shipment : reader.shipments("1990-01", "2199-12"))
      m_shipped[{shipment.customerId, shipment.partId, shipment.month}] = shipment.quantity;
  }

  ImportLine judge(const SourceRow& row, MasterPlan& plan, ImportNotes& notes) {
    ImportLine line{row.line, {}, LineVerdict::fresh, {}, {}};
    try {
      line = m_kind == ImportKind::calendar ? day(row, plan, notes) : shipment(row, plan, notes);
    } catch (const Invalid& wrong) {
      line.verdict = LineVerdict::refused;
      line.field = wrong.field();
      line.reason = wrong.message();
    }
    return line;
  }

 private:
  ImportLine day(const SourceRow& row, MasterPlan& plan, ImportNotes& notes) {
    CalendarDay day;
    day.day = parseMoment(m_columns.cell(row.cells, "date"), "date", row.line, notes).local.date;
    const std::string kind(m_columns.cell(row.cells, "kind"));
    const auto known = fromKey<DayKind>(kind);
    if (!known) throw Invalid("kind", {tr("\"{0}\" is neither holiday nor workday."), {kind}});
    day.kind = *known;
    day.name = cleanLine(m_columns.cell(row.cells, "name"), "name", kNameLength, false);
    ImportLine line{row.line, day.day.iso(), LineVerdict::fresh, {}, {}};
    const auto [before, isNew] = m_days.try_emplace(day.day, day.kind);
    if (isNew)
      plan.days.push_back(day);
    else
      setAgain(line, before->second == day.kind, "date");
    return line;
  }

  ImportLine shipment(const SourceRow& row, MasterPlan& plan, ImportNotes& notes) {
    const std::string customer = cleanLine(m_columns.cell(row.cells, "customer"), "customer", kNameLength);
    const std::string part = cleanLine(m_columns.cell(row.cells, "part"), "part", kNameLength);
    Shipment shipment;
    shipment.month = std::string(m_columns.cell(row.cells, "month"));
    shipment.month = monthsBetween(shipment.month, shipment.month).front();
    shipment.quantity = parsePieces(m_columns.cell(row.cells, "quantity"), "quantity", row.line, notes);
    // Names not known yet get provisional negative ids; the writer makes them and puts the real ones in.
    shipment.customerId = m_customers.try_emplace(foldText(customer), CustomerId(-next())).first->second;
    shipment.partId = m_parts.try_emplace(foldText(part), PartId(-next())).first->second;
    ImportLine line{row.line, customer + " / " + part + " / " + shipment.month, LineVerdict::fresh, {}, {}};
    const auto [before, isNew] =
        m_shipped.try_emplace({shipment.customerId, shipment.partId, shipment.month}, shipment.quantity);
    if (isNew) {
      plan.shipments.push_back(shipment);
      plan.customers.push_back(customer);
      plan.parts.push_back(part);
    } else {
      setAgain(line, before->second == shipment.quantity, "quantity");
    }
    return line;
  }

  long long next() { return ++m_provisional; }

  static void setAgain(ImportLine& line, bool same, const char* field) {
    line.verdict = same ? LineVerdict::same : LineVerdict::conflict;
    line.field = field;
    line.reason = same ? Message(tr("Already there.")) : Message(tr("Already there with another content."));
  }

  ImportKind m_kind;
  const ColumnMap& m_columns;
  std::map<Date, DayKind> m_days;
  std::map<std::string, CustomerId> m_customers;
  std::map<std::string, PartId> m_parts;
  std::map<std::tuple<CustomerId, PartId, std::string>, long long> m_shipped;
  long long m_provisional = 0;
};

/// The id of a record that the file names for the first time: made once, found again by its provisional id.
template <class Record, class Fill>
decltype(Record::id) made(UnitOfWork& unit, std::map<decltype(Record::id), decltype(Record::id)>& known,
                          decltype(Record::id) provisional, Fill fill) {
  auto& id = known[provisional];
  if (id) return id;
  Record record;
  fill(record);
  Row row = record;
  unit.insert(row);
  return id = std::get<Record>(row).id;
}

}  // namespace

long long MasterPlan::count(LineVerdict verdict) const {
  return std::count_if(lines.begin(), lines.end(),
                       [verdict](const ImportLine& line) { return line.verdict == verdict; });
}

MasterPlan planMasterData(ImportKind kind, const RowSource& rows, const RegisterOptions& options,
                          Reader& reader, Progress* progress) {
  MasterPlan plan;
  plan.knownFile = options.fileSha256.empty() ? std::nullopt : reader.importedFile(options.fileSha256);
  std::vector<std::string> heading;
  if (!ColumnMap::byNumber(options.map))
    if (auto first = rows()) heading = first->cells;
  const ColumnMap columns(kind, heading, options.map);
  plan.columns = columns.describe();
  plan.refusedRows.push_back(heading);
  ImportNotes notes;
  MasterPlanner planner(kind, columns, reader);
  while (const auto row = rows()) {
    tellProgress(progress, kUnknownShare, {tr("Line {0}"), {std::to_string(row->line)}});
    plan.lines.push_back(planner.judge(*row, plan, notes));
    const LineVerdict verdict = plan.lines.back().verdict;
    if (verdict == LineVerdict::refused || verdict == LineVerdict::conflict)
      plan.refusedRows.push_back(row->cells);
  }
  plan.notes = notes.messages();
  return plan;
}

long long ImportMasterData::execute(ImportKind kind, const MasterPlan& plan, const RegisterOptions& options,
                                    bool skipRefused, Progress* progress) {
  requireRight(m_workplace.actor, Right::import);
  requireStorable(plan.knownFile, plan.count(LineVerdict::refused) + plan.count(LineVerdict::conflict),
                  skipRefused);
  Change change;
  change.actor = m_workplace.actor;
  change.useCase = "import";
  change.occurredAt = m_workplace.clock.now();
  const auto unit = m_workplace.store.begin(change);
  const std::size_t all = plan.shipments.size() + plan.days.size();
  const auto tell = [progress, all](std::size_t done) {
    tellProgress(progress, static_cast<double>(done) / static_cast<double>(all),
                 {tr("{0} of {1} lines"), {std::to_string(done), std::to_string(all)}});
  };
  std::map<CustomerId, CustomerId> customers;
  std::map<PartId, PartId> parts;
  for (std::size_t i = 0; i < plan.shipments.size(); ++i) {
    tell(i);
    Shipment shipment = plan.shipments[i];
    if (!shipment.customerId)
      shipment.customerId = made<Customer>(*unit, customers, shipment.customerId,
                                           [&](Customer& customer) { customer.name = plan.customers[i]; });
    if (!shipment.partId)
      shipment.partId =
          made<Part>(*unit, parts, shipment.partId, [&](Part& part) { part.number = plan.parts[i]; });
    Row row = shipment;
    unit->insert(row);
  }
  for (std::size_t i = 0; i < plan.days.size(); ++i) {
    tell(plan.shipments.size() + i);
    Row row = plan.days[i];
    unit->insert(row);
  }
  const auto written = static_cast<long long>(all);
  rememberFile(*unit, {{},
                       options.fileSha256,
                       options.fileName,
                       kind == ImportKind::calendar ? "calendar" : "shipments",
                       written,
                       m_workplace.actor.id,
                       change.occurredAt});
  unit->commit(std::to_string(written));
  return written;
}

}  // namespace octad::model
