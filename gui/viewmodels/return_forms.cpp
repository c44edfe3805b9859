#include "gui/viewmodels/return_forms.hpp"

#include "gui/viewmodels/action_form_parts.hpp"
#include "model/usecases/announce_return.hpp"
#include "model/usecases/close_return.hpp"

namespace octad::viewmodels {

using model::CaseTarget;
using model::tr;
using model::Workplace;

ActionForm handOverForm(const CasePageViewModel& page, model::ReturnId chosen) {
  ActionForm form;
  form.title = {tr("Return continues")};
  form.okLabel = tr("Hand it on");
  form.notes.push_back(
      {tr("The case may then be closed while the return goes on. Every piece is still accounted for.")});
  std::vector<FieldChoice> returns;
  for (const auto* share : openReturns(page.file()))
    returns.push_back({std::to_string(share->returnId.value), share->number, false});
  std::string first = returns.empty() ? std::string() : returns.front().key;
  if (chosen) first = std::to_string(chosen.value);
  std::vector<FieldChoice> people;
  for (const auto& person : page.people())
    if (person.active) people.push_back({person.login, person.name, false});
  form.fields = {
      {"return_id", tr("Return"), FormFieldKind::choice, first, std::move(returns), false},
      {"owner", tr("Who sees to it"), FormFieldKind::choice, page.session().actor.login, std::move(people),
       true},
      reasonField(),
  };
  form.whyNot = [](const CasePageViewModel& now) {
    return actionOf(now.actions(), CaseActionId::continueReturn).whyNot;
  };
  form.execute = [](Workplace workplace, CaseTarget target, const FormValues& values) {
    model::ReturnContinues input;
    input.target = std::move(target);
    const std::string id = at(values, "return_id");
    if (!id.empty()) input.returnId = model::ReturnId(std::stoll(id));
    input.owner = at(values, "owner");
    input.reason = at(values, "reason");
    return model::HandOverReturn(std::move(workplace)).execute(input);
  };
  return form;
}

std::vector<FieldChoice> itemChoices(const model::CaseFile& file) {
  std::vector<FieldChoice> items;
  for (const auto& item : file.items)
    items.push_back(
        {std::to_string(item.position), file.partNumber(item.partId) + " · " + item.failure, false});
  return items;
}

ActionForm announceReturnForm(const CasePageViewModel& page) {
  ActionForm form;
  form.title = {tr("Announce a return")};
  form.okLabel = tr("Announce");
  std::vector<FieldChoice> items = itemChoices(page.file());
  const std::string first = items.empty() ? std::string() : items.front().key;
  form.fields = {
      {"kind", tr("Kind of return"), FormFieldKind::choice, key(model::ReturnKind::lineReject),
       choicesOf<model::ReturnKind>(), false},
      {"treatment", tr("Wanted by the customer"), FormFieldKind::choice, key(model::Treatment::analysis),
       choicesOf<model::Treatment>(), true},
      {"lines.0.item", tr("Item"), FormFieldKind::choice, first, std::move(items), false},
      {"lines.0.quantity", tr("Pieces"), FormFieldKind::quantity, {}, {}, true},
      {"lines.0.lot", tr("Lot"), FormFieldKind::line, {}, {}, true},
      {"customer_ref", tr("Customer's number"), FormFieldKind::line, {}, {}, false},
      {"announced_on", tr("Announced on"), FormFieldKind::date, today(page).iso(), {}, true},
      {"expected_on", tr("Expected on"), FormFieldKind::date, {}, {}, true},
      {"remarks", tr("Remarks"), FormFieldKind::text, {}, {}, false},
  };
  form.execute = [number = page.file().complaint.number](Workplace workplace, CaseTarget target,
                                                         const FormValues& values) {
    model::NewReturn input;
    input.uuid = target.requestId;
    input.kind = chosen(values, "kind", model::ReturnKind::lineReject);
    input.treatment = chosen(values, "treatment", model::Treatment::analysis);
    input.customerRef = at(values, "customer_ref");
    input.announcedOn = parseDay(at(values, "announced_on"), "announced_on");
    input.expectedOn = parseDay(at(values, "expected_on"), "expected_on");
    input.remarks = at(values, "remarks");
    model::NewReturnLine line;
    line.caseNumber = number;
    line.item = static_cast<int>(quantity(values, "lines.0.item"));
    line.quantity = quantity(values, "lines.0.quantity");
    line.lot = at(values, "lines.0.lot");
    input.lines.push_back(std::move(line));
    const auto saved = model::AnnounceReturn(std::move(workplace)).execute(input);
    return model::Saved{target.id, saved.number, target.version};
  };
  return form;
}

}  // namespace octad::viewmodels
