#include "gui/viewmodels/return_form.hpp"

#include "gui/viewmodels/row_table.hpp"
#include "gui/viewmodels/session.hpp"
#include "model/core/error.hpp"
#include "model/core/text.hpp"

namespace octad::viewmodels {

using model::Message;
using model::ReturnedQuantity;
using model::tr;

void ReturnForm::start(const model::CaseFile& file, const ReturnedQuantity* stored, model::Date today) {
  m_stored = stored ? *stored : ReturnedQuantity();
  if (!stored) {
    m_stored.uuid = newUuid();
    m_stored.complaintId = file.complaint.id;
    m_stored.receivedOn = today;
    if (!file.items.empty()) m_stored.itemId = file.items.front().id;
  }
  const auto quantity = [](long long value) { return value == 0 ? std::string() : std::to_string(value); };
  m_values = {{"item_id", std::to_string(m_stored.itemId.value)},
              {"received_on", m_stored.receivedOn.iso()},
              {"note", m_stored.note},
              {"announced", quantity(m_stored.announced)},
              {"received", quantity(m_stored.received)},
              {"confirmed", quantity(m_stored.confirmed)},
              {"no_trouble_found", quantity(m_stored.noTroubleFound)},
              {"customer_caused", quantity(m_stored.customerCaused)},
              {"transport", quantity(m_stored.transport)},
              {"explanation", m_stored.explanation}};
  m_started = m_values;
}

const std::string& ReturnForm::value(const std::string& field) const {
  static const std::string none;
  const auto found = m_values.find(field);
  return found == m_values.end() ? none : found->second;
}

void ReturnForm::setValue(const std::string& field, const std::string& value) {
  m_values[field] = value;
}

ReturnedQuantity ReturnForm::entry() const {
  const auto quantity = [this](const char* field) {
    return value(field).empty() ? 0 : model::parseQuantity(value(field), field);
  };
  ReturnedQuantity entry = m_stored;
  entry.itemId = model::ItemId(number("item_id"));
  const auto day = parseDay(value("received_on"), "received_on");
  if (!day) throw model::Invalid("received_on", tr("A date is needed here."));
  entry.receivedOn = *day;
  entry.note = value("note");
  entry.announced = quantity("announced");
  entry.received = quantity("received");
  entry.confirmed = quantity("confirmed");
  entry.noTroubleFound = quantity("no_trouble_found");
  entry.customerCaused = quantity("customer_caused");
  entry.transport = quantity("transport");
  entry.explanation = value("explanation");
  return entry;
}

long long ReturnForm::number(const std::string& field) const {
  try {
    return value(field).empty() ? 0 : model::parseQuantity(value(field), field);
  } catch (const model::Invalid&) {
    return 0;
  }
}

std::vector<Message> ReturnForm::balance() const {
  const auto text = [this](const char* field) { return std::to_string(number(field)); };
  const long long received = number("received");
  const long long announced = number("announced");
  const long long found =
      number("confirmed") + number("no_trouble_found") + number("customer_caused") + number("transport");
  std::vector<Message> sentences;
  if (announced > received)
    sentences.emplace_back(tr("⚠ {0} of {1} announced pieces are missing"),
                           std::vector{std::to_string(announced - received), std::to_string(announced)});
  else if (announced > 0 && received > announced)
    sentences.emplace_back(tr("⚠ {0} pieces more than announced"),
                           std::vector{std::to_string(received - announced)});
  if (found > received)
    sentences.emplace_back(tr("⚠ findings for {0} pieces, but only {1} were received"),
                           std::vector{std::to_string(found), std::to_string(received)});
  sentences.emplace_back(
      tr("{0} received = {1} confirmed + {2} no trouble found + {3} customer-caused + {4} transport + {5} "
         "awaiting"),
      std::vector{text("received"), text("confirmed"), text("no_trouble_found"), text("customer_caused"),
                  text("transport"), std::to_string(std::max(received - found, 0LL))});
  return sentences;
}

}  // namespace octad::viewmodels
