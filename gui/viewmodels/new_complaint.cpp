#include "gui/viewmodels/new_complaint.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <type_traits>
#include <utility>

#include "gui/viewmodels/kept_draft.hpp"
#include "model/core/error.hpp"
#include "model/core/moment.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/site.hpp"

namespace octad::viewmodels {

template class FormWithDraft<ComplaintDraft>;

using model::Message;
using model::tr;

namespace {

constexpr const char* kNoSuchDate = tr("No such date. Write YYYY-MM-DD, 1990 to 2199.");
constexpr long long kDay = 24LL * 60 * 60;

struct MasterData {
  model::Policy policy;
  std::vector<model::Defect> defects;
  std::vector<model::Department> departments;
  std::vector<model::Campaign> campaigns;
};

/// What a list should say about the case when nobody wrote a title.
std::string suggestedTitle(const ComplaintDraft& draft) {
  const ItemDraft& item = draft.items.front();
  if (item.part.empty() || item.failure.empty()) return item.failure;
  return item.part + " " + item.failure;
}

/// The fields of the form in the order they are read; those of an item repeat item by item.
constexpr std::array<std::string_view, 6> kAboveItems{"customer",      "customer_ref", "received_at",
                                                      "received_time", "channel",      "contact"};
constexpr std::array<std::string_view, 6> kOfItem{"part",          "lot",     "qty_defective",
                                                  "qty_delivered", "failure", "built_on"};
constexpr std::array<std::string_view, 5> kBelowItems{"verbatim", "title", "requested_date",
                                                      "responsible_department", "pattern"};
constexpr std::string_view kItems = "items.";

/// The item a field belongs to; none for a field of the complaint itself.
std::optional<std::size_t> itemOf(const std::string& field) {
  if (!field.starts_with(kItems)) return std::nullopt;
  return std::strtoul(field.c_str() + kItems.size(), nullptr, 10);
}

std::string memberOf(const std::string& field) {
  return field.substr(field.rfind('.') + 1);
}

/// Where a field stands on the form: group, then place in the group. Unknown fields come last.
std::pair<std::size_t, std::ptrdiff_t> placeOf(const std::string& field) {
  const auto placeIn = [member = memberOf(field)](const auto& names) {
    return std::find(names.begin(), names.end(), member) - names.begin();
  };
  if (const auto item = itemOf(field)) return {1 + *item, placeIn(kOfItem)};
  const auto above = placeIn(kAboveItems);
  if (above < std::ssize(kAboveItems)) return {0, above};
  return {std::numeric_limits<std::size_t>::max(), placeIn(kBelowItems)};
}

/// What was typed into a field; empty for a field without text.
std::string typedIn(const ComplaintDraft& draft, const std::string& field) {
  if (field == "received_at") return draft.receivedDate;
  std::string text;
  const auto look = [&text, member = memberOf(field)](std::string_view name, const auto& value) {
    if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string>)
      if (name == member) text = value;
  };
  if (const auto item = itemOf(field)) {
    if (*item < draft.items.size()) model::forEachMember(draft.items[*item], look);
  } else {
    model::forEachMember(draft, look);
  }
  return text;
}

ComplaintDraft receivedNow(const Session& session) {
  ComplaintDraft draft;
  const std::string now = session.zone.local(session.clock.now()).text();
  draft.receivedDate = now.substr(0, 10);
  draft.receivedTime = now.substr(11, 5);
  return draft;
}

/// What was read of a mail, as somebody would have typed it.
ComplaintDraft draftOf(const model::NewComplaint& read, const model::Zone& zone) {
  ComplaintDraft draft;
  draft.customer = read.customer;
  draft.customerRef = read.customerRef;
  draft.channel = read.channel;
  draft.contact = read.contact;
  const std::string local = zone.local(read.receivedAt).text();
  draft.receivedDate = local.substr(0, 10);
  draft.receivedTime = local.substr(11, 5);
  draft.title = read.title;
  draft.verbatim = read.verbatim;
  draft.demand = read.demand;
  if (read.requestedDate) draft.requestedDate = read.requestedDate->iso();
  draft.safety = read.safety;
  draft.messageId = read.messageId;
  draft.items.clear();
  for (const auto& item : read.items) {
    ItemDraft one{item.part, item.lot, item.failure, std::string(model::keyOf(item.defectKind)), {}, {}, {}};
    if (item.quantityDefective > 0) one.quantityDefective = std::to_string(item.quantityDefective);
    if (item.quantityDelivered) one.quantityDelivered = std::to_string(*item.quantityDelivered);
    if (item.builtOn) one.builtOn = item.builtOn->iso();
    draft.items.push_back(std::move(one));
  }
  return draft;
}

bool contains(const std::string& folded, const std::string& wanted) {
  return folded.find(wanted) != std::string::npos;
}

}  // namespace

