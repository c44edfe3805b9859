#include "reports/forms/return_values.hpp"

#include <algorithm>
#include <map>

#include "model/returns/return_state.hpp"
#include "reports/forms/typeset.hpp"

namespace octad::reports {

using model::Finding;
using model::ReturnPlace;
using model::tr;

namespace {

std::string pieces(long long quantity) {
  return quantityText(quantity);
}

const model::ReturnLine* lineOf(const ReturnSubject& subject, model::ReturnLineId id) {
  for (const auto& line : subject.file.lines)
    if (line.id == id) return &line;
  return nullptr;
}

std::string partOf(const ReturnSubject& subject, model::ReturnLineId id) {
  const auto* line = lineOf(subject, id);
  return line ? joined(" · ", {subject.file.partNumber(line->partId), line->lot}) : std::string();
}

/// What a movement says about the announcement; nothing when it says nothing.
std::string differenceText(const ReturnSubject& subject, const model::ReturnMovement& movement) {
  const auto& labels = subject.labels;
  if (movement.to == ReturnPlace::missing) return labels.of(ReturnPlace::missing);
  if (movement.from == ReturnPlace::surplus) return labels.of(ReturnPlace::surplus);
  // What turned up, or was announced afterwards: without it the rows would not agree with the balance.
  if (movement.from == ReturnPlace::missing)
    return labels.of(ReturnPlace::missing) + " → " + labels.of(ReturnPlace::quarantine);
  if (movement.to == ReturnPlace::surplus)
    return labels.of(ReturnPlace::surplus) + " → " + labels.text(tr("Announced"));
  return {};
}

struct DispositionCounts {
  long long shipped = 0;
  long long credited = 0;
  long long scrapped = 0;
  long long kept = 0;
  long long open = 0;

