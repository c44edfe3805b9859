#include <algorithm>
#include <array>
#include <map>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/sha256.hpp"
#include "model/core/text.hpp"
#include "model/import/all_or_nothing.hpp"
#include "model/import/register_import.hpp"

namespace octad::model {

namespace {

/// What people write for a channel or a demand, and the key it is kept under.
struct Word {
  std::string_view written;
  const char* key;
};

constexpr std::array kChannels{
    Word{"驻厂", "resident"}, Word{"resident", "resident"}, Word{"电话", "phone"},    Word{"phone", "phone"},
    Word{"邮件", "email"},    Word{"email", "email"},       Word{"e-mail", "email"},  Word{"现场", "onsite"},
    Word{"site", "onsite"},   Word{"门户", "portal"},       Word{"portal", "portal"},
};

constexpr std::array kDemands{
    Word{"8d", "8d"},        Word{"全检", "sort"},   Word{"挑选", "sort"},   Word{"返工", "rework"},
    Word{"换货", "replace"}, Word{"退货", "return"}, Word{"折价", "credit"}, Word{"赔偿", "compensation"},
};

std::string channelKey(std::string_view cell, long long line, ImportNotes& notes) {
  const std::string text = foldText(cell);
  for (const Word& word : kChannels)
    if (text.find(word.written) != std::string::npos) return word.key;
  if (!text.empty()) notes.add(tr("Channel not known, taken as other"), line, std::string(cell));
  return text.empty() ? "" : "other";
}

std::string demandKeys(std::string_view cell) {
  const std::string text = foldText(cell);
  std::string keys;
  for (const Word& word : kDemands)
    if (text.find(word.written) != std::string::npos)
      keys += (keys.empty() ? "" : ",") + std::string(word.key);
  return keys;
}

bool isTotals(std::string_view number) {
  const std::string text = foldText(number);
  return text.find("合计") == 0 || text.find("总计") == 0 || text.find("小计") == 0 || text == "total" ||
         text == "sum";
}

/// Reads the lines of one register.
class EntryReader {
 public:
  EntryReader(const ColumnMap& columns, Reader& reader, Instant now, ImportNotes& notes)
      : m_columns(columns),
        m_notes(notes),
        m_currency(reader.setting("currency")),
        m_zone(reader.setting("zone")),
        m_now(now) {
    for (const Part& part : reader.parts("", 1'000'000)) m_partNumbers[foldText(part.name)] = part.number;
  }

  RegisterEntry read(const SourceRow& row) {
    m_row = &row;
    RegisterEntry entry;
    entry.number = cleanLine(cell("number"), "number", kNameLength);
    entry.customer = cleanLine(cell("customer"), "customer", kNameLength);
    entry.customerRef = cleanLine(cell("customer_ref"), "customer_ref", kNameLength, false);
    readDates(entry);
    entry.channel = channelKey(cell("channel"), row.line, m_notes);
    entry.contact = cleanLine(cell("contact"), "contact", kNameLength, false);
    entry.failure = cleanLine(cell("failure"), "failure", kTitleLength);
    readPart(entry);
    entry.lot = cleanLine(cell("lot"), "lot", kNameLength, false);
    readQuantities(entry);
    entry.penalty = parseYesNo(cell("penalty"), "penalty");
    entry.demand = demandKeys(cell("demand"));
    entry.department = cleanLine(cell("department"), "department", kNameLength, false);
    entry.owner = cleanLine(cell("owner"), "owner", kNameLength, false);
    entry.loss = parseMoney(cell("loss"), "loss", m_currency, row.line, m_notes);
    entry.remarks = cleanText(cell("remarks"), "remarks");
    entry.description = cleanText(cell("description"), "description");
    if (entry.remarks.find("安全") != std::string::npos)
      m_notes.add(tr("Remark speaks of safety; the safety flag is left for a person to set"), row.line,
                  entry.remarks);
    return entry;
  }

 private:
  std::string_view cell(std::string_view field) const { return m_columns.cell(m_row->cells, field); }

