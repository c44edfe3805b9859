#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "model/access/people.hpp"
#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"

namespace octad::model {

/// Where returned pieces are. The ledger books every movement from one place to another, so that nothing can
/// be somewhere without having come from somewhere (design 4.7).
enum class ReturnPlace {
  outside,     ///< source of what the customer announces
  expected,    ///< announced, neither received nor missing yet
  missing,     ///< announced, not found when counted
  surplus,     ///< source of what came beyond the announcement
  quarantine,  ///< received and segregated (8.7.1.3); its location "" is goods-in
  test,        ///< issued to functional test
  awaiting,    ///< has a finding, awaits its disposition
  external,    ///< at a supplier or laboratory
  retained,    ///< kept as reference
  destroyed,   ///< destroyed by the analysis
  work,        ///< disposition decided, being carried out
  ready,       ///< reworked or repaired and inspected again, may leave
  shipped,     ///< sent back or replaced
  credited,
  scrapped,
};

template <>
struct EnumKeys<ReturnPlace> {
  static constexpr std::array entries{
      EnumEntry<ReturnPlace>{ReturnPlace::outside, "outside", tr("At the customer, not announced")},
      EnumEntry<ReturnPlace>{ReturnPlace::expected, "expected", tr("Announced, not here yet")},
      EnumEntry<ReturnPlace>{ReturnPlace::missing, "missing", tr("Missing")},
      EnumEntry<ReturnPlace>{ReturnPlace::surplus, "surplus", tr("Surplus")},
      EnumEntry<ReturnPlace>{ReturnPlace::quarantine, "quarantine", tr("Quarantine")},
      EnumEntry<ReturnPlace>{ReturnPlace::test, "test", tr("In test")},
      EnumEntry<ReturnPlace>{ReturnPlace::awaiting, "awaiting", tr("Awaiting disposition")},
      EnumEntry<ReturnPlace>{ReturnPlace::external, "external", tr("At supplier or laboratory")},
      EnumEntry<ReturnPlace>{ReturnPlace::retained, "retained", tr("Retained")},
      EnumEntry<ReturnPlace>{ReturnPlace::destroyed, "destroyed", tr("Destroyed in analysis")},
      EnumEntry<ReturnPlace>{ReturnPlace::work, "work", tr("Disposition under way")},
      EnumEntry<ReturnPlace>{ReturnPlace::ready, "ready", tr("Ready to leave")},
      EnumEntry<ReturnPlace>{ReturnPlace::shipped, "shipped", tr("Shipped")},
      EnumEntry<ReturnPlace>{ReturnPlace::credited, "credited", tr("Credited")},
      EnumEntry<ReturnPlace>{ReturnPlace::scrapped, "scrapped", tr("Scrapped")},
  };
};

/// What analysis said about a piece (VDA field failure analysis).
enum class Finding { open, confirmed, noTroubleFound, customerCaused, transport };

template <>
struct EnumKeys<Finding> {
  static constexpr std::array entries{
      EnumEntry<Finding>{Finding::open, "open", tr("No finding yet")},
      EnumEntry<Finding>{Finding::confirmed, "confirmed", tr("Confirmed")},
      EnumEntry<Finding>{Finding::noTroubleFound, "ntf", tr("No trouble found")},
      EnumEntry<Finding>{Finding::customerCaused, "customer_caused", tr("Customer-caused")},
      EnumEntry<Finding>{Finding::transport, "transport", tr("Transport damage")},
  };
};

/// What is done with pieces that have a finding (S3-Q7).
enum class Disposition { none, rework, repair, replace, scrap, returnAsIs, credit };

template <>
struct EnumKeys<Disposition> {
  static constexpr std::array entries{
      EnumEntry<Disposition>{Disposition::none, "none", tr("Undecided")},
      EnumEntry<Disposition>{Disposition::rework, "rework", tr("Rework")},
      EnumEntry<Disposition>{Disposition::repair, "repair", tr("Repair")},
      EnumEntry<Disposition>{Disposition::replace, "replace", tr("Replace")},
      EnumEntry<Disposition>{Disposition::scrap, "scrap", tr("Scrap")},
      EnumEntry<Disposition>{Disposition::returnAsIs, "return_as_is", tr("Return as is")},
      EnumEntry<Disposition>{Disposition::credit, "credit", tr("Credit")},
  };
};

/// Pieces of one line that went from one place to another: a movement without who, when and why, or the sum
/// of several.
struct ReturnFlow {
  ReturnLineId lineId;
  ReturnPlace from = ReturnPlace::outside;
  ReturnPlace to = ReturnPlace::expected;
  Finding fromFinding = Finding::open;
  Finding toFinding = Finding::open;
  Disposition disposition = Disposition::none;  ///< of whichever end is work or behind it
  long long quantity = 0;