  long long decided() const { return shipped + credited + scrapped + kept + open; }
};

Value dispositionRow(std::string name, const DispositionCounts& counts, bool total) {
  return Value()
      .set("disposition", std::move(name))
      .set("decided", pieces(counts.decided()))
      .set("shipped", pieces(counts.shipped))
      .set("credited", pieces(counts.credited))
      .set("scrapped", pieces(counts.scrapped))
      .set("kept", pieces(counts.kept))
      .set("open", pieces(counts.open))
      .set("total", total);
}

}  // namespace

bool stands(const ReturnSubject& subject, const model::ReturnMovement& movement) {
  return !movement.reverses && std::none_of(subject.file.movements.begin(), subject.file.movements.end(),
                                            [&movement](const model::ReturnMovement& other) {
                                              return other.reverses == movement.id;
                                            });
}

bool isFinding(const ReturnSubject& subject, const model::ReturnMovement& movement) {
  return movement.toFinding != Finding::open &&
         (movement.from == ReturnPlace::test || movement.fromFinding != movement.toFinding) &&
         stands(subject, movement);
}

std::string cameText(const ReturnSubject& subject, model::ReturnLineId line, const std::string& location) {
  std::optional<model::Date> first;
  std::optional<model::Date> last;
  long long there = 0;
  for (const auto& movement : subject.file.movements) {
    if (movement.lineId != line || !stands(subject, movement)) continue;
    if (movement.from == ReturnPlace::quarantine && movement.fromLocation == location)
      there -= movement.quantity;
    // Those that came before the place was empty are not there any more.
    if (there == 0) first = last = std::nullopt;
    if (movement.to != ReturnPlace::quarantine || movement.toLocation != location) continue;
    there += movement.quantity;
    first = first ? std::min(*first, movement.movedOn) : movement.movedOn;
    last = last ? std::max(*last, movement.movedOn) : movement.movedOn;
  }
  return first == last ? dateText(first) : joined(" – ", {dateText(first), dateText(last)});
}

std::string settledText(const model::ReturnBalance& balance, const Labels& labels) {
  std::string text;
  for (const auto place : {ReturnPlace::shipped, ReturnPlace::credited, ReturnPlace::scrapped,
                           ReturnPlace::retained, ReturnPlace::destroyed})
    if (const long long quantity = balance.at(place); quantity > 0)
      text = joined(", ", {text, labels.of(place) + " " + pieces(quantity)});
  return text;
}

void setReturnHead(Value& root, const ReturnSubject& subject) {
  const auto& head = subject.file.head;
  const auto& labels = subject.labels;
  root.set("number", head.number)
      .set("company", labels.name(subject.options.company, subject.options.companyEn))
      .set("rma", head.rmaNumber)
      .set("customer", subject.file.customer.name)
      .set("address", subject.file.customer.address)
      .set("customerRef", head.customerRef)
      .set("kind", labels.of(head.kind))
      .set("treatment", labels.of(head.treatment))
      .set("state", labels.of(head.state))
      .set("cases", head.caseNumbers.empty() ? head.withoutCase : head.caseNumbers)
      .set("announced", dateText(head.announcedOn))
      .set("authorised", dateText(head.authorisedOn))
      .set("authorisedBy", head.authorisedBy ? subject.file.personName(*head.authorisedBy) : std::string())
      .set("expected", dateText(head.expectedOn))
      .set("sent", dateText(head.sentOn))
      .set("received", dateText(head.receivedOn))
      .set("replacementDue", dateText(head.replacementDueOn))
      .set("conditions", head.conditions)
      .set("carrier", head.carrier)
      .set("note", head.noteNumber)
      .set("costBearer", labels.of(head.costBearer))
      .set("remarks", head.remarks)
      .set("owner", head.ownerId ? subject.file.personName(*head.ownerId) : std::string());
}

Value lineRows(const ReturnSubject& subject, bool announcedOnly) {
  Value rows{Value::List{}};
  for (const auto& line : subject.file.lines) {
    const auto balance = subject.file.balance(line.id);
    if (announcedOnly && line.nature != model::LineNature::asAnnounced && balance.announced() == 0) continue;
    const auto* owner = subject.file.caseOf(line);
    const auto* part = subject.file.part(line.partId);
    rows.add(Value()
                 .set("position", std::to_string(line.position))
                 .set("part", subject.file.partNumber(line.partId))
                 .set("partName", part ? part->name : std::string())
                 .set("lot", line.lot)
                 .set("failure", line.failure)
                 .set("case", owner ? owner->number : std::string())
                 .set("nature", subject.labels.of(line.nature))
                 .set("announced", pieces(balance.announced()))
                 .set("received", pieces(balance.received()))
                 .set("missing", pieces(balance.missing()))
                 .set("surplus", pieces(balance.surplus()))
                 .set("confirmed", pieces(balance.found(Finding::confirmed)))
                 .set("ntf", pieces(balance.found(Finding::noTroubleFound)))
                 .set("customerCaused", pieces(balance.found(Finding::customerCaused)))
                 .set("transport", pieces(balance.found(Finding::transport)))
                 .set("settled", settledText(balance, subject.labels))
                 .set("open", pieces(balance.open())));
  }
  return rows;
}

Value equationRows(const ReturnSubject& subject) {
  const auto b = subject.file.balance();
  const auto& labels = subject.labels;
  Value rows{Value::List{}};
  rows.add(Value().set(
      "text",
      labels.sentence({tr("{0} announced + {1} surplus = {2} received + {3} missing + {4} still to come"),
                       {pieces(b.announced()), pieces(b.surplus()), pieces(b.received()), pieces(b.missing()),
                        pieces(b.expected())}})));
  rows.add(Value().set(
      "text", labels.sentence({tr("{0} received = {1} in quarantine + {2} in test + {3} awaiting disposition "
                                  "+ {4} at supplier or "
                                  "laboratory + {5} retained + {6} destroyed + {7} disposed of"),
                               {pieces(b.received()), pieces(b.at(ReturnPlace::quarantine)),
                                pieces(b.at(ReturnPlace::test)), pieces(b.at(ReturnPlace::awaiting)),
                                pieces(b.at(ReturnPlace::external)), pieces(b.at(ReturnPlace::retained)),
                                pieces(b.at(ReturnPlace::destroyed)), pieces(b.disposed())}})));
  return rows;
}

Value differenceRows(const ReturnSubject& subject) {
  Value rows{Value::List{}};
  for (const auto& movement : subject.file.movements) {
    const auto difference = differenceText(subject, movement);
    if (difference.empty() || !stands(subject, movement)) continue;
    const auto* line = lineOf(subject, movement.lineId);
    const bool foreign = line && line->nature != model::LineNature::asAnnounced;
    rows.add(Value()
                 .set("part", partOf(subject, movement.lineId))
                 .set("what", joined(" · ", {difference, foreign ? subject.labels.of(line->nature) : ""}))
                 .set("quantity", pieces(movement.quantity))
                 .set("reason", subject.reason(movement.reason))
                 .set("by", subject.file.personName(movement.recordedBy))
                 .set("on", movement.movedOn.iso()));
  }
  return rows;
}

Value testRows(const ReturnSubject& subject) {
  std::map<model::ReturnUnitId, const model::ReturnUnit*> units;
  for (const auto& unit : subject.file.units) units[unit.id] = &unit;
  Value rows{Value::List{}};
  for (const auto& test : subject.file.tests) {
    const auto found = units.find(test.unitId);
    if (found == units.end()) continue;
    const auto& unit = *found->second;
    rows.add(
        Value()
            .set("serial", unit.serial)
            .set("dateCode", unit.dateCode)
            .set("level", subject.labels.of(test.level))
            .set("specification", joined(" ", {test.specification, test.specificationRevision}))
            .set("measured", test.measured)
            .set("result", subject.labels.text(test.passed ? tr("passed") : tr("failed")))
            .set("chip", test.passed ? "ok" : "late")
            .set("failure", test.failure)
            .set("finding", unit.finding == Finding::open ? std::string() : subject.labels.of(unit.finding))
            .set("analyst", test.analyst)
            .set("on", test.testedOn.iso()));
  }
  return rows;
}

Value phenomenonRows(const ReturnSubject& subject) {
  std::map<std::string, long long> tally;
  for (const auto& found : subject.file.foundPieces())
    tally[found.failure.empty() ? subject.labels.text(tr("no phenomenon recorded")) : found.failure] +=
        found.pieces;
  Value rows{Value::List{}};
  for (const auto& [phenomenon, count] : tally)
    rows.add(Value().set("phenomenon", phenomenon).set("count", pieces(count)));
  return rows;
}

Value findingRows(const ReturnSubject& subject) {
  const auto balance = subject.file.balance();
  Value rows{Value::List{}};
  for (const auto& entry : model::EnumKeys<Finding>::entries) {
    const long long quantity = balance.found(entry.value);
    if (quantity == 0) continue;
    long long standard = 0;
    long long load = 0;
    long long ntf = 0;
    for (const auto& found : subject.file.foundPieces()) {
      if (found.finding != entry.value || !found.foundBy) continue;
      if (*found.foundBy == model::TestLevel::standard) standard += found.pieces;
      if (*found.foundBy == model::TestLevel::load) load += found.pieces;
      if (*found.foundBy == model::TestLevel::ntf) ntf += found.pieces;
    }
    rows.add(Value()
                 .set("finding", subject.labels.text(entry.label))
                 .set("quantity", pieces(quantity))
                 .set("share", rateText(quantity, balance.received()))
                 .set("standard", pieces(standard))
                 .set("load", pieces(load))
                 .set("ntf", pieces(ntf)));
  }
  return rows;
}

Value scrapRows(const ReturnSubject& subject) {
  Value rows{Value::List{}};
  for (const auto& movement : subject.file.movements) {
    if (movement.to != ReturnPlace::scrapped || !stands(subject, movement)) continue;
    rows.add(Value()
                 .set("certificate", movement.document)
                 .set("part", partOf(subject, movement.lineId))
                 .set("quantity", pieces(movement.quantity))
                 .set("finding", subject.labels.of(movement.toFinding))
                 .set("how", subject.reason(movement.reason))
                 .set("by", subject.file.personName(movement.recordedBy))
                 .set("on", movement.movedOn.iso()));
  }
  return rows;
}

Value dossierRows(const ReturnSubject& subject) {
  Value rows{Value::List{}};
  for (const auto& dossier : subject.file.dossiers)
    rows.add(Value()
                 .set("part", partOf(subject, dossier.lineId))
                 .set("trigger", subject.labels.sentence(model::triggerOf(subject.file, dossier)))
                 .set("data", dossier.dataCollection)
                 .set("systemTest", dossier.systemTest)
                 .set("processStudy", dossier.processStudy)
                 .set("result", dossier.result)
                 .set("liability", subject.labels.of(dossier.liability))
                 .set("factor", percentText(dossier.technicalFactor))
                 .set("agreed", joined(" · ", {dossier.agreedWith, dateText(dossier.agreedOn)}))
                 .set("concluded", dateText(dossier.concludedAt, subject.options.zone)));
  return rows;
}

Value dispositionRows(const ReturnSubject& subject) {
  const auto balance = subject.file.balance();
  Value rows{Value::List{}};
  DispositionCounts total;
  const auto add = [&](std::string name, const DispositionCounts& counts) {
    if (counts.decided() == 0) return;
    rows.add(dispositionRow(std::move(name), counts, false));
    total.shipped += counts.shipped;
    total.credited += counts.credited;
    total.scrapped += counts.scrapped;
    total.kept += counts.kept;
    total.open += counts.open;
  };
  for (const auto& entry : model::EnumKeys<model::Disposition>::entries) {
    const auto at = [&](ReturnPlace place) { return balance.disposed(entry.value, place); };
    if (entry.value == model::Disposition::none) continue;
    add(subject.labels.text(entry.label),
        {at(ReturnPlace::shipped), at(ReturnPlace::credited), at(ReturnPlace::scrapped), 0,
         at(ReturnPlace::work) + at(ReturnPlace::ready)});
  }
  for (const auto place : {ReturnPlace::retained, ReturnPlace::destroyed})
    add(subject.labels.of(place), {.kept = balance.at(place)});
  if (!rows.list()->empty()) rows.add(dispositionRow(subject.labels.text(tr("Total")), total, true));
  return rows;
}

Value costRows(const ReturnSubject& subject) {
  Value rows{Value::List{}};
  for (const auto& cost : subject.file.costs)
    rows.add(
        Value()
            .set("kind", subject.labels.of(cost.kind))
            .set("amount", moneyText(cost.reversal ? -cost.amountMinor : cost.amountMinor, cost.currency))
            .set("document", cost.document)
            .set("on", cost.bookedOn.iso()));
  return rows;
}

}  // namespace octad::reports
