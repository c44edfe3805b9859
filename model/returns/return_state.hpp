#pragma once

#include <optional>
#include <vector>

#include "model/core/message.hpp"
#include "model/returns/return_file.hpp"

namespace octad::model {

/// How far the return is: by its dates until goods came, then by the piece that is behind all others.
ReturnState stateOf(const ReturnFile& file);
/// Who has to do the next thing.
ReturnWait waitOf(const ReturnFile& file);
/// True for states in which nothing more happens: closed, cancelled, matched.
bool isEnded(ReturnState state);

/// Fills the derived columns of the head that lists show.
void refreshReturn(ReturnFile& file);

/// What is missing, and with it where it is mended.
enum class MissingInReturnKind { pieces, decision, dossier, reasonWithoutCase, creditNote };

/// One thing that is missing before a return can be closed.
struct MissingReturnPoint {
  MissingInReturnKind kind = MissingInReturnKind::pieces;
  ReturnLineId lineId;               ///< none: of the whole return
  std::optional<ReturnPlace> place;  ///< where the pieces are
  Message text;
};

/// What is missing before the return can be closed, in the order in which it is done.
std::vector<MissingReturnPoint> missingForReturn(const ReturnFile& file);

/// Confirmed pieces of a line without a case on which nothing was decided yet.
long long undecidedPieces(const ReturnFile& file, const ReturnLine& line);

/// The rule that asks for an NTF dossier of a line (VDA FFA): at least three pieces without trouble found, or
/// one in ten of those that have a finding. None: the rule does not ask.
std::optional<Message> ntfTrigger(const ReturnFile& file, const ReturnLine& line);
/// Why a dossier was opened: as a sentence for every language while the rule still says what was stored, and
/// otherwise word for word.
Message triggerOf(const ReturnFile& file, const NtfDossier& dossier);
/// True while pieces without trouble found may not be disposed of: the rule asks for a dossier and none was
/// concluded, or one is open.
bool waitsForDossier(const ReturnFile& file, const ReturnLine& line);

constexpr long long kNtfPieces = 3;
constexpr long long kNtfShare = 10;  ///< percent of the pieces that have a finding

}  // namespace octad::model
