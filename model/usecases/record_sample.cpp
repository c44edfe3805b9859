#include "model/usecases/record_sample.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

namespace {

void requireMoment(const std::optional<Instant>& at, const CaseEdit& edit, std::string_view field) {
  if (!at) return;
  constexpr long long kDay = 24 * 60 * 60;
  if (*at > plusSeconds(edit.now, kDay))
    throw Invalid(std::string(field), tr("The sample cannot have come later than tomorrow. Check the date."));
  if (*at < edit.calendar.zone().instant({Date(1990, 1, 1)}))
    throw Invalid(std::string(field), tr("The sample cannot have come before 1990-01-01. Check the date."));
}

void checkNews(const SampleNews& news, const CaseEdit& edit) {
  requireMoment(news.arrivedAt, edit, "arrived_at");
  requireMoment(news.analysableAt, edit, "analysable_at");
  requireQuantity(news.quantity, "quantity");
  if (!news.toCome && (news.arrivedAt || news.analysableAt))
    throw Invalid("to_come", tr("A sample that arrived cannot be one that will not come. Choose one."));
  if (news.arrivedAt && news.analysableAt && *news.analysableAt < *news.arrivedAt)
    throw Invalid("analysable_at", tr("A sample cannot be analysable before it arrived. Check the times."));
}

/// The newest sample on the desk that waits for being marked analysable.
Sample* waitingSample(CaseFile& file) {
  Sample* waiting = nullptr;
  for (auto& sample : file.samples)
    if (sample.toCome && !sample.analysableAt) waiting = &sample;
  return waiting;
}

Sample* sampleOf(CaseFile& file, const SampleNews& news) {
  if (!news.toCome) return nullptr;
  if (!news.sampleId) return waitingSample(file);
  for (auto& sample : file.samples)
    if (sample.id == news.sampleId && sample.toCome && !sample.analysableAt) return &sample;
  throw Invalid("sample_id", tr("This sample does not wait to be analysed. Choose one that does."));
}

void record(CaseEdit& edit, const SampleNews& news) {
  Sample* waiting = sampleOf(edit.file, news);
  const bool tells =
      (!waiting || !waiting->arrivedAt || !news.arrivedAt) && (news.arrivedAt || news.analysableAt);
  const bool continues = waiting && (news.sampleId || tells);
  if (!continues) {
    waiting = &edit.file.samples.emplace_back();
    waiting->complaintId = edit.file.complaint.id;
    waiting->toCome = news.toCome;
  }
  if (news.arrivedAt) waiting->arrivedAt = news.arrivedAt;
  if (news.analysableAt) {
    if (!waiting->arrivedAt) waiting->arrivedAt = news.analysableAt;
    if (*news.analysableAt < *waiting->arrivedAt)
      throw Invalid("analysable_at", tr("A sample cannot be analysable before it arrived. Check the times."));
    waiting->analysableAt = news.analysableAt;
  }
  if (news.quantity > 0) waiting->quantity = news.quantity;
  // The start of the clocks when no sample will come is the moment this is said.
  if (!news.toCome) waiting->arrivedAt = edit.now;
  const std::string note = cleanText(news.note, "note");
  if (!note.empty()) waiting->note = note;
  waiting->toldAt = edit.now;
  if (waiting->id)
    updateRecord(edit.unit, *waiting);
  else
    insertRecord(edit.unit, *waiting);
}

}  // namespace

Saved RecordSample::execute(const SampleNews& input) {
  const CaseChange change{m_workplace,  "sample",   Right::handleComplaint,
                          input.target, input.note, fingerprint(input)};
  return changeCase(change, [&input](CaseEdit& edit) {
    checkNews(input, edit);
    record(edit, input);
    startConfirming(edit);
  });
}

}  // namespace octad::model
