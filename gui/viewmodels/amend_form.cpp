
#include "gui/viewmodels/action_form_parts.hpp"
#include "model/usecases/amend_complaint.hpp"

namespace octad::viewmodels {

using model::CaseTarget;
using model::ComplaintAmendment;
using model::tr;
using model::Workplace;

namespace {

constexpr const char* kItems = "items";

/// Minor units as typed with two decimals; all our currencies have two.
std::string moneyText(long long minor) {
  if (minor == 0) return {};
  const std::string cents = std::to_string(minor % 100);
  return std::to_string(minor / 100) + "." + (cents.size() < 2 ? "0" : "") + cents;
}

long long parseMoney(const std::string& text, const std::string& field) {
  const auto dot = text.find('.');
  const std::string whole = text.substr(0, dot);
  std::string cents = dot == std::string::npos ? "" : text.substr(dot + 1);
  if (cents.size() > 2) throw model::Invalid(field, tr("Write an amount with at most two decimals."));
  cents.resize(2, '0');
  const long long units = whole.empty() ? 0 : model::parseQuantity(whole, field);
  return units * 100 + model::parseQuantity(cents, field);
}

std::vector<FormField> headFields(const ComplaintAmendment& before, const CasePageViewModel& page) {
  std::vector<FieldChoice> people{{"", "–", false}};
  for (const auto& person : page.people())
    if (person.active) people.push_back({std::to_string(person.id.value), person.name, false});
  std::vector<FieldChoice> departments{{"", "–", false}};
  for (const auto& department : page.departments())
    departments.push_back({std::to_string(department.id.value), department.code, false});
  const auto idText = [](const auto& id) { return id ? std::to_string(id->value) : std::string(); };
  return {
      {"title", tr("What is wrong, in one line"), FormFieldKind::line, before.title, {}, false},
      {"statement", tr("Our statement, internal"), FormFieldKind::text, before.statement, {}, false},
      {"statement_customer",
       tr("Our statement for the customer"),
       FormFieldKind::text,
       before.statementCustomer,
       {},
       true},
      {"customer_ref", tr("Customer's number"), FormFieldKind::line, before.customerRef, {}, false},
      {"contact", tr("Contact"), FormFieldKind::line, before.contact, {}, true},
      {"requested_date",
       tr("Reply wanted by"),
       FormFieldKind::date,
       before.requestedDate ? before.requestedDate->iso() : "",
       {},
       true},
      {"owner_id", tr("Owner"), FormFieldKind::choice, idText(before.ownerId), std::move(people), false},
      {"responsible_department_id", tr("Responsible department"), FormFieldKind::choice,
       idText(before.responsibleDepartmentId), std::move(departments), true},
      {"loss_minor", tr("Loss amount"), FormFieldKind::line, moneyText(before.lossMinor), {}, true},
      {"loss_currency", tr("Currency"), FormFieldKind::line, before.lossCurrency, {}, true},
      {"safety", tr("Safety"), FormFieldKind::check, before.safety ? "1" : "", {}, false},
      {"penalty", tr("Penalty clause"), FormFieldKind::check, before.penalty ? "1" : "", {}, true},
      {"repeat", tr("Repeated complaint"), FormFieldKind::check, before.repeat ? "1" : "", {}, true},
      {"escalated_to", tr("Escalated by the customer"), FormFieldKind::choice,
       before.escalatedTo ? key(*before.escalatedTo) : std::string(),
       choicesOf<model::EscalationTarget>(tr("Not escalated")), false},
      {"escalated_on",
       tr("Escalated on"),
       FormFieldKind::date,
       before.escalatedOn ? before.escalatedOn->iso() : std::string(),
       {},
       true},
      {"remarks", tr("Remarks"), FormFieldKind::text, before.remarks, {}, false},
  };
}

void takeHead(ComplaintAmendment& input, const FormValues& values) {
  input.title = at(values, "title");
  input.statement = at(values, "statement");
  input.statementCustomer = at(values, "statement_customer");
  input.customerRef = at(values, "customer_ref");
  input.contact = at(values, "contact");
  input.requestedDate = parseDay(at(values, "requested_date"), "requested_date");
  input.safety = at(values, "safety") == "1";
  input.penalty = at(values, "penalty") == "1";
  input.repeat = at(values, "repeat") == "1";
  input.escalatedTo = model::fromKey<model::EscalationTarget>(at(values, "escalated_to"));
  input.escalatedOn = parseDay(at(values, "escalated_on"), "escalated_on");
  const std::string owner = at(values, "owner_id");
  input.ownerId = owner.empty() ? std::nullopt : std::optional(model::PersonId(std::stoll(owner)));
  const std::string department = at(values, "responsible_department_id");
  input.responsibleDepartmentId =
      department.empty() ? std::nullopt : std::optional(model::DepartmentId(std::stoll(department)));
  input.remarks = at(values, "remarks");
  input.lossMinor = parseMoney(at(values, "loss_minor"), "loss_minor");
  input.lossCurrency = at(values, "loss_currency");
}

FormRows itemRows(const ComplaintAmendment& before, const CasePageViewModel& page) {
  FormRows rows;
  rows.key = kItems;
  rows.title = tr("Items");
  rows.addLabel = tr("&Add another item");
  rows.removeLabel = tr("Remove this item");
  rows.count = rows.fixed = before.items.size();
  rows.make = [&page, items = before.items, file = page.file()](std::size_t row) -> std::vector<FormField> {
    const bool stored = row < items.size();
    const model::ComplaintItem item = stored ? items[row] : model::ComplaintItem{};
    const auto name = [row](const char* field) { return rowField(kItems, row, field); };
    return {
        {name("part"),
         tr("Part number *"),
         FormFieldKind::line,
         stored ? file.partNumber(item.partId) : std::string(),
         {},
         false,
         [&page](const std::string& typed, auto answer) { page.suggestParts(typed, std::move(answer)); }},
        {name("lot"), tr("Lot"), FormFieldKind::line, item.lot, {}, true},
        {name("qty_defective"),
         tr("Defective pieces *"),
         FormFieldKind::quantity,
         stored ? std::to_string(item.quantityDefective) : std::string(),
         {},
         true},
        {name("qty_delivered"),
         tr("Delivered pieces"),
         FormFieldKind::quantity,
         item.quantityDelivered ? std::to_string(*item.quantityDelivered) : std::string(),
         {},
         true},
        {name("failure"),
         tr("Failure as told *"),
         FormFieldKind::line,
         item.failure,
         {},
         false,
         [&page](const std::string& typed, auto answer) { page.suggestDefects(typed, std::move(answer)); }},
        {name("built_on"),
         tr("Built on"),
         FormFieldKind::date,
         item.builtOn ? item.builtOn->iso() : std::string(),
         {},
         true},
        {name("defect_kind"), tr("Kind of defect"), FormFieldKind::choice, key(item.defectKind),
         choicesOf<model::DefectKind>(), true},
    };
  };
  return rows;
}

/// Items as typed; a part is named by its number only when that was changed. Throws Invalid(field).
void takeItems(ComplaintAmendment& input, const FormRows& rows, const FormValues& values) {
  for (std::size_t row = 0; row < rowCount(rows, values); ++row) {
    const auto typed = [&](const char* field) { return at(values, rowField(kItems, row, field)); };
    const bool stored = row < input.items.size();
    if (!stored) input.items.emplace_back();
    model::ComplaintItem& item = input.items[row];
    const std::string number = typed("part");
    if (number.empty())
      throw model::Invalid(rowField(kItems, row, "part"), tr("A part number is needed here."));
    if (!stored || number != rows.make(row).front().value) {
      input.partNumbers.resize(row + 1);
      input.partNumbers[row] = number;
    }
    item.lot = typed("lot");
    item.failure = typed("failure");
    item.defectKind = chosen(values, rowField(kItems, row, "defect_kind"), item.defectKind);
    item.quantityDefective = quantity(values, rowField(kItems, row, "qty_defective"));
    item.builtOn = parseDay(typed("built_on"), rowField(kItems, row, "built_on"));
    item.quantityDelivered.reset();
    if (!typed("qty_delivered").empty())
      item.quantityDelivered = quantity(values, rowField(kItems, row, "qty_delivered"));
  }
}

}  // namespace

ActionForm amendForm(const CasePageViewModel& page) {
  const auto before = model::AmendComplaint::from(page.file());
  ActionForm form;
  form.title = {tr("Edit the complaint")};
  form.okLabel = tr("Save corrections");
  form.notes.push_back(
      {tr("The customer's own words stay as they came. Class and clocks are decided again when they depend "
          "on a change.")});
  form.fields = headFields(before, page);
  form.rows = itemRows(before, page);
  form.execute = [before, rows = *form.rows](Workplace workplace, CaseTarget target,
                                             const FormValues& values) {
    ComplaintAmendment input = before;
    input.target = std::move(target);
    takeHead(input, values);
    takeItems(input, rows, values);
    return model::AmendComplaint(std::move(workplace)).execute(input);
  };
  return form;
}

}  // namespace octad::viewmodels
