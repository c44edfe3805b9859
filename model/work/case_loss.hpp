#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/core/describe.hpp"
#include "model/core/ids.hpp"
#include "model/core/message.hpp"

namespace octad::model {

/// What was booked on a return in one currency, as a case sees it. The costs are those of the whole return; a
/// case bears them by its pieces of those that came or are still expected.
struct ReturnCostShare {
  ComplaintId complaintId;
  std::string number;  ///< R26-00001
  std::string currency;
  long long amountMinor = 0;  ///< of the return, less what was taken back
  long long pieces = 0;       ///< of the case
  long long allPieces = 0;    ///< of the return
  long long lines = 0;        ///< of the case: where no piece was announced yet
  long long allLines = 0;

  static constexpr auto describe() {
    return members(
        member("complaint_id", &ReturnCostShare::complaintId), member("number", &ReturnCostShare::number),
        member("currency", &ReturnCostShare::currency), member("amount_minor", &ReturnCostShare::amountMinor),
        member("pieces", &ReturnCostShare::pieces), member("all_pieces", &ReturnCostShare::allPieces),
        member("lines", &ReturnCostShare::lines), member("all_lines", &ReturnCostShare::allLines));
  }
};

/// What one unit of other currencies is in that of the site, in millionths.
using Rates = std::map<std::string, long long>;

/// "EUR=7.85,USD=7.1": at most six decimals. Empty: none. Throws Invalid("rates").
Rates parseRates(const std::string& text);
/// The same, written one way.
std::string ratesText(const Rates& rates);

/// How amounts of a site are added up.
struct SiteMoney {
  std::string currency = {};  ///< of the site; an amount without a currency is in it
  Rates rates = {};
};

/// The loss of a case with its share of the costs of its returns.
struct LossSum {
  std::optional<long long> minor;  ///< in the site's currency; none: nothing that counts in it is known
  std::string detail;              ///< what it consists of, for `lossWords`
};

LossSum lossOf(std::optional<long long> lossMinor, const std::string& lossCurrency,
               const std::vector<ReturnCostShare>& costs, const SiteMoney& money);

/// The sentence of a notice about a loss above so many whole units: the sum, the limit, and what it consists
/// of. None for a detail that says nothing.
std::optional<Message> lossWords(const std::string& detail);

/// Adds the limit to what `lossOf` says.
std::string lossDetail(const LossSum& sum, long long limit, const SiteMoney& money);

}  // namespace octad::model
