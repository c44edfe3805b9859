#include "model/usecases/book_return_cost.hpp"

#include <compare>
#include <map>
#include <vector>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/money.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/return_change.hpp"

namespace octad::model {

namespace {

ReturnCost costOf(const ReturnEdit& edit, const CostEntry& input, const std::string& currency) {
  ReturnCost cost;
  cost.returnId = edit.file.head.id;
  cost.kind = input.kind;
  cost.amountMinor = parseAmount(input.amount, "amount");
  if (cost.amountMinor == 0) throw Invalid("amount", tr("Enter an amount above 0."));
  cost.currency = cleanCurrency(currency, "currency");
  const bool note = input.kind == CostKind::credit || input.kind == CostKind::debit;
  cost.document = cleanLine(input.document, "document", kNameLength, false);
  if (note && cost.document.empty())
    throw Invalid("document", tr("Enter the number of the credit or debit note."));
  cost.bookedOn = dayOr(input.bookedOn, edit.today, "booked_on");
  cost.note = input.reversal ? requireWords(input.note, "note", tr("Say why the amount is taken back."))
                             : cleanText(input.note, "note");
  cost.reversal = input.reversal;
  cost.bookedBy = edit.actor.id;
  return cost;
}

/// A line of the costs: its amounts of one kind, in one currency and on one paper.
struct CostLine {
  CostKind kind;
  std::string currency;
  std::string document;
  auto operator<=>(const CostLine&) const = default;
};

CostLine lineOf(const ReturnCost& cost) {
  return {cost.kind, cost.currency, cost.document};
}

std::string amountOf(long long minor) {
  const std::string cents = std::to_string(minor % 100);
  return std::to_string(minor / 100) + (cents.size() == 1 ? ".0" : ".") + cents;
}

/// "Freight 120.00 CNY (INV-3)"
Message words(const CostLine& line, long long minor) {
  const std::string kind = translated(labelOf(line.kind));
  const std::string amount = amountOf(minor);
  if (line.document.empty()) return {"{0} {1} {2}", {kind, amount, line.currency}};
  return {"{0} {1} {2} ({3})", {kind, amount, line.currency, line.document}};
}

/// No more can be taken back than was booked of the kind, in the currency and on the paper.
void requireBooked(const ReturnFile& file, const ReturnCost& cost) {
  if (!cost.reversal) return;
  std::map<CostLine, long long> booked;
  for (const auto& known : file.costs)
    booked[lineOf(known)] += known.reversal ? -known.amountMinor : known.amountMinor;
  if (cost.amountMinor <= booked[lineOf(cost)]) return;
  std::vector<Message> lines;
  for (const auto& [line, minor] : booked)
    if (minor > 0) lines.push_back(words(line, minor));
  const std::string wanted = listed({words(lineOf(cost), cost.amountMinor)});
  if (lines.empty())
    throw Invalid("amount", {tr("{0} cannot be taken back: nothing is booked for this return."), {wanted}});
  throw Invalid("amount",
                {tr("{0} cannot be taken back. Booked are: {1}. Enter kind, currency, paper and no more than "
                    "the amount of one of these."),
                 {wanted, listed(lines)}});
}

}  // namespace

ReturnSaved BookReturnCost::execute(const CostEntry& input) {
  std::string currency = input.currency;
  if (currency.empty()) currency = m_workplace.store.reader().setting("currency");
  if (currency.empty()) currency = kUsualCurrency;
  ReturnTarget target = input.target;
  target.version = 0;  // finance books whatever the warehouse counts meanwhile
  ReturnChange change{m_workplace, "return-cost", Right::bookCost, target, input.note, fingerprint(input)};
  change.openOnly = false;
  return changeReturn(change, [&](ReturnEdit& edit) {
    ReturnCost cost = costOf(edit, input, currency);
    requireBooked(edit.file, cost);
    ReturnRecord record(std::move(cost));
    edit.unit.returns().insert(record);
    edit.file.costs.push_back(std::get<ReturnCost>(std::move(record)));
  });
}

}  // namespace octad::model