  static constexpr auto describe() {
    return members(member("line_id", &ReturnFlow::lineId), member("from_place", &ReturnFlow::from),
                   member("to_place", &ReturnFlow::to), member("from_finding", &ReturnFlow::fromFinding),
                   member("to_finding", &ReturnFlow::toFinding),
                   member("disposition", &ReturnFlow::disposition),
                   member("quantity", &ReturnFlow::quantity));
  }
};

/// True for the places behind the decision on a disposition: work, ready, shipped, credited, scrapped.
bool isDisposed(ReturnPlace place);
/// True for the places where a piece of ours or of the customer really is: what "received" counts.
bool isPhysical(ReturnPlace place);
/// True for the places where nothing more is to be done with a piece: missing, retained, destroyed, shipped,
/// credited, scrapped.
bool isSettled(ReturnPlace place);

/// The pieces of one line (or of several, added) by place, finding and disposition.
class ReturnBalance {
 public:
  ReturnBalance() = default;
  explicit ReturnBalance(std::span<const ReturnFlow> flows);
  void add(const ReturnFlow& flow);

  long long at(ReturnPlace place) const;
  long long at(ReturnPlace place, Finding finding) const;
  long long at(ReturnPlace place, Finding finding, Disposition disposition) const;
  /// With the disposition, whatever became of it since: decided = work + ready + shipped + credited +
  /// scrapped.
  long long disposed(Disposition disposition) const;
  long long disposed(Disposition disposition, ReturnPlace place) const;

  // announced + surplus = received + missing + expected
  long long announced() const { return -at(ReturnPlace::outside); }
  long long surplus() const { return -at(ReturnPlace::surplus); }
  long long missing() const { return at(ReturnPlace::missing); }
  long long expected() const { return at(ReturnPlace::expected); }
  /// = quarantine + test + awaiting + external + retained + destroyed + disposed
  long long received() const;
  long long disposed() const;
  /// Pieces with this finding, wherever they are now.
  long long found(Finding finding) const;
  /// Pieces that have any finding.
  long long found() const;
  /// Pieces something is still to be done with: expected, in quarantine, test, awaiting, outside the house,
  /// disposition under way.
  long long open() const;

  bool operator==(const ReturnBalance&) const = default;

 private:
  struct Key {
    ReturnPlace place;
    Finding finding;
    Disposition disposition;
    auto operator<=>(const Key&) const = default;
  };
  std::map<Key, long long> m_pieces;
};

/// The balance of one line out of the flows of many.
ReturnBalance balanceOf(ReturnLineId line, std::span<const ReturnFlow> flows);

/// One allowed movement. The database gets this table from here; a test holds the two together.
struct ReturnMove {
  ReturnPlace from;
  ReturnPlace to;
  Right right;
  bool needsReason;
  bool needsDocument;  ///< delivery note, credit note, certificate or inspection record
};

std::span<const ReturnMove> returnMoves();
/// Throws Refused("return-move") with both places in words when the movement is not in the table.
const ReturnMove& requireReturnMove(ReturnPlace from, ReturnPlace to);
/// What carries a disposition out: rework and repair by way of "ready", replace and return as is by shipping,
/// scrap and credit by their own places.
bool carriesOut(Disposition disposition, ReturnPlace from, ReturnPlace to);

}  // namespace octad::model