  CellMoment moment(std::string_view field) {
    const CellMoment read = parseMoment(cell(field), field, m_row->line, m_notes);
    if (!read.hasTime)
      m_notes.add(tr("Date without a time of day, taken as the start of the day"), m_row->line,
                  std::string(cell(field)));
    return read;
  }

  void readDates(RegisterEntry& entry) {
    if (cell("received_at").empty())
      throw Invalid("received_at", tr("The date of the complaint is missing."));
    entry.receivedAt = moment("received_at").local;
    const Date today = m_zone.date(m_now);
    if (entry.receivedAt.date > today.plusDays(1))
      throw Invalid("received_at", {tr("{0} lies in the future."), {entry.receivedAt.date.iso()}});
    if (!cell("built_on").empty()) {
      entry.builtOn = parseMoment(cell("built_on"), "built_on", m_row->line, m_notes).local.date;
      if (*entry.builtOn > today)
        throw Invalid("built_on", {tr("{0} lies in the future."), {entry.builtOn->iso()}});
    }
    if (!cell("sample_at").empty()) entry.sampleAt = moment("sample_at").local;
    if (cell("closed_at").empty()) return;
    const LocalTime closed = moment("closed_at").local;
    if (closed.date < entry.receivedAt.date)
      throw Invalid("closed_at", {tr("Closed on {0}, before the complaint was received on {1}."),
                                  {closed.date.iso(), entry.receivedAt.date.iso()}});
    if (closed.date > today)
      m_notes.add(tr("Closing date lies in the future; the case enters as open"), m_row->line,
                  std::string(cell("closed_at")));
    else
      entry.closedAt = closed;
  }

  void readPart(RegisterEntry& entry) {
    entry.part = cleanLine(cell("part"), "part", kNameLength, false);
    entry.partName = cleanLine(cell("part_name"), "part_name", kNameLength, false);
    const std::string nameKey = foldText(entry.partName);
    if (!entry.part.empty()) {
      if (!nameKey.empty()) m_partNumbers.emplace(nameKey, entry.part);
      return;
    }
    if (nameKey.empty()) throw Invalid("part", tr("Neither part number nor part name is given."));
    const auto known = m_partNumbers.find(nameKey);
    entry.part = known != m_partNumbers.end() ? known->second : entry.partName;
    m_notes.add(known != m_partNumbers.end() ? tr("Part number missing, taken from the part name")
                                             : tr("Part number missing, the part name stands in for it"),
                m_row->line, entry.partName);
  }

  void readQuantities(RegisterEntry& entry) {
    entry.defectKind = parseDefectKind(cell("defect_kind"), m_row->line, m_notes);
    if (cell("qty_defective").empty()) {
      entry.defective = 1;
      m_notes.add(tr("Defective quantity missing, taken as 1"), m_row->line, entry.number);
    } else {
      entry.defective = parsePieces(cell("qty_defective"), "qty_defective", m_row->line, m_notes);
    }
    if (cell("qty_delivered").empty()) return;
    entry.delivered = parsePieces(cell("qty_delivered"), "qty_delivered", m_row->line, m_notes);
    if (entry.defective > *entry.delivered)
      throw Invalid("qty_defective", {tr("{0} defective of {1} delivered: more defective than delivered."),
                                      {std::to_string(entry.defective), std::to_string(*entry.delivered)}});
  }

