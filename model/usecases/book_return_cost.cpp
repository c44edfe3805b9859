#include "model/usecases/book_return_cost.hpp"

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/money.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/return_change.hpp"

namespace octad::model {

namespace {

constexpr const char* kUsualCurrency = "CNY";

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

/// No more can be taken back than was booked of the kind in the currency.
void requireBooked(const ReturnFile& file, const ReturnCost& cost) {
  if (!cost.reversal) return;
  long long net = 0;
  for (const auto& known : file.costs)
    if (known.kind == cost.kind && known.currency == cost.currency)
      net += known.reversal ? -known.amountMinor : known.amountMinor;
  if (cost.amountMinor > net)
    throw Invalid("amount", {tr("Only what was booked as \"{0}\" in {1} can be taken back."),
                             {translated(labelOf(cost.kind)), cost.currency}});
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
