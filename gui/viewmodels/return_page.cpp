#include "gui/viewmodels/return_page.hpp"

#include <algorithm>
#include <utility>

#include "audit/told/return_history.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/return_reader.hpp"
#include "model/returns/replacement.hpp"
#include "model/returns/return_state.hpp"

namespace octad::viewmodels {

using model::Finding;
using model::labelOf;
using model::Message;
using model::ReturnFile;
using model::tr;
using model::translated;

namespace {

/// Where a point is mended.
ReturnJump jumpOf(const model::MissingReturnPoint& point) {
  using Kind = model::MissingInReturnKind;
  switch (point.kind) {
    case Kind::decision:
    case Kind::reasonWithoutCase:
      return {ReturnTab::findings, point.lineId, {}, ReturnActionId::decide};
    case Kind::dossier:
      return {ReturnTab::findings, point.lineId, {}, ReturnActionId::dossier};
    case Kind::creditNote:
      return {ReturnTab::disposition, {}, {}, ReturnActionId::cost};
    case Kind::pieces:
      break;
  }
  return {ReturnTab::pieces, point.lineId, point.place, {}};
}

Message counted(const char* label, std::size_t count) {
  return count == 0 ? Message("{0}", {translated(label)})
                    : Message("{0} {1}", {translated(label), groupedNumber(static_cast<long long>(count))});
}

}  // namespace

std::vector<MissingInReturn> missingInReturn(const ReturnFile& file) {
  std::vector<MissingInReturn> missing;
  for (auto& point : model::missingForReturn(file)) {
    const ReturnJump jump = jumpOf(point);
    missing.push_back({std::move(point.text), jump});
  }
  return missing;
}

struct ReturnPageViewModel::Loaded {
  std::shared_ptr<const ReturnFile> file;
  std::vector<model::Department> departments;
  std::vector<model::Person> people;
};

void ReturnPageViewModel::load() {
  m_loading = true;
  m_reading.renew();
  inBackground(
      m_session.executor, m_reading,
      [store = m_session.store, id = m_id] {
        model::Reader& reader = store->reader();
        Loaded loaded;
        loaded.file = std::make_shared<const ReturnFile>(reader.returns().open(id));
        loaded.departments = reader.departments();
        loaded.people = reader.people();
        return loaded;
      },
      [this](Loaded loaded) {
        m_loading = false;
        m_file = std::move(loaded.file);
        m_departments = std::move(loaded.departments);
        m_people = std::move(loaded.people);
        changed();
      },
      [this](const std::exception_ptr& error) { loadFailed(error); });
}

void ReturnPageViewModel::readHistory() {
  if (!m_file) return;
  m_historyReading.renew();
  inBackground(
      m_session.executor, m_historyReading,
      [store = m_session.store, id = m_id, file = m_file] {
        return told::historyLines(store->reader().returns().history(id), *file);
      },
      [this](std::vector<told::HistoryLine> lines) {
        m_history = std::move(lines);
        historyChanged();
      },
      [this](const std::exception_ptr& error) { failed(error); });
}

ReturnHeader ReturnPageViewModel::header() const {
  const auto& head = m_file->head;
  ReturnHeader header;
  header.number = head.number;
  header.rmaNumber = head.rmaNumber;
  header.customer = m_file->customer.name;
  header.about = text().label(head.kind) + " · " + text().label(head.treatment);
  if (head.blind && !head.announcedOn) header.about += " · " + text()(tr("came unannounced"));
  header.state = chipOf(model::stateOf(*m_file));
  const auto wait = model::waitOf(*m_file);
  header.turn = wait == model::ReturnWait::nobody ? Message(tr("Nobody's turn"))
                                                  : Message(tr("Turn: {0}"), {translated(labelOf(wait))});
  if (head.dueOn) {
    header.overdue = *head.dueOn < today();
    const bool replacement = head.replacementDueOn == head.dueOn;
    const std::string what = translated(replacement ? tr("replacement") : tr("arrival"));
    header.due = header.overdue ? Message(tr("Overdue since {0}: {1}"), {head.dueOn->iso(), what})
                                : Message(tr("Due {0}: {1}"), {head.dueOn->iso(), what});
  } else if (const auto clock = model::replacementClock(*m_file); clock && clock->metOn) {
    header.due = {tr("Replacement: {0}"), {text()(model::replacementWords(*clock, today()))}};
  }
  return header;
}

std::vector<ReturnCaseLink> ReturnPageViewModel::cases() const {
  std::vector<ReturnCaseLink> links;
  for (const auto& entry : m_file->cases) links.push_back({entry.id, entry.number, entry.title});
  return links;
}

Message ReturnPageViewModel::tabLabel(ReturnTab tab) const {
  switch (tab) {
    case ReturnTab::units:
      return counted(tr("Units and tests"), m_file->units.size());
    case ReturnTab::findings:
      return {tr("Findings and NTF")};
    case ReturnTab::disposition:
      return {tr("Disposition and cost")};
    case ReturnTab::files:
      return counted(tr("Files"), m_file->attachments.size());
    case ReturnTab::history:
      return {tr("History")};
    case ReturnTab::pieces:
      break;
  }
  return counted(tr("Pieces"), static_cast<std::size_t>(std::max(0LL, m_file->balance().received())));
}

void ReturnPageViewModel::run(const std::string& requestId,
                              std::function<model::ReturnSaved(model::Workplace, model::ReturnTarget)> change,
                              std::function<void(const model::ReturnSaved&)> saved,
                              std::function<void(std::exception_ptr)> refused) {
  runChange(
      model::ReturnTarget{m_id, m_file->head.rowVersion, requestId}, std::move(change),
      [this, saved = std::move(saved)](const model::ReturnSaved& result) {
        stored(result);
        if (saved) saved(result);
      },
      std::move(refused));
}

void ReturnPageViewModel::suggestCases(const std::string& typed,
                                       std::function<void(std::vector<FieldSuggestion>)> answer) const {
  inBackground(
      m_session.executor, m_life,
      [store = m_session.store, typed, customer = m_file->head.customerId] {
        model::CaseFilter filter;
        filter.openOnly = true;
        filter.customerId = customer;
        filter.text = typed;
        std::vector<FieldSuggestion> found;
        for (const auto& row : store->reader().casePage(filter, {}, kSuggestions, std::nullopt).rows)
          found.push_back({row.number, row.partNumber + " " + row.failure});
        return found;
      },
      std::move(answer), [](const std::exception_ptr&) {});
}

}  // namespace octad::viewmodels
