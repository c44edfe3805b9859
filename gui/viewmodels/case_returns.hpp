#pragma once

#include <string>
#include <vector>

#include "gui/viewmodels/chip_look.hpp"
#include "gui/viewmodels/translator.hpp"
#include "model/cases/case_file.hpp"

namespace octad::viewmodels {

/// What a line of a return means for the closing of the case (design 4.7).
enum class ReturnHold {
  settled,  ///< nothing of it is open
  blocks,   ///< pieces are open and nobody sees to them after the closing
  goesOn    ///< the return was handed on
};

/// A line of a return that is allocated to the case, as the case shows it.
struct CaseReturnRow {
  model::ReturnLineId lineId;
  model::ReturnId returnId;
  std::string number;  ///< R26-00001
  std::string rmaNumber;
  std::string part;
  std::string lot;
  ChipLook state;
  bool ended = false;  ///< the return is closed, cancelled or matched
  long long announced = 0;
  long long received = 0;
  long long confirmed = 0;
  long long noTroubleFound = 0;
  long long customerCaused = 0;
  long long open = 0;
  ReturnHold hold = ReturnHold::settled;
  model::Message closing;  ///< "⚠ blocks closing", "→ Wang Fang", "✓ settled"
};

/// The lines in the order of the returns.
std::vector<CaseReturnRow> caseReturnRows(const model::CaseFile& file);

/// A return of the case, one click away.
struct CaseReturnLink {
  model::ReturnId id;
  std::string number;
};
std::vector<CaseReturnLink> caseReturnLinks(const model::CaseFile& file);

/// "120 announced, 118 received, 40 open" over all lines; without a text when there is none.
model::Message returnTotals(const model::CaseFile& file);

/// Pieces of the case that came back, over all its returns.
long long returnedPieces(const model::CaseFile& file);

/// What stands in the way of the closing, or with whom the return goes on and why; without a text when the
/// line is settled.
model::Message holdSentence(const model::CaseFile& file, const CaseReturnRow& row);

/// The equations of the ledger in words, one a line, with the terms that are not zero (design 4.7):
/// "Announced 120 = Received 118 + Missing 2", "Received 118 = Quarantine 18 + Shipped 100".
std::string balanceWords(const model::ReturnBalance& balance, const Translator& text);

}  // namespace octad::viewmodels
