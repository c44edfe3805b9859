#include "gui/viewmodels/sweep_counts.hpp"

#include <algorithm>

#include "gui/viewmodels/action_form_parts.hpp"
#include "model/usecases/count_sweep.hpp"

namespace octad::viewmodels {

using model::CaseTarget;
using model::Message;
using model::SweepRow;
using model::tr;
using model::translated;
using model::Workplace;

namespace {

constexpr long long kPercent = 100;

Message progress(long long suspect, long long sorted, long long unreachable, long long open) {
  const long long percent = suspect == 0 ? 0 : sorted * kPercent / suspect;
  std::vector<std::string> words{groupedNumber(sorted), groupedNumber(suspect), std::to_string(percent),
                                 groupedNumber(open)};
  if (unreachable == 0) return {tr("{0} of {1} sorted ({2} %), {3} open"), std::move(words)};
  words.push_back(groupedNumber(unreachable));
  return {tr("{0} of {1} sorted ({2} %), {3} open, {4} out of reach"), std::move(words)};
}

long long sorted(const model::SweepCount& count) {
  const long long pieces = count.ok + count.ng + count.rework;
  return count.correction ? -pieces : pieces;
}

}  // namespace

Message sweepProgress(const SweepRow& row) {
  return progress(row.suspect, row.ok + row.ng + row.rework, row.unreachable, row.open());
}

Message sweepProgress(const model::SweepTask& task) {
  return progress(task.suspect, task.ok + task.ng + task.rework, task.unreachable, task.open());
}

std::vector<SweepCountRow> sweepCountRows(const model::CaseFile& file, model::SweepRowId id) {
  std::vector<const model::SweepCount*> counts;
  for (const auto& count : file.sweepCounts)
    if (count.sweepId == id) counts.push_back(&count);
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto* left, const auto* right) { return left->countedOn < right->countedOn; });
  std::vector<SweepCountRow> rows;
  long long soFar = 0;
  for (const auto* count : counts) {
    soFar += sorted(*count);
    const auto pieces = [count](long long value) {
      return (count->correction && value > 0 ? "−" : "") + groupedNumber(value);
    };
    rows.push_back({count->countedOn.iso(), pieces(count->ok), pieces(count->ng), pieces(count->rework),
                    soFar, file.personName(count->countedBy), count->note, count->correction});
  }
  std::reverse(rows.begin(), rows.end());
  return rows;
}

const SweepRow* sweepAt(const model::CaseFile& file, model::SweepLocation location) {
  for (const auto& row : file.sweep)
    if (row.location == location) return &row;
  return nullptr;
}

std::optional<Message> whyNotCount(const model::CaseFile& file, const model::Actor& actor,
                                   model::SweepLocation location) {
  if (!isOpen(file.complaint.state)) return Message(tr("The case is not open any more."));
  try {
    model::requireRight(actor, model::Right::countSweep);
  } catch (const model::Refused& refused) {
    return refused.message();
  }
  const SweepRow* row = sweepAt(file, location);
  if (row && !row->notApplicable.empty()) return Message(tr("The location is not part of the sweep."));
  if (!row || row->suspect == 0)
    return Message(tr("Enter and save first how many pieces are suspect there."));
  return std::nullopt;
}

ActionForm sweepCountForm(const CasePageViewModel& page, const SweepRow& row, bool correction) {
  ActionForm form;
  const std::string place = translated(labelOf(row.location));
  form.title = correction ? Message(tr("Correct the counts: {0}"), {place})
                          : Message(tr("Enter a count: {0}"), {place});
  form.okLabel = correction ? tr("Take back") : tr("Save the count");
  form.notes.push_back(sweepProgress(row));
  if (correction)
    form.notes.push_back(
        {tr("These pieces are taken back from what was counted; the counts stay as they are.")});
  form.fields = {
      {"ok", tr("OK"), FormFieldKind::quantity, {}, {}, false},
      {"ng", tr("NG"), FormFieldKind::quantity, {}, {}, true},
      {"rework", tr("Rework"), FormFieldKind::quantity, {}, {}, true},
      {"counted_on", tr("Counted on"), FormFieldKind::date, today(page).iso(), {}, true},
      {"note",
       correction ? tr("Why it is corrected") : tr("Lots, remarks"),
       FormFieldKind::text,
       {},
       {},
       false},
  };
  form.whyNot = [location = row.location](const CasePageViewModel& now) {
    return whyNotCount(now.file(), now.session().actor, location);
  };
  form.execute = [id = row.id, correction](Workplace workplace, CaseTarget target, const FormValues& values) {
    model::SweepEntry input;
    input.requestId = target.requestId;
    input.sweepId = id;
    input.countedOn = requiredDay(values, "counted_on");
    input.ok = quantity(values, "ok");
    input.ng = quantity(values, "ng");
    input.rework = quantity(values, "rework");
    input.correction = correction;
    input.note = at(values, "note");
    model::CountSweep(std::move(workplace)).execute(input);
    return model::Saved{target.id, {}, target.version};
  };
  return form;
}

}  // namespace octad::viewmodels
