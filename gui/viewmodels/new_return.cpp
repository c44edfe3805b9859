#include "gui/viewmodels/new_return.hpp"

#include <algorithm>
#include <utility>

#include "gui/viewmodels/kept_draft.hpp"
#include "gui/viewmodels/return_actions.hpp"
#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"

namespace octad::viewmodels {

template class FormWithDraft<ReturnDraft>;

using model::Message;
using model::tr;

namespace {

std::string lineField(std::size_t line, const char* member) {
  return "lines." + std::to_string(line) + "." + member;
}

ReturnDraft announcedToday(const Session& session) {
  ReturnDraft draft;
  draft.announcedOn = session.zone.date(session.clock.now()).iso();
  return draft;
}

/// The part, lot and failure of the first item of a case.
CaseOfLine wordsOf(const model::CaseFile& file) {
  CaseOfLine words;
  words.customer = file.customer.name;
  if (file.items.empty()) return words;
  const auto& item = file.items.front();
  words.part = file.partNumber(item.partId);
  words.lot = item.lot;
  words.failure = item.failure;
  return words;
}

}  // namespace

NewReturnViewModel::NewReturnViewModel(Session& session, Drafts& drafts)
    : FormWithDraft(session, drafts, draftKey(session), announcedToday(session)) {}

void NewReturnViewModel::startFrom(model::ComplaintId id) {
  inBackground(
      m_session.executor, m_alive, [store = m_session.store, id] { return store->reader().openCase(id); },
      [this](const model::CaseFile& file) {
        const CaseOfLine words = wordsOf(file);
        m_draft.customer = words.customer;
        m_draft.lines = {{file.complaint.number, words.part, words.lot, words.failure, {}}};
        started();
      },
      [this](const std::exception_ptr&) { started(); });  // the form opens empty then
}

std::string NewReturnViewModel::draftKey(const Session& session) {
  return journalKey("new-return", session);
}

std::optional<ReturnDraft> NewReturnViewModel::leftBehind(const Session& session, Drafts& drafts) {
  auto draft = found(draftKey(session), drafts);
  if (draft && draft->lines.empty()) draft->lines.emplace_back();
  return draft;
}

bool NewReturnViewModel::needsReason() const {
  return !m_draft.blind && std::all_of(m_draft.lines.begin(), m_draft.lines.end(),
                                       [](const ReturnLineDraft& line) { return line.caseNumber.empty(); });
}

std::optional<Message> NewReturnViewModel::whyNotBlind() const {
  return missingRight(m_session.actor, model::Right::recordReturn);
}

model::NewReturn NewReturnViewModel::command(std::vector<FieldProblem>* problems) const {
  const auto complain = [problems](const std::string& field, const Message& sentence) {
    if (problems) problems->push_back({field, sentence});
  };
  const auto day = [&complain](const std::string& typed, const char* field) -> std::optional<model::Date> {
    if (typed.empty()) return std::nullopt;
    const auto date = model::Date::parse(typed);
    if (!date) complain(field, tr("No such date. Write YYYY-MM-DD, 1990 to 2199."));
    return date;
  };
  model::NewReturn input;
  input.uuid = m_draft.uuid;
  input.customer = m_draft.customer;
  input.kind = m_draft.kind;
  input.blind = m_draft.blind;
  input.withoutCase = m_draft.withoutCase;
  input.treatment = m_draft.treatment;
  input.customerRef = m_draft.customerRef;
  if (!m_draft.blind) input.announcedOn = day(m_draft.announcedOn, "announced_on");
  input.expectedOn = day(m_draft.expectedOn, "expected_on");
  input.replacementDueOn = day(m_draft.replacementDueOn, "replacement_due_on");
  input.carrier = m_draft.carrier;
  input.noteNumber = m_draft.noteNumber;
  if (m_draft.blind) input.location = m_draft.location;
  input.remarks = m_draft.remarks;
  for (std::size_t at = 0; at < m_draft.lines.size(); ++at) {
    const auto& typed = m_draft.lines[at];
    model::NewReturnLine line;
    line.part = typed.part;
    line.lot = typed.lot;
    line.failure = typed.failure;
    line.caseNumber = typed.caseNumber;
    try {
      line.quantity = model::parseQuantity(typed.quantity, lineField(at, "quantity"));
    } catch (const model::Invalid& invalid) {
      complain(invalid.field(), invalid.message());
    }
    input.lines.push_back(std::move(line));
  }
  return input;
}

std::vector<FieldProblem> NewReturnViewModel::problems() const {
  std::vector<FieldProblem> found;
  const bool anyCase = std::any_of(m_draft.lines.begin(), m_draft.lines.end(),
                                   [](const ReturnLineDraft& line) { return !line.caseNumber.empty(); });
  if (m_draft.customer.empty() && !anyCase)
    found.push_back({"customer", {tr("Name the customer who sends the goods back.")}});
  command(&found);
  for (std::size_t at = 0; at < m_draft.lines.size(); ++at)
    if (m_draft.lines[at].part.empty() && m_draft.lines[at].caseNumber.empty())
      found.push_back({lineField(at, "part"), {tr("Name the part, or the case it belongs to.")}});
  if (needsReason() && m_draft.withoutCase.empty())
    found.push_back(
        {"without_case",
         {tr("Name the case these goods belong to, or say why no complaint stands behind them.")}});
  return found;
}

void NewReturnViewModel::save() {
  if (saving()) return;
  saveWith([workplace = m_session.workplace(), store = m_session.store,
            input = command(nullptr)] { return model::AnnounceReturn(workplace).execute(input); },
           saved);
}

void NewReturnViewModel::findCases(const std::string& text,
                                   std::function<void(std::vector<FieldSuggestion>)> then) {
  m_choosing.renew();
  inBackground(
      m_session.executor, m_choosing,
      [store = m_session.store, text, customer = m_draft.customer] {
        model::CaseFilter filter;
        filter.openOnly = true;
        filter.text = text;
        if (!customer.empty())
          for (const auto& known : store->reader().customers(customer, kSuggestions))
            if (known.name == customer) filter.customerId = known.id;
        std::vector<FieldSuggestion> found;
        for (const auto& row : store->reader().casePage(filter, {}, kSuggestions, std::nullopt).rows)
          found.push_back({row.number, row.partNumber + " " + row.failure});
        return found;
      },
      std::move(then), [](const std::exception_ptr&) {});
}

void NewReturnViewModel::lookUp(const std::string& number,
                                std::function<void(std::optional<CaseOfLine>)> then) {
  inBackground(
      m_session.executor, m_alive,
      [store = m_session.store, number]() -> std::optional<CaseOfLine> {
        const auto id = store->reader().findCase(number);
        if (!id) return std::nullopt;
        return wordsOf(store->reader().openCase(*id));
      },
      std::move(then), [](const std::exception_ptr&) {});  // saving says what is wrong with the number
}

}  // namespace octad::viewmodels