  const ColumnMap& m_columns;
  ImportNotes& m_notes;
  std::string m_currency;
  Zone m_zone;
  Instant m_now;
  std::map<std::string, std::string>
      m_partNumbers;  ///< folded part name -> number, from database and earlier lines
  const SourceRow* m_row = nullptr;
};

/// The lines before the heading row are titles; a register whose columns are given by number has no heading.
std::vector<std::string> findHeading(const RowSource& rows, const RegisterOptions& options) {
  constexpr int kTitleRows = 20;
  std::vector<std::string> first;
  for (int i = 0; i < kTitleRows; ++i) {
    const auto row = rows();
    if (!row) break;
    if (first.empty() || looksLikeHeading(ImportKind::complaints, row->cells)) first = row->cells;
    if (!options.map.empty() || looksLikeHeading(ImportKind::complaints, row->cells)) return row->cells;
  }
  return first;
}

}  // namespace

std::string contentOf(const RegisterEntry& entry) {
  const auto time = [](const std::optional<LocalTime>& at) { return at ? at->text() : std::string(); };
  std::string out;
  for (const std::string& piece : {entry.number,
                                   entry.customer,
                                   entry.customerRef,
                                   entry.receivedAt.text(),
                                   entry.channel,
                                   entry.contact,
                                   entry.part,
                                   entry.lot,
                                   entry.failure,
                                   std::string(keyOf(entry.defectKind)),
                                   std::to_string(entry.defective),
                                   entry.delivered ? std::to_string(*entry.delivered) : std::string(),
                                   std::string(entry.penalty ? "1" : "0"),
                                   entry.demand,
                                   entry.department,
                                   entry.owner,
                                   time(entry.sampleAt),
                                   time(entry.closedAt),
                                   std::to_string(entry.loss.minor),
                                   entry.loss.currency,
                                   entry.remarks,
                                   entry.description})
    appendFingerprint(out, piece);
  // Only where there is one: what was imported before keeps its hash.
  if (entry.builtOn) appendFingerprint(out, *entry.builtOn);
  return sha256Hex(out);
}

long long RegisterPlan::count(LineVerdict verdict) const {
  return std::count_if(lines.begin(), lines.end(),
                       [verdict](const ImportLine& line) { return line.verdict == verdict; });
}

RegisterPlan planRegister(const RowSource& rows, const RegisterOptions& options, Reader& reader, Instant now,
                          Progress* progress) {
  RegisterPlan plan;
  plan.knownFile = options.fileSha256.empty() ? std::nullopt : reader.importedFile(options.fileSha256);
  const bool withoutHeading = ColumnMap::byNumber(options.map);
  const auto heading = withoutHeading ? std::vector<std::string>{} : findHeading(rows, options);
  const ColumnMap columns(ImportKind::complaints, heading, options.map);
  plan.columns = columns.describe();
  plan.refusedRows.push_back(heading);

  std::map<std::string, std::pair<long long, std::string>>
      seen;  // number -> line (0: in the database), content
  for (const ImportedLine& line : reader.importedLines()) seen[line.externalNumber] = {0, line.fingerprint};

  ImportNotes notes;
  EntryReader entries(columns, reader, now, notes);
  while (const auto row = rows()) {
    ImportLine verdict{
        row->line, std::string(columns.cell(row->cells, "number")), LineVerdict::fresh, {}, {}};
    tellProgress(progress, kUnknownShare, {tr("Line {0}"), {std::to_string(row->line)}});
    if (isTotals(verdict.number)) {
      verdict.verdict = LineVerdict::totals;
      plan.lines.push_back(std::move(verdict));
      continue;
    }
    try {
      RegisterEntry entry = entries.read(*row);
      verdict.number = entry.number;
      const std::string content = contentOf(entry);
      const auto [before, isNew] = seen.try_emplace(entry.number, row->line, content);
      if (isNew) {
        plan.entries.push_back(std::move(entry));
      } else {
        const bool same = before->second.second == content;
        verdict.verdict = same ? LineVerdict::same : LineVerdict::conflict;
        verdict.field = "number";
        const std::string where = std::to_string(before->second.first);
        const bool stored = before->second.first == 0;
        if (same)
          verdict.reason =
              stored ? Message(tr("Already imported.")) : Message(tr("The same as line {0}."), {where});
        else
          verdict.reason = stored ? Message(tr("Already imported under this number with another content."))
                                  : Message(tr("Line {0} has the same number and another content."), {where});
      }
    } catch (const Invalid& wrong) {
      verdict.verdict = LineVerdict::refused;
      verdict.field = wrong.field();
      verdict.reason = wrong.message();
    }
    if (verdict.verdict == LineVerdict::refused || verdict.verdict == LineVerdict::conflict)
      plan.refusedRows.push_back(row->cells);
    plan.lines.push_back(std::move(verdict));
  }
  plan.notes = notes.messages();
  return plan;
}

}  // namespace octad::model
