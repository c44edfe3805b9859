#pragma once

#include <optional>
#include <string>

#include "model/returns/return_records.hpp"
#include "model/usecases/return_target.hpp"

namespace octad::model {

/// A cost line of a return (S3-Q13).
struct CostEntry {
  ReturnTarget target;
  CostKind kind = CostKind::credit;
  std::string amount;    ///< "1200.50" in `currency`
  std::string currency;  ///< three letters; empty: the site's
  std::string document;  ///< needed for credit and debit notes
  std::optional<Date> bookedOn;
  std::string note;
  bool reversal = false;  ///< takes a wrong amount back; needs a note

  static constexpr auto describe() {
    return members(member("target", &CostEntry::target), member("kind", &CostEntry::kind),
                   member("amount", &CostEntry::amount), member("currency", &CostEntry::currency),
                   member("document", &CostEntry::document), member("booked_on", &CostEntry::bookedOn),
                   member("note", &CostEntry::note), member("reversal", &CostEntry::reversal));
  }
};

/// Possible after closing, too (design 4.8). Invalid("amount") naming the lines that are booked when more is
/// taken back than was booked of the kind, in the currency and on the paper.
class BookReturnCost {
 public:
  explicit BookReturnCost(Workplace workplace) : m_workplace(std::move(workplace)) {}
  ReturnSaved execute(const CostEntry& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
