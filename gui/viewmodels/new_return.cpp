#include "gui/viewmodels/new_return.hpp"

#include <algorithm>
#include <utility>

#include "gui/viewmodels/kept_json.hpp"
#include "gui/viewmodels/return_actions.hpp"
#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"

namespace octad::viewmodels {

using model::Message;
using model::tr;

namespace {

constexpr int kSuggestions = 12;

std::string lineField(std::size_t line, const char* member) {
  return "lines." + std::to_string(line) + "." + member;
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
    : m_session(session), m_drafts(drafts) {
  m_draft.uuid = newUuid();
  m_draft.announcedOn = session.zone.date(session.clock.now()).iso();
  m_fresh = m_draft;
}

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

bool NewReturnViewModel::hasContent() const {
  ReturnDraft typed = m_draft;
  typed.uuid = m_fresh.uuid;
  return typed != m_fresh;
}

bool NewReturnViewModel::keepDraft() {
  if (!hasContent()) return false;
  std::string text = keptText(m_draft);
  if (text == m_keptText) return false;
  m_drafts.keep(draftKey(m_session), text);
  m_keptText = std::move(text);
  return true;
}

void NewReturnViewModel::forgetDraft() {
  m_drafts.forget(draftKey(m_session));
  m_keptText.clear();
  m_fresh = m_draft;
}

std::string NewReturnViewModel::draftKey(const Session& session) {
  return "new-return|" + session.databaseName + "|" + std::to_string(session.actor.id.value);
}

std::optional<ReturnDraft> NewReturnViewModel::leftBehind(const Session& session, Drafts& drafts) {
  const auto text = drafts.find(draftKey(session));
  if (!text) return std::nullopt;
  auto draft = restored<ReturnDraft>(*text);
  if (draft.uuid.empty()) draft.uuid = newUuid();
  if (draft.lines.empty()) draft.lines.emplace_back();
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
  if (m_saving) return;
  m_refusals = problems();
  if (!m_refusals.empty()) {
    refused();
    return;
  }
  keepDraft();
  m_saving = true;
  savingChanged();
  inBackground(
      m_session.executor, m_alive,
      [workplace = m_session.workplace(), store = m_session.store, input = command(nullptr)] {
        return model::AnnounceReturn(workplace).execute(input);
      },
      [this](const model::ReturnSaved& done) {
        m_saving = false;
        forgetDraft();
        savingChanged();
        saved(done);
      },
      [this](const std::exception_ptr& error) {
        m_saving = false;
        m_refusals.clear();
        try {
          std::rethrow_exception(error);
        } catch (const model::Error& ours) {
          m_refusals.push_back({ours.field(), ours.message()});
        } catch (const std::exception& other) {
          m_refusals.push_back({{}, Message(tr("Something unexpected happened: {0}"), {other.what()})});
        }
        savingChanged();
        refused();
      });
}

void NewReturnViewModel::findCustomers(const std::string& text,
                                       std::function<void(std::vector<FieldSuggestion>)> then) {
  m_choosing.renew();
  inBackground(
      m_session.executor, m_choosing,
      [store = m_session.store, text] {
        std::vector<FieldSuggestion> found;
        for (const auto& customer : store->reader().customers(text, kSuggestions))
          found.push_back({customer.name, customer.code});
        return found;
      },
      std::move(then), [](const std::exception_ptr&) {});
}

void NewReturnViewModel::findParts(const std::string& text,
                                   std::function<void(std::vector<FieldSuggestion>)> then) {
  m_choosing.renew();
  inBackground(
      m_session.executor, m_choosing,
      [store = m_session.store, text] {
        std::vector<FieldSuggestion> found;
        for (const auto& part : store->reader().parts(text, kSuggestions))
          found.push_back({part.number, part.name});
        return found;
      },
      std::move(then), [](const std::exception_ptr&) {});
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
