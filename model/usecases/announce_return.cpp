#include "model/usecases/announce_return.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/core/uuid.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/return_reader.hpp"
#include "model/returns/return_state.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/look_alike.hpp"
#include "model/usecases/return_change.hpp"
#include "model/usecases/return_links.hpp"
#include "model/usecases/site.hpp"

namespace octad::model {

namespace {

constexpr int kEverything = 100'000;
constexpr std::size_t kMostLines = 200;
constexpr const char* kUnannounced = tr("came without an announcement");
constexpr const char* kIsASample = tr("the sample is already here");

/// A line as it will be stored, with what only its booking needs.
struct PlannedLine {
  ReturnLine line;
  Part part;
  std::unique_ptr<LinkedCase> linked;
  const Sample* sample = nullptr;
  long long quantity = 0;
  std::string prefix;  ///< "lines.0."
};

/// The sample that becomes a line: it has arrived, and no line of a return is made of it yet.
const Sample& chooseSample(const LinkedCase& linked, SampleId id, const std::string& field) {
  const auto& samples = linked.file.samples;
  const auto found =
      std::find_if(samples.begin(), samples.end(), [id](const Sample& sample) { return sample.id == id; });
  if (found == samples.end() || !found->toCome)
    throw Invalid(field, {tr("Case {0} has no such sample. Choose one of its samples."),
                          {linked.file.complaint.number}});
  if (!found->arrivedAt)
    throw Refused("sample", tr("The sample has not arrived yet. Record its arrival first."));
  for (const auto& share : linked.file.returns)
    if (share.sampleId == id)
      throw Refused("sample", {tr("The sample is a line of return {0} already."), {share.number}});
  return *found;
}

PlannedLine planLine(Reader& reader, const NewReturnLine& input, const std::string& prefix) {
  PlannedLine planned;
  planned.prefix = prefix;
  ReturnLine& line = planned.line;
  if (!input.caseNumber.empty()) {
    planned.linked = readLinkedCase(reader, input.caseNumber, input.item, input.part, prefix);
    line.complaintId = planned.linked->file.complaint.id;
    if (planned.linked->item) line.itemId = planned.linked->item->id;
  }
  const ComplaintItem* item = planned.linked ? planned.linked->item : nullptr;
  const std::string number =
      input.part.empty() && item ? planned.linked->file.partNumber(item->partId) : input.part;
  planned.part = findPart(reader, number, prefix + "part");
  line.partId = planned.part.id;
  line.lot = cleanLine(input.lot.empty() && item ? item->lot : input.lot, prefix + "lot", kNameLength, false);
  line.failure = cleanLine(input.failure.empty() && item ? item->failure : input.failure, prefix + "failure",
                           kNameLength, false);
  line.nature = input.nature;
  planned.quantity = input.quantity;
  if (input.sampleId) {
    if (!planned.linked) throw Invalid(prefix + "case", tr("Name the case the sample belongs to."));
    planned.sample = &chooseSample(*planned.linked, input.sampleId, prefix + "sample_id");
    line.sampleId = input.sampleId;
    if (planned.quantity == 0) planned.quantity = planned.sample->quantity;
    if (planned.sample->quantity > 0 && planned.quantity > planned.sample->quantity)
      throw Invalid(prefix + "quantity",
                    {tr("The sample has {0} pieces: {1} of it cannot become a line. Correct the number."),
                     {std::to_string(planned.sample->quantity), std::to_string(planned.quantity)}});
  }
  requirePieces(planned.quantity, prefix + "quantity");
  return planned;
}

CustomerId chooseCustomer(Reader& reader, const std::string& text, const std::vector<PlannedLine>& lines) {
  std::optional<CustomerId> ofCase;
  for (const auto& planned : lines) {
    if (!planned.linked) continue;
    const CustomerId customer = planned.linked->file.complaint.customerId;
    if (ofCase && *ofCase != customer)
      throw Invalid(planned.prefix + "case",
                    tr("The cases of one return belong to one customer. Make a return for each customer."));
    ofCase = customer;
  }
  if (text.empty()) {
    if (!ofCase) throw Invalid("customer", tr("Name the customer who sends the goods back."));
    return *ofCase;
  }
  const auto customers = reader.customers({}, kEverything);
  const Customer* known = findCustomer(customers, text);
  if (!known)
    for (const auto& customer : customers)
      if (!customer.code.empty() && foldText(customer.code) == foldText(text)) known = &customer;
  if (!known)
    throw Invalid("customer",
                  {tr("There is no customer \"{0}\". Choose one of the list; a new customer comes with "
                      "its first complaint (New complaint, octadctl case new --new-customer)."),
                   {text}});
  if (ofCase && *ofCase != known->id)
    throw Invalid("customer", {tr("The case belongs to another customer than {0}."), {known->name}});
  return known->id;
}

/// Books what is announced; blind goods and samples are in the house at once.
void bookLine(ReturnEdit& edit, const PlannedLine& planned, const ReturnLine& line, bool blind,
              const std::string& location, Date day) {
  ReturnMovement movement;
  movement.lineId = line.id;
  movement.quantity = planned.quantity;
  movement.movedOn = day;
  if (blind) {
    requireDelivered(edit.file, line, planned.quantity, kUnannounced, planned.prefix + "quantity");
    movement.from = ReturnPlace::surplus;
    movement.to = ReturnPlace::quarantine;
    movement.toLocation = location;
    movement.reason = kUnannounced;
    book(edit, edit.file, movement);
    return;
  }
  book(edit, edit.file, movement);
  if (!planned.sample) return;
  movement.from = ReturnPlace::expected;
  movement.to = ReturnPlace::quarantine;
  movement.movedOn = edit.today;
  movement.reason = kIsASample;
  const auto& custody = planned.linked->file.sampleCustody;
  const auto holder = std::find_if(custody.rbegin(), custody.rend(), [&planned](const SampleCustody& row) {
    return row.sampleId == planned.sample->id;
  });
  movement.toLocation = holder == custody.rend() ? location
                        : holder->place.empty()  ? holder->holder
                                                 : holder->place;
  book(edit, edit.file, movement);
}

void rememberCase(ReturnFile& file, const PlannedLine& planned) {
  if (std::none_of(file.parts.begin(), file.parts.end(),
                   [&planned](const Part& part) { return part.id == planned.part.id; }))
    file.parts.push_back(planned.part);
  if (!planned.linked) return;
  const Complaint& head = planned.linked->file.complaint;
  if (std::any_of(file.cases.begin(), file.cases.end(),
                  [&head](const ReturnCase& known) { return known.id == head.id; }))
    return;
  file.cases.push_back({head.id, head.number, head.title, head.state, head.safety, head.ownerId});
}

/// What a line needs beyond announcing: goods that are here were received.
bool isHere(const NewReturn& input) {
  return input.blind || std::any_of(input.lines.begin(), input.lines.end(), [](const NewReturnLine& line) {
           return static_cast<bool>(line.sampleId);
         });
}

GoodsReturn headOf(const NewReturn& input, Date today) {
  GoodsReturn head;
  head.uuid = input.uuid.empty() ? newUuid() : input.uuid;
  if (!isUuid(head.uuid))
    throw Invalid("uuid", tr("The key of the form is broken. Close the form and open it again."));
  head.kind = input.kind;
  head.blind = input.blind;
  head.withoutCase = cleanText(input.withoutCase, "without_case");
  head.treatment = input.treatment;
  head.customerRef = cleanLine(input.customerRef, "customer_ref", kNameLength, false);
  if (!input.blind) head.announcedOn = dayOr(input.announcedOn, today, "announced_on");
  head.expectedOn = input.expectedOn;
  head.replacementDueOn = input.replacementDueOn;
  for (const auto& [day, field] :
       {std::pair{head.expectedOn, "expected_on"}, {head.replacementDueOn, "replacement_due_on"}}) {
    if (!day) continue;
    if (head.announcedOn && *day < *head.announcedOn)
      throw Invalid(field,
                    {tr("{0} is before the announcement of {1}."), {day->iso(), head.announcedOn->iso()}});
    if (*day > Date(2199, 12, 31))
      throw Invalid(field, {tr("{0} is not a day between 1990-01-01 and 2199-12-31."), {day->iso()}});
  }
  head.carrier = cleanLine(input.carrier, "carrier", kNameLength, false);
  head.noteNumber = cleanLine(input.noteNumber, "note_number", kNameLength, false);
  if (isHere(input)) head.receivedOn = input.blind ? dayOr(input.announcedOn, today, "announced_on") : today;
  head.remarks = cleanText(input.remarks, "remarks");
  return head;
}

}  // namespace

ReturnSaved AnnounceReturn::execute(const NewReturn& input) {
  const Actor& actor = m_workplace.actor;
  requireRight(actor, Right::announceReturn);
  if (isHere(input)) requireRight(actor, Right::recordReturn);
  Reader& reader = m_workplace.store.reader();
  const Instant now = m_workplace.clock.now();
  const Date today = siteZone(reader).date(now);
  if (input.lines.empty()) throw Invalid("lines", tr("Enter at least one line with part and quantity."));
  if (input.lines.size() > kMostLines)
    throw Invalid(
        "lines", {tr("A return has at most {0} lines. Make several returns."), {std::to_string(kMostLines)}});
  std::vector<PlannedLine> lines;
  for (std::size_t i = 0; i < input.lines.size(); ++i)
    lines.push_back(planLine(reader, input.lines[i], "lines." + std::to_string(i) + '.'));
  ReturnFile file;
  file.head = headOf(input, today);
  file.head.customerId = chooseCustomer(reader, input.customer, lines);
  file.head.createdAt = now;
  if (may(actor, Right::disposeReturn)) file.head.ownerId = actor.id;
  const bool anyCase =
      std::any_of(lines.begin(), lines.end(), [](const PlannedLine& line) { return line.linked != nullptr; });
  if (!anyCase && !input.blind && file.head.withoutCase.empty())
    throw Invalid("without_case",
                  tr("Name the case these goods belong to, or say why no complaint stands behind them."));
  const std::string location = cleanLine(input.location, "location", kNameLength, false);

  const auto unit = m_workplace.store.begin({actor, "return-announce", file.head.withoutCase, now, input.uuid,
                                             "return-announce " + fingerprint(input)});
  if (const auto earlier = unit->replayed()) {
    const Saved saved = savedFromText(*earlier);
    return {ReturnId(saved.id.value), saved.number, saved.version};
  }
  for (const auto& planned : lines) rememberCase(file, planned);
  file.head.partNumber = lines.front().part.number;  // lists show the return even before its lines are booked
  unit->returns().create(file.head, today.year());
  ReturnEdit edit{*unit, file, nullptr, now, actor, today, file.head.uuid, 0, {}};
  for (auto& planned : lines) {
    const ReturnLine line = addLine(edit, file, planned.line);
    bookLine(edit, planned, line, input.blind, location,
             input.blind ? *file.head.receivedOn : *file.head.announcedOn);
  }
  writeReturn(*unit, file);
  const GoodsReturn& head = file.head;
  unit->commit(savedText({ComplaintId(head.id.value), head.number, head.rowVersion}));
  return {head.id, head.number, head.rowVersion};
}

ReturnSaved AddReturnLine::execute(const AddedLine& input) {
  if (input.line.sampleId) requireRight(m_workplace.actor, Right::recordReturn);
  auto planned = planLine(m_workplace.store.reader(), input.line, "");
  const ReturnChange change{m_workplace, "return-line",     Right::announceReturn, input.target,
                            {},          fingerprint(input)};
  return changeReturn(change, [&](ReturnEdit& edit) {
    if (planned.linked && planned.linked->file.complaint.customerId != edit.file.head.customerId)
      throw Invalid("case",
                    {tr("The case belongs to another customer than {0}."), {edit.file.customer.name}});
    rememberCase(edit.file, planned);
    const ReturnLine line = addLine(edit, edit.file, planned.line);
    bookLine(edit, planned, line, false, {}, edit.file.head.announcedOn.value_or(edit.today));
    if (planned.sample && !edit.file.head.receivedOn) edit.file.head.receivedOn = edit.today;
  });
}

}  // namespace octad::model