NewComplaintViewModel::NewComplaintViewModel(Session& session, Drafts& drafts, MailReader readMail)
    : FormWithDraft(session, drafts, draftKey(session), receivedNow(session)),
      m_readMail(std::move(readMail)) {
  m_registered = [this](const model::RegisteredFromMail& done) {
    m_notKept = done.refused;
    saved(done.saved);
  };
  readMasterData();
}

void NewComplaintViewModel::readMasterData() {
  inBackground(
      m_session.executor, m_alive,
      [store = m_session.store, now = m_session.clock.now()] {
        MasterData data;
        data.policy = model::readSite(store->reader(), now).active;
        data.defects = store->reader().defects();
        data.departments = store->reader().departments();
        data.campaigns = store->reader().campaigns();
        return data;
      },
      [this](MasterData data) {
        m_policy = std::move(data.policy);
        m_defects = std::move(data.defects);
        m_departments = std::move(data.departments);
        m_campaigns = std::move(data.campaigns);
        masterDataRead();
        classifyNow();
      },
      [this](const std::exception_ptr& error) { saveFailed(error); });
}

std::vector<std::pair<std::string, bool>> NewComplaintViewModel::campaigns() const {
  const model::Date today = m_session.zone.date(m_session.clock.now());
  model::CampaignFacts facts{
      model::Date::parse(m_draft.receivedDate).value_or(today), {}, {m_draft.customer}};
  for (const auto& item : m_draft.items) facts.parts.push_back(item.part);
  std::vector<std::pair<std::string, bool>> names;
  for (const auto& campaign : m_campaigns)
    if (campaign.isOn(facts.noticed) || campaign.name == m_draft.campaign)
      names.emplace_back(campaign.name, fits(campaign, facts));
  return names;
}

void NewComplaintViewModel::update(const ComplaintDraft& draft) {
  if (draft.customer != m_draft.customer) m_unknownCustomer = false;
  m_draft = draft;
  classifyNow();
}

std::string NewComplaintViewModel::draftKey(const Session& session) {
  return journalKey("new-complaint", session);
}

std::optional<ComplaintDraft> NewComplaintViewModel::leftBehind(const Session& session, Drafts& drafts) {
  auto draft = found(draftKey(session), drafts);
  if (draft && draft->items.empty()) draft->items.emplace_back();
  return draft;
}

void NewComplaintViewModel::classifyNow() {
  const auto before = std::move(m_classification);
  m_classification.reset();
  if (m_policy) {
    model::ClassifyInput input;
    input.safety = m_draft.safety;
    input.penalty = m_draft.penalty;
    input.repeat = m_draft.repeat;
    const auto escalated = model::fromKey<model::EscalationTarget>(m_draft.escalatedTo);
    input.external = escalated && model::isExternal(*escalated);
    const model::NewComplaint typed = command(nullptr);
    for (const auto& item : typed.items) {
      if (item.quantityDefective <= 0) continue;
      input.items.push_back(
          {item.part, item.failure, item.defectKind, item.quantityDefective, item.quantityDelivered});
    }
    try {
      if (!input.items.empty()) m_classification = model::classify(input, *m_policy);
    } catch (const model::Invalid&) {
      m_classification.reset();  // a field error says so when it is left or saved
    }
  }
  const bool same = before.has_value() == m_classification.has_value() &&
                    (!before || (before->severity == m_classification->severity &&
                                 before->reason == m_classification->reason));
  if (!same) judged();
}

