#include "gui/viewmodels/case_samples.hpp"

#include <algorithm>
#include <utility>

#include "gui/viewmodels/case_actions.hpp"
#include "gui/viewmodels/translator.hpp"

namespace octad::viewmodels {

using model::CaseFile;
using model::Consent;
using model::labelOf;
using model::Message;
using model::Sample;
using model::SampleId;
using model::tr;
using model::translated;

namespace {

std::string placed(const model::SampleCustody& row) {
  return row.place.empty() ? row.holder : row.holder + ", " + row.place;
}

/// The newest of the rows of a sample; rows come in the order in which they were written.
template <class Row>
const Row* newestOf(const std::vector<Row>& rows, SampleId id) {
  const auto found =
      std::find_if(rows.rbegin(), rows.rend(), [id](const Row& row) { return row.sampleId == id; });
  return found == rows.rend() ? nullptr : &*found;
}

std::pair<const char*, Tone> lookOf(Consent state) {
  switch (state) {
    case Consent::granted:
      return {"✓", Tone::good};
    case Consent::refused:
      return {"×", Tone::late};
    case Consent::asked:
      break;
  }
  return {"?", Tone::warning};
}

/// The line of a return that a sample became; null while it is none.
const model::ReturnShare* lineOf(const CaseFile& file, SampleId id) {
  for (const auto& share : file.returns)
    if (share.sampleId == id) return &share;
  return nullptr;
}

}  // namespace

std::vector<CaseSampleRow> caseSampleRows(const CaseFile& file, const model::Zone& zone) {
  std::vector<CaseSampleRow> rows;
  for (auto sample = file.samples.rbegin(); sample != file.samples.rend(); ++sample) {
    CaseSampleRow row;
    row.id = sample->id;
    row.toCome = sample->toCome;
    row.note = sample->note;
    if (sample->toCome) {
      row.arrived = sample->arrivedAt.has_value();
      row.markable = !sample->analysableAt;
      row.arrivedAt = timeText(zone, sample->arrivedAt);
      row.analysableAt = timeText(zone, sample->analysableAt);
      row.quantity = sample->quantity;
      if (const auto* custody = newestOf(file.sampleCustody, sample->id)) row.holder = placed(*custody);
      if (const auto* word = newestOf(file.sampleConsents, sample->id)) {
        const auto [mark, tone] = lookOf(word->state);
        row.consent = {"{0} {1}", {mark, translated(labelOf(word->state))}};
        row.consentTone = tone;
      }
      if (const auto* share = lineOf(file, sample->id)) row.returnNumber = share->number;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<SampleStep> sampleWay(const CaseFile& file, SampleId id, const model::Zone& zone) {
  std::vector<std::pair<model::Instant, SampleStep>> steps;
  const auto* newest = newestOf(file.sampleCustody, id);
  for (const auto& sample : file.samples) {
    if (sample.id != id || !sample.toCome) continue;
    if (sample.arrivedAt)
      steps.push_back({*sample.arrivedAt,
                       {timeText(zone, sample.arrivedAt),
                        {tr("Arrived, {0} pieces"), {groupedNumber(sample.quantity)}},
                        newest == nullptr,
                        sample.note}});
    if (sample.analysableAt)
      steps.push_back(
          {*sample.analysableAt, {timeText(zone, sample.analysableAt), {tr("Can be analysed")}, false, {}}});
  }
  for (const auto& custody : file.sampleCustody)
    if (custody.sampleId == id)
      steps.push_back(
          {custody.since,
           {timeText(zone, custody.since), {"{0}", {placed(custody)}}, &custody == newest, custody.note}});
  for (const auto& word : file.sampleConsents) {
    if (word.sampleId != id) continue;
    steps.push_back({zone.instant({word.givenOn}),
                     {word.givenOn.iso(),
                      {tr("Destructive test: {0} ({1})"), {translated(labelOf(word.state)), word.givenBy}},
                      false,
                      word.note}});
  }
  std::stable_sort(steps.begin(), steps.end(),
                   [](const auto& left, const auto& right) { return left.first < right.first; });
  std::vector<SampleStep> way;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) way.push_back(std::move(step->second));
  return way;
}

std::optional<SampleWait> sampleWait(const CaseFile& file, const model::Zone& zone, model::Instant now) {
  const auto& head = file.complaint;
  const bool clockWaits =
      std::any_of(file.clocks.begin(), file.clocks.end(), [](const model::CaseClock& clock) {
        return clock.startEvent == "sample_analysable" && !clock.startedAt && !clock.metAt;
      });
  const bool here = std::any_of(file.samples.begin(), file.samples.end(), [](const Sample& sample) {
    return !sample.toCome || sample.arrivedAt.has_value();
  });
  if (!isOpen(head.state) || !clockWaits || here) return std::nullopt;
  SampleWait wait;
  const int days = model::daysBetween(zone.date(head.receivedAt), zone.date(now));
  // The day is the model's (refreshSummary): some days after the last news of the sample.
  wait.remind = head.dueName == "sample_reminder" && head.dueAt && *head.dueAt <= now;
  wait.words = wait.remind
                   ? Message(tr("⚠ Waiting for the sample: {0} days. The customer is to be reminded."),
                             {std::to_string(days)})
                   : Message(tr("Waiting for the sample: {0} days."), {std::to_string(days)});
  return wait;
}

}  // namespace octad::viewmodels
