#include "model/usecases/complaint_input.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "model/core/text.hpp"
#include "model/core/uuid.hpp"
#include "model/usecases/case_parts.hpp"

namespace octad::model {

namespace {

constexpr std::array<std::string_view, 6> kChannels{"email",  "phone",    "portal",
                                                    "onsite", "resident", "other"};
constexpr std::array<std::string_view, 7> kDemands{"8d",     "sort",   "rework",      "replace",
                                                   "return", "credit", "compensation"};
constexpr std::size_t kMaxItems = 200;

void cleanReceivedAt(NewComplaint& complaint, Instant now, const Zone& zone) {
  if (complaint.receivedAt.microseconds == 0) complaint.receivedAt = now;
  constexpr long long kDay = 24 * 60 * 60;
  if (complaint.receivedAt > plusSeconds(now, kDay))
    throw Invalid("received_at", tr("The notice cannot have come later than tomorrow. Check the date."));
  // Compared as moments: far outside the range a local day could not even be formed.
  if (complaint.receivedAt < zone.instant({Date(1990, 1, 1)}))
    throw Invalid("received_at", tr("The notice cannot have come before 1990-01-01. Check the date."));
}

void cleanItem(NewItem& item, std::size_t index, Date today, FieldErrors& errors) {
  const auto line = [&](std::string& value, std::string_view member, bool required) {
    const std::string field = itemField(index, member);
    errors.check([&] { value = cleanLine(value, field, kNameLength, required); });
  };
  line(item.part, "part", true);
  line(item.partName, "part_name", false);
  line(item.lot, "lot", false);
  line(item.failure, "failure", true);
  errors.check([&] {
    requireItemQuantities(item.quantityDefective, item.quantityDelivered, itemField(index, "qty_defective"),
                          itemField(index, "qty_delivered"));
  });
  errors.check([&] {
    if (item.builtOn) requireDayUntil(*item.builtOn, today, itemField(index, "built_on"));
  });
}

}  // namespace

std::string itemField(std::size_t index, std::string_view member) {
  return "items." + std::to_string(index) + '.' + std::string(member);
}

std::string cleanDemand(std::string_view demand) {
  std::string clean;
  std::string word;
  const auto take = [&] {
    if (word.empty()) return;
    if (std::find(kDemands.begin(), kDemands.end(), word) == kDemands.end())
      throw Invalid("demand", {tr("\"{0}\" is not a known demand: use 8d, sort, rework, replace, return, "
                                  "credit or compensation."),
                               {word}});
    clean += (clean.empty() ? "" : ",") + word;
    word.clear();
  };
  for (const char c : demand) {
    if (c == ',' || c == ' ')
      take();
    else
      word += c;
  }
  take();
  return clean;
}

void requireDateAfterNotice(Date requested, Date notice, std::string_view field) {
  requireDay(requested, field);
  if (requested < notice)
    throw Invalid(std::string(field),
                  {tr("The date the customer asked for, {0}, lies before the notice of {1}."),
                   {requested.iso(), notice.iso()}});
}

std::pair<std::optional<EscalationTarget>, std::optional<Date>> checkedEscalation(
    std::optional<EscalationTarget> target, std::optional<Date> day, Date notice, Date today) {
  if (!target) {
    if (day)
      throw Invalid("escalated_to", tr("Say where the customer has taken it, or leave the day empty."));
    return {};
  }
  if (!day) return {target, today};
  requireDayUntil(*day, today, "escalated_on");
  if (*day < notice)
    throw Invalid("escalated_on",
                  {tr("The customer cannot have escalated it on {0}, before the notice of {1}."),
                   {day->iso(), notice.iso()}});
  return {target, day};
}

void requireItemQuantities(long long defective, const std::optional<long long>& delivered,
                           std::string_view defectiveField, std::string_view deliveredField) {
  requireQuantity(defective, defectiveField);
  if (!delivered) return;
  requireQuantity(*delivered, deliveredField);
  if (defective > *delivered)
    throw Invalid(std::string(defectiveField),
                  {tr("{0} defective pieces of {1} delivered cannot be. Correct one of the two, or leave the "
                      "delivered quantity empty."),
                   {std::to_string(defective), std::to_string(*delivered)}});
}

NewComplaint cleanComplaint(const NewComplaint& input, Instant now, const Zone& zone, FieldErrors& errors) {
  NewComplaint clean = input;
  const auto line = [&errors](std::string& value, std::string_view field, std::size_t length, bool required) {
    errors.check([&] { value = cleanLine(value, field, length, required); });
  };
  const auto text = [&errors](std::string& value, std::string_view field) {
    errors.check([&] { value = cleanText(value, field); });
  };
  if (!clean.uuid.empty() && !isUuid(clean.uuid))
    errors.add("uuid", {tr("\"{0}\" is not a UUID. Leave it out to get a new one."), {clean.uuid}});
  line(clean.customer, "customer", kNameLength, true);
  line(clean.customerRef, "customer_ref", kNameLength, false);
  line(clean.contact, "contact", kNameLength, false);
  line(clean.title, "title", kTitleLength, true);
  text(clean.verbatim, "verbatim");
  text(clean.remarks, "remarks");
  line(clean.responsibleDepartment, "responsible_department", kNameLength, false);
  line(clean.owner, "owner", kNameLength, false);
  line(clean.patternNumber, "pattern", kNameLength, false);
  line(clean.messageId, "message_id", kNameLength, false);
  if (std::find(kChannels.begin(), kChannels.end(), clean.channel) == kChannels.end())
    errors.add("channel",
               {tr("\"{0}\" is not a way a complaint comes in: use email, phone, portal, onsite, resident or "
                   "other."),
                {clean.channel}});
  errors.check([&] { clean.demand = cleanDemand(clean.demand); });
  errors.check([&] {
    cleanReceivedAt(clean, now, zone);
    if (clean.requestedDate)
      requireDateAfterNotice(*clean.requestedDate, zone.date(clean.receivedAt), "requested_date");
    std::tie(clean.escalatedTo, clean.escalatedOn) =
        checkedEscalation(clean.escalatedTo, clean.escalatedOn, zone.date(clean.receivedAt), zone.date(now));
  });
  if (clean.items.empty() || clean.items.size() > kMaxItems)
    errors.add("items", tr("A complaint has 1 to 200 items: say which part shows which failure."));
  else
    for (std::size_t i = 0; i < clean.items.size(); ++i) cleanItem(clean.items[i], i, zone.date(now), errors);
  return clean;
}

std::vector<Invalid> validateComplaint(const NewComplaint& input, Instant now, const Zone& zone) {
  FieldErrors errors;
  cleanComplaint(input, now, zone, errors);
  return errors.all();
}

}  // namespace octad::model
