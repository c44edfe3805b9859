#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/translator.hpp"
#include "model/access/people.hpp"
#include "model/returns/return_file.hpp"

namespace octad::viewmodels {

/// Pieces of one line that are alike: same place, location, finding and disposition.
struct PiecesAt {
  model::ReturnLineId lineId;
  model::ReturnPlace place = model::ReturnPlace::quarantine;
  std::string location;  ///< in quarantine; "" is goods-in
  model::Finding finding = model::Finding::open;
  model::Disposition disposition = model::Disposition::none;
  long long pieces = 0;
  long long named = 0;  ///< of these known by a serial number

  /// The same pieces, however many there are.
  bool sameKind(const PiecesAt& other) const {
    return lineId == other.lineId && place == other.place && location == other.location &&
           finding == other.finding && disposition == other.disposition;
  }
};

/// Where the pieces of a line are, in the order of their way; places without pieces are left out.
std::vector<PiecesAt> piecesOf(const model::ReturnFile& file, model::ReturnLineId line);

/// The same, and the two sources that never run dry: more are announced, more came than were announced.
std::vector<PiecesAt> moveSources(const model::ReturnFile& file, model::ReturnLineId line);

/// "Quarantine, A-3", "Awaiting disposition, Confirmed", "Disposition under way, Rework, Confirmed".
std::string placeWords(const PiecesAt& pieces, const Translator& text);

/// Both equations of a balance as sentences, and whether they hold (design 4.7).
struct LedgerEquation {
  std::string words;  ///< "Announced 120 + Surplus 0 = Received 118 + Missing 2 + …"
  bool balanced = true;
};
std::vector<LedgerEquation> ledgerEquations(const model::ReturnBalance& balance, const Translator& text);

/// One way pieces may go, and what has to be said for it.
struct MoveTarget {
  model::ReturnPlace to = model::ReturnPlace::test;
  model::Right right = model::Right::recordReturn;
  bool finding = false;      ///< a finding has to be chosen
  bool disposition = false;  ///< a disposition has to be chosen
  bool location = false;     ///< goes to a location in quarantine
  bool document = false;     ///< number of a paper is needed
  bool reason = false;       ///< a reason is needed
};

/// Where these pieces may go: the next step first, the ways back last.
std::vector<MoveTarget> moveTargets(const PiecesAt& from);
/// The pieces whose next step is proposed: what is settled, like missing pieces, is not worked on.
std::size_t usualSource(const std::vector<PiecesAt>& sources);

/// The first pieces that can go that way, those without a serial number before the others; none when there
/// are none.
std::optional<PiecesAt> piecesFor(const model::ReturnFile& file, model::ReturnPlace from,
                                  model::ReturnPlace to);

/// A movement as its list shows it.
struct MovementRow {
  model::MovementId id;
  std::string day;
  std::string line;  ///< "1 P-100"
  long long quantity = 0;
  std::string way;  ///< "Quarantine, A-3 → In test"
  std::string document;
  std::string reason;
  std::string who;
  bool reversal = false;
  bool reversed = false;  ///< taken back
};

/// The ledger of the return, newest first.
std::vector<MovementRow> movementRows(const model::ReturnFile& file, const Translator& text);

/// "1 · P-100, L2026-46".
std::string lineWords(const model::ReturnFile& file, const model::ReturnLine& line);

}  // namespace octad::viewmodels
