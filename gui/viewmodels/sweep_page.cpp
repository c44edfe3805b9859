#include "gui/viewmodels/sweep_page.hpp"

#include <algorithm>
#include <utility>

#include "gui/viewmodels/row_table.hpp"
#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/return_reader.hpp"
#include "model/usecases/count_sweep.hpp"

namespace octad::viewmodels {

using model::Message;
using model::SweepTask;
using model::tr;

namespace {

long long pieces(const std::string& text, const char* field) {
  return text.empty() ? 0 : model::parseQuantity(text, field);
}

model::SweepEntry read(const CountEntry& typed) {
  model::SweepEntry entry;
  entry.ok = pieces(typed.ok, "ok");
  entry.ng = pieces(typed.ng, "ng");
  entry.rework = pieces(typed.rework, "rework");
  entry.countedOn = parseDay(typed.countedOn, "counted_on");
  entry.correction = typed.correction;
  entry.note = typed.note;
  return entry;
}

/// After these the same request may have been carried out, so it has to be sent again as it was.
bool mayHaveHappened(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const model::Error& ours) {
    return ours.code() == model::ErrorCode::connectionLost || ours.code() == model::ErrorCode::busy;
  } catch (const std::exception&) {
    return true;
  }
}

}  // namespace

SweepPageViewModel::SweepPageViewModel(Session& session) : m_session(session), m_requestId(newUuid()) {}

void SweepPageViewModel::load() {
  m_loading = true;
  m_reading.renew();
  inBackground(
      m_session.executor, m_reading,
      [store = m_session.store] { return store->reader().returns().sweepTasks(); },
      [this](std::vector<SweepTask> tasks) {
        m_loading = false;
        m_loaded = true;
        m_tasks = std::move(tasks);
        changed();
      },
      [this](const std::exception_ptr& error) {
        m_loading = false;
        failed(error);
      });
}

std::vector<const SweepTask*> SweepPageViewModel::rows() const {
  std::vector<const SweepTask*> rows;
  // The chosen one stays in sight when its last piece was sorted.
  for (const auto& task : m_tasks)
    if (!m_openOnly || task.open() > 0 || task.id == m_chosen) rows.push_back(&task);
  return rows;
}

Message SweepPageViewModel::summary() const {
  if (!m_loaded) return {};
  long long open = 0;
  long long sweeps = 0;
  for (const auto& task : m_tasks) {
    open += std::max(task.open(), 0LL);
    sweeps += task.open() > 0 ? 1 : 0;
  }
  if (sweeps == 0) return {tr("Nothing is left to be sorted.")};
  return {tr("{0} of {1} locations have open pieces: {2} in all"),
          {std::to_string(sweeps), std::to_string(m_tasks.size()), groupedNumber(open)}};
}

const SweepTask* SweepPageViewModel::chosen() const {
  for (const auto& task : m_tasks)
    if (task.id == m_chosen && m_chosen) return &task;
  return nullptr;
}

void SweepPageViewModel::choose(model::SweepRowId id) {
  if (id == m_chosen) return;
  m_chosen = id;
  m_requestId = newUuid();
}

CountEntry SweepPageViewModel::fresh() const {
  CountEntry entry;
  entry.countedOn = m_session.zone.date(m_session.clock.now()).iso();
  return entry;
}

std::optional<Message> SweepPageViewModel::whyNot() const {
  try {
    model::requireRight(m_session.actor, model::Right::countSweep);
  } catch (const model::Refused& refused) {
    return refused.message();
  }
  if (!chosen()) return Message(tr("Choose a location of the list first."));
  return std::nullopt;
}

void SweepPageViewModel::save(const CountEntry& entry, std::function<void(long long)> done,
                              std::function<void(std::exception_ptr)> refused) {
  model::SweepEntry input;
  try {
    if (const auto why = whyNot()) throw model::Refused("sweep", *why);
    input = read(entry);
  } catch (const model::Error&) {
    refused(std::current_exception());
    return;
  }
  input.sweepId = m_chosen;
  input.requestId = m_requestId;
  m_saving = true;
  inBackground(
      m_session.executor, m_life,
      [store = m_session.store, &clock = m_session.clock, actor = m_session.actor, input] {
        return model::CountSweep(model::Workplace{*store, clock, actor}).execute(input);
      },
      [this, done = std::move(done)](long long open) {
        m_saving = false;
        m_requestId = newUuid();
        if (done) done(open);
        load();
      },
      [this, refused = std::move(refused)](const std::exception_ptr& error) {
        m_saving = false;
        if (!mayHaveHappened(error)) m_requestId = newUuid();
        refused(error);
      });
}

}  // namespace octad::viewmodels
