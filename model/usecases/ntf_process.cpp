#include "model/usecases/ntf_process.hpp"

#include <algorithm>

#include "model/core/catalogue.hpp"
#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/returns/return_state.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/return_change.hpp"

namespace octad::model {

namespace {

/// Every piece without trouble found had its finding when the newest dossier of the line was concluded.
bool allConcluded(const ReturnFile& file, const ReturnLine& line) {
  std::optional<Instant> concluded;
  for (const auto& dossier : file.dossiers)
    if (dossier.lineId == line.id && dossier.concludedAt && (!concluded || *dossier.concludedAt > *concluded))
      concluded = dossier.concludedAt;
  return std::none_of(file.movements.begin(), file.movements.end(), [&](const ReturnMovement& movement) {
    return movement.lineId == line.id && movement.toFinding == Finding::noTroubleFound &&
           movement.fromFinding != Finding::noTroubleFound && !movement.reverses &&
           movement.recordedAt > *concluded;
  });
}

NtfDossier opened(const ReturnEdit& edit, const NtfEntry& input) {
  const ReturnLine& line = edit.file.line(input.lineId);
  if (edit.file.balance(line.id).found(Finding::noTroubleFound) == 0)
    throw Refused("ntf",
                  {tr("Line {0} has no pieces without trouble found."), {std::to_string(line.position)}});
  for (const auto& dossier : edit.file.dossiers)
    if (dossier.lineId == line.id && dossier.concludedAt && allConcluded(edit.file, line))
      throw Refused(
          "concluded",
          {tr("The NTF dossier of line {0} is concluded: its result stands. There are no more pieces "
              "without trouble found since."),
           {std::to_string(line.position)}});
  for (const auto& dossier : edit.file.dossiers)
    if (dossier.lineId == line.id && !dossier.concludedAt)
      throw Refused("ntf", {tr("Line {0} has an open NTF dossier already. Go on with that one."),
                            {std::to_string(line.position)}});
  NtfDossier dossier;
  dossier.returnId = edit.file.head.id;
  dossier.lineId = line.id;
  const auto rule = ntfTrigger(edit.file, line);
  dossier.trigger =
      rule ? Catalogue().sentence(*rule)
           : requireWords(input.trigger, "trigger", tr("Say why the NTF process is followed here."));
  dossier.openedBy = edit.actor.id;
  dossier.openedAt = edit.now;
  return dossier;
}

void write(const NtfEntry& input, NtfDossier& dossier, Date today) {
  dossier.dataCollection = cleanText(input.dataCollection, "data_collection");
  dossier.systemTest = cleanText(input.systemTest, "system_test");
  dossier.processStudy = cleanText(input.processStudy, "process_study");
  dossier.result = cleanText(input.result, "result");
  dossier.liability = input.liability;
  if (input.technicalFactor && (*input.technicalFactor < 0 || *input.technicalFactor > 100))
    throw Invalid("technical_factor", tr("The technical factor is a percentage: enter 0 to 100."));
  dossier.technicalFactor = input.technicalFactor;
  dossier.agreedWith = cleanLine(input.agreedWith, "agreed_with", kNameLength, false);
  if (input.agreedOn) requireDayUntil(*input.agreedOn, today.plusDays(1), "agreed_on");
  dossier.agreedOn = input.agreedOn;
}

/// VDA FFA: data collection, system test, process study, a result, and who carries what.
void requireComplete(const NtfDossier& dossier) {
  const auto words = [](const std::string& text, const char* field, const char* sentence) {
    requireWords(text, field, sentence);
  };
  words(dossier.dataCollection, "data_collection",
        tr("Enter what data were collected before the dossier is concluded."));
  words(dossier.systemTest, "system_test",
        tr("Enter the system test, or why there was none, before the dossier is concluded."));
  words(dossier.processStudy, "process_study",
        tr("Enter what the study of the process gave before the dossier is concluded."));
  words(dossier.result, "result", tr("Enter the result before the dossier is concluded."));
  if (dossier.liability == Liability::undetermined)
    throw Invalid("liability", tr("Say who is liable before the dossier is concluded."));
  if (!dossier.technicalFactor)
    throw Invalid("technical_factor",
                  tr("Enter the agreed technical factor before the dossier is concluded."));
  words(dossier.agreedWith, "agreed_with", tr("Say with whom at the customer this was agreed."));
  if (!dossier.agreedOn) throw Invalid("agreed_on", tr("Enter the day on which this was agreed."));
}

void writeDossier(ReturnEdit& edit, const NtfEntry& input) {
  NtfDossier dossier;
  if (input.dossierId) {
    const auto known = std::find_if(edit.file.dossiers.begin(), edit.file.dossiers.end(),
                                    [&input](const NtfDossier& row) { return row.id == input.dossierId; });
    if (known == edit.file.dossiers.end())
      throw NotFound({tr("Return {0} has no such dossier. Open the return again."), {edit.file.head.number}});
    if (known->concludedAt)
      throw Refused("concluded", tr("The dossier is concluded. Open another one to go on."));
    dossier = *known;
  } else {
    dossier = opened(edit, input);
  }
  write(input, dossier, edit.today);
  if (input.conclude) {
    requireComplete(dossier);
    dossier.concludedAt = edit.now;
    dossier.concludedBy = edit.actor.id;
  }
  ReturnRecord record(dossier);
  if (dossier.id)
    edit.unit.returns().update(record);
  else
    edit.unit.returns().insert(record);
}

}  // namespace

ReturnSaved WriteNtfDossier::execute(const NtfEntry& input) {
  const ReturnChange change{m_workplace,  "return-ntf", Right::disposeReturn,
                            input.target, {},           fingerprint(input)};
  return changeReturn(change, [&input](ReturnEdit& edit) { writeDossier(edit, input); });
}

}  // namespace octad::model
