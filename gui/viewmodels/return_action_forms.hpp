#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "gui/viewmodels/form_body.hpp"
#include "gui/viewmodels/return_ledger.hpp"
#include "gui/viewmodels/return_page.hpp"
#include "model/usecases/move_returned.hpp"

namespace octad::viewmodels {

/// What an action on a return asks for, and what it does with it; see ActionForm.
struct ReturnForm : FormBody {
  std::function<ReturnForm(const ReturnPageViewModel&)> again = {};
  std::function<std::optional<model::Message>(const ReturnPageViewModel&)> whyNot = {};
  std::function<model::ReturnSaved(model::Workplace, model::ReturnTarget, const FormValues&)> execute;
};

// The way of the goods
ReturnForm authoriseForm(const ReturnPageViewModel& page);
ReturnForm sendForm(const ReturnPageViewModel& page);
/// What was counted, line by line, and what nobody announced.
ReturnForm receiveForm(const ReturnPageViewModel& page);
ReturnForm returnLineForm(const ReturnPageViewModel& page);
ReturnForm matchForm(const ReturnPageViewModel& page);
ReturnForm returnDetailsForm(const ReturnPageViewModel& page);
ReturnForm closeReturnForm(const ReturnPageViewModel& page);
ReturnForm reopenReturnForm(const ReturnPageViewModel& page);
ReturnForm cancelReturnForm(const ReturnPageViewModel& page);
/// The action's own form, for the actions that ask nothing else first.
std::optional<ReturnForm> wayForm(ReturnActionId id, const ReturnPageViewModel& page);

// The pieces
/// A movement of these pieces as it was typed: "to", "quantity" and what its way needs. Throws
/// Invalid(field).
model::ReturnTransfer transferOf(const PiecesAt& kind, const FormValues& values);
ReturnForm takeBackForm(const ReturnPageViewModel& page, const MovementRow& movement);
/// A test of the units chosen, which are in test.
ReturnForm unitTestForm(const ReturnPageViewModel& page, std::vector<model::ReturnUnitId> units);
/// Moves the units chosen, which are all alike; `kind` says where they are.
ReturnForm moveUnitsForm(const ReturnPageViewModel& page, const PiecesAt& kind,
                         std::vector<model::ReturnUnitId> units);
/// The right serial number of a mistyped unit.
ReturnForm renameUnitForm(const ReturnPageViewModel& page, model::ReturnUnitId unit);
/// Units that were entered by mistake go, their pieces stay.
ReturnForm removeUnitsForm(const ReturnPageViewModel& page, std::vector<model::ReturnUnitId> units);
/// What becomes of confirmed pieces without a case; also attaches a line before anything is confirmed.
ReturnForm decideForm(const ReturnPageViewModel& page, model::ReturnLineId line,
                      model::ConfirmedDecision decision);
/// The open NTF dossier of a line, or a new one.
ReturnForm dossierForm(const ReturnPageViewModel& page, model::ReturnLineId line);
ReturnForm costForm(const ReturnPageViewModel& page, model::CostKind kind);

/// The line an action is about when none was chosen: the first one that waits for it.
model::ReturnLineId lineFor(ReturnActionId id, const model::ReturnFile& file);

}  // namespace octad::viewmodels