void NewComplaintViewModel::lookForDuplicates() {
  const ItemDraft& item = m_draft.items.front();
  const std::string subject = m_draft.customer + "\n" + item.part + "\n" + item.failure;
  if (subject == m_duplicatesFor) return;
  m_duplicatesFor = subject;
  m_duplicateReads.renew();
  if (m_draft.customer.empty() || item.part.empty() || item.failure.empty() || !m_policy) {
    if (!std::exchange(m_duplicates, {}).empty()) duplicatesChanged();
    return;
  }
  const long long days = m_policy->duplicateMonths * 31LL;
  const model::Instant since = model::plusSeconds(m_session.clock.now(), -days * kDay);
  inBackground(
      m_session.executor, m_duplicateReads,
      [store = m_session.store, customer = m_draft.customer, part = item.part, failure = item.failure,
       since]() -> std::vector<model::CaseRow> {
        model::Reader& reader = store->reader();
        const std::string wantedCustomer = model::foldText(customer);
        const std::string wantedPart = model::foldText(part);
        for (const auto& oneCustomer : reader.customers(customer, kSuggestions)) {
          if (model::foldText(oneCustomer.name) != wantedCustomer &&
              model::foldText(oneCustomer.code) != wantedCustomer)
            continue;
          for (const auto& onePart : reader.parts(part, kSuggestions))
            if (model::foldText(onePart.number) == wantedPart)
              return reader.similarCases(oneCustomer.id, onePart.id, failure, since);
        }
        return {};
      },
      [this](std::vector<model::CaseRow> rows) {
        m_duplicates = std::move(rows);
        duplicatesChanged();
      },
      [this](const std::exception_ptr&) {
        m_duplicatesFor
            .clear();  // a warning that cannot be read is no reason to stop typing: asked again later
      });
}

model::NewComplaint NewComplaintViewModel::command(std::vector<FieldProblem>* problems) const {
  const auto complain = [problems](const std::string& field, const Message& sentence) {
    if (problems != nullptr) problems->push_back({field, sentence});
  };
  model::NewComplaint input;
  input.uuid = m_draft.uuid;
  input.customer = m_draft.customer;
  input.customerRef = m_draft.customerRef;
  input.channel = m_draft.channel;
  input.contact = m_draft.contact;
  input.title = m_draft.title.empty() ? suggestedTitle(m_draft) : m_draft.title;
  input.verbatim = m_draft.verbatim;
  input.demand = m_draft.demand;
  input.safety = m_draft.safety;
  input.penalty = m_draft.penalty;
  input.repeat = m_draft.repeat;
  input.escalatedTo = model::fromKey<model::EscalationTarget>(m_draft.escalatedTo);
  input.responsibleDepartment = m_draft.responsibleDepartment;
  input.patternNumber = m_draft.patternNumber;
  input.campaign = m_draft.campaign;
  input.newCustomerAllowed = m_draft.newCustomer;
  input.messageId = m_draft.messageId;

  const auto date = model::Date::parse(m_draft.receivedDate);
  if (!date)
    complain("received_at", kNoSuchDate);
  else if (m_draft.receivedTime.empty())
    complain("received_time", tr("Write the time of the notice as HH:MM."));
  else {
    try {
      input.receivedAt = model::parseMoment(m_draft.receivedDate + " " + m_draft.receivedTime, m_session.zone,
                                            "received_time");
    } catch (const model::Invalid& invalid) {
      complain(invalid.field(), invalid.message());
    }
  }
  if (!m_draft.requestedDate.empty()) {
    input.requestedDate = model::Date::parse(m_draft.requestedDate);
    if (!input.requestedDate) complain("requested_date", kNoSuchDate);
  }
  for (std::size_t at = 0; at < m_draft.items.size(); ++at) {
    const ItemDraft& typed = m_draft.items[at];
    const std::string prefix = "items." + std::to_string(at) + ".";
    model::NewItem item;
    item.part = typed.part;
    item.lot = typed.lot;
    item.failure = typed.failure;
    item.defectKind =
        model::fromKey<model::DefectKind>(typed.defectKind).value_or(model::DefectKind::functional);
    const auto quantity = [&](const std::string& text, const std::string& field) -> std::optional<long long> {
      try {
        return model::parseQuantity(text, prefix + field);
      } catch (const model::Invalid& invalid) {
        complain(prefix + field, invalid.message());
        return std::nullopt;
      }
    };
    item.quantityDefective = quantity(typed.quantityDefective, "qty_defective").value_or(0);
    if (!typed.quantityDelivered.empty())
      item.quantityDelivered = quantity(typed.quantityDelivered, "qty_delivered");
    if (!typed.builtOn.empty()) {
      item.builtOn = model::Date::parse(typed.builtOn);
      if (!item.builtOn) complain(prefix + "built_on", kNoSuchDate);
    }
    input.items.push_back(std::move(item));
  }
  return input;
}

