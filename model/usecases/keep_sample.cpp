#include "model/usecases/keep_sample.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

namespace {

/// The sample named, or the newest that arrived.
const Sample& chooseSample(const CaseFile& file, SampleId id) {
  const Sample* chosen = nullptr;
  for (const auto& sample : file.samples) {
    if (id ? sample.id == id : sample.toCome && sample.arrivedAt) chosen = &sample;
  }
  if (!chosen && id)
    throw Invalid("sample_id",
                  {tr("Case {0} has no such sample. Choose one of its samples."), {file.complaint.number}});
  if (!chosen || !chosen->toCome || !chosen->arrivedAt)
    throw Refused("sample", tr("The sample has not arrived yet. Record its arrival first."));
  return *chosen;
}

void move(CaseEdit& edit, const SampleMove& input) {
  edit.raiseVersion = false;
  const Sample& sample = chooseSample(edit.file, input.sampleId);
  SampleCustody custody;
  custody.complaintId = edit.file.complaint.id;
  custody.sampleId = sample.id;
  custody.holder = cleanLine(input.holder, "holder", kNameLength);
  custody.place = cleanLine(input.place, "place", kNameLength, false);
  custody.since = input.since.value_or(edit.now);
  if (custody.since > plusSeconds(edit.now, 24LL * 60 * 60))
    throw Invalid("since", tr("The sample cannot change hands later than tomorrow. Check the time."));
  for (const auto& earlier : edit.file.sampleCustody)
    if (earlier.sampleId == sample.id && custody.since < earlier.since)
      throw Invalid("since", tr("The sample changed hands later than that already. Check the time."));
  if (custody.since < *sample.arrivedAt)
    throw Invalid("since", tr("The sample had not arrived at that time. Check the time."));
  custody.note = cleanText(input.note, "note");
  custody.recordedBy = edit.actor.id;
  insertRecord(edit.unit, custody);
  edit.file.sampleCustody.push_back(std::move(custody));
}

void note(CaseEdit& edit, const SampleWord& input) {
  edit.raiseVersion = false;
  // The customer is often asked before the sample is on its way: any sample to come will do.
  const Sample* sample = nullptr;
  for (const auto& candidate : edit.file.samples)
    if (input.sampleId ? candidate.id == input.sampleId : candidate.toCome) sample = &candidate;
  if (!sample) throw Refused("sample", tr("There is no sample to ask about. Record the sample first."));
  SampleConsent consent;
  consent.complaintId = edit.file.complaint.id;
  consent.sampleId = sample->id;
  consent.state = input.state;
  consent.givenBy = cleanLine(input.givenBy, "given_by", kNameLength);
  consent.givenOn = input.givenOn.value_or(edit.today);
  requireDayUntil(consent.givenOn, edit.today.plusDays(1), "given_on");
  consent.note = cleanText(input.note, "note");
  consent.recordedBy = edit.actor.id;
  insertRecord(edit.unit, consent);
  edit.file.sampleConsents.push_back(std::move(consent));
}

}  // namespace

Saved MoveSample::execute(const SampleMove& input) {
  const CaseChange change{m_workplace,  "sample-custody", Right::handleComplaint,
                          input.target, input.note,       fingerprint(input)};
  return changeCase(change, [&input](CaseEdit& edit) { move(edit, input); });
}

Saved NoteConsent::execute(const SampleWord& input) {
  const CaseChange change{m_workplace,  "sample-consent", Right::handleComplaint,
                          input.target, input.note,       fingerprint(input)};
  return changeCase(change, [&input](CaseEdit& edit) { note(edit, input); });
}

}  // namespace octad::model
