#include "gui/viewmodels/return_forms.hpp"

#include "gui/viewmodels/action_form_parts.hpp"
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

}  // namespace octad::viewmodels