std::vector<FieldProblem> NewComplaintViewModel::problems() const {
  std::vector<FieldProblem> found;
  const model::NewComplaint input = command(&found);
  const bool timeUnread = std::any_of(found.begin(), found.end(), [](const FieldProblem& problem) {
    return problem.field == "received_at" || problem.field == "received_time";
  });
  for (const auto& invalid : model::validateComplaint(input, m_session.clock.now(), m_session.zone)) {
    const bool known = std::any_of(found.begin(), found.end(), [&invalid](const FieldProblem& problem) {
      return problem.field == invalid.field();
    });
    // Without a title the case is named by part and failure: what is missing then are those.
    const bool namedByItem = invalid.field() == "title" && m_draft.title.empty();
    // A moment that could not be read is compared with nothing.
    const bool needsTime = invalid.field() == "received_at" || invalid.field() == "requested_date";
    if (!known && !namedByItem && !(timeUnread && needsTime))
      found.push_back({invalid.field(), invalid.message()});
  }
  std::stable_sort(found.begin(), found.end(), [](const FieldProblem& one, const FieldProblem& other) {
    return placeOf(one.field) < placeOf(other.field);
  });
  return found;
}

void NewComplaintViewModel::recheck(const std::string& stillTyping) {
  if (m_refusedByRegister) return;
  std::vector<FieldProblem> wrong;
  for (auto& problem : problems()) {
    const bool shown = std::any_of(m_refusals.begin(), m_refusals.end(), [&problem](const auto& refusal) {
      return refusal.field == problem.field;
    });
    const bool left = problem.field != stillTyping && !typedIn(m_draft, problem.field).empty();
    if (shown || left) wrong.push_back(std::move(problem));
  }
  if (wrong == m_refusals) return;
  m_refusals = std::move(wrong);
  rechecked();
}

void NewComplaintViewModel::save() {
  if (saving()) return;
  m_refusedByRegister = false;
  saveWith(
      [workplace = m_session.workplace(), store = m_session.store, input = command(nullptr),
       files = m_mail ? m_mail->keptFiles() : MailStart::Files()] {
        return model::RegisterFromMail(workplace).execute(input, files.list());
      },
      m_registered);
}

void NewComplaintViewModel::startFromMail(const std::string& path) {
  inBackground(
      m_session.executor, m_alive,
      [store = m_session.store, now = m_session.clock.now(), zone = m_session.zone, path, read = m_readMail] {
        return MailStart::read(store->reader(), read, path, now, zone);
      },
      [this, path](MailStart start) {
        ComplaintDraft draft = draftOf(start.reading().complaint, m_session.zone);
        draft.uuid = m_draft.uuid;
        draft.mail = path;
        m_mail = std::move(start);
        m_asRead = draft;
        update(draft);
        lookForDuplicates();
        mailRead();
      },
      [this](const std::exception_ptr& error) { mailFailed(error); });
}

void NewComplaintViewModel::restore(const ComplaintDraft& draft) {
  update(draft);
  if (draft.mail.empty() || !m_readMail) return;
  inBackground(
      m_session.executor, m_alive,
      [store = m_session.store, now = m_session.clock.now(), zone = m_session.zone, path = draft.mail,
       read = m_readMail] { return MailStart::read(store->reader(), read, path, now, zone); },
      [this](MailStart start) {
        m_asRead = draftOf(start.reading().complaint, m_session.zone);
        m_mail = std::move(start);
        mailRead();
      },
      [this](const std::exception_ptr& error) { mailFailed(error); });
}

std::vector<model::FieldSource> NewComplaintViewModel::sources() const {
  std::vector<model::FieldSource> shown;
  if (!m_mail) return shown;
  for (const auto& source : m_mail->reading().sources) {
    const bool flag = source.field == "safety";
    const std::string typed = typedIn(m_draft, source.field);
    const bool same = flag ? m_draft.safety : !typed.empty() && typed == typedIn(m_asRead, source.field);
    if (same) shown.push_back(source);
  }
  return shown;
}

void NewComplaintViewModel::saveFailed(const std::exception_ptr& error) {
  const FieldProblem problem = problemOf(error);
  m_refusedByRegister = true;
  m_unknownCustomer = problem.field == "customer" && !m_draft.customer.empty();
  refuse(problem);
}

std::vector<model::Defect> NewComplaintViewModel::findDefects(const std::string& text) const {
  const std::string wanted = model::foldText(text);
  std::vector<model::Defect> found;
  for (const auto& defect : m_defects) {
    if (!defect.active) continue;
    if (!contains(model::foldText(defect.name), wanted) && !contains(model::foldText(defect.nameEn), wanted))
      continue;
    found.push_back(defect);
    if (found.size() == kSuggestions) break;
  }
  return found;
}

}  // namespace octad::viewmodels
