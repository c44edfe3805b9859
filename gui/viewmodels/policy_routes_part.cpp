// The part of a policy about where a complaint goes first, what proves an effect and what follows a closing.
#include <algorithm>

#include "gui/viewmodels/form_values.hpp"
#include "gui/viewmodels/policy_parts.hpp"

namespace octad::viewmodels {

using model::Policy;
using model::Route;
using model::tr;

namespace {

constexpr const char* kRoutes = "routes";

/// One that a policy names and that is no department (any more) stays a choice: nobody changes it unawares.
void keepNamed(std::vector<FieldChoice>& departments, const Policy& base) {
  for (const auto& route : base.routes)
    if (std::none_of(departments.begin(), departments.end(),
                     [&route](const FieldChoice& choice) { return choice.key == route.department; }))
      departments.push_back({route.department, route.department, false});
}

void takeRoutes(Policy& policy, const FormValues& typed, const FormRows& rows) {
  const auto number = [&typed](const char* name) { return static_cast<int>(wholeNumber(typed, name)); };
  policy.verificationLots = number("verification_lots");
  policy.verificationDays = number("verification_days");
  policy.duplicateMonths = number("duplicate_months");
  policy.deemedAnswerDays = number("deemed_answer_days");
  policy.followUpDays = number("follow_up_days");
  policy.routes.clear();
  for (std::size_t row = 0; row < rowCount(rows, typed); ++row)
    policy.routes.push_back(
        {at(typed, rowField(kRoutes, row, "match")), at(typed, rowField(kRoutes, row, "department"))});
}

}  // namespace

PolicyPartBody routesPart(const Policy& base, std::vector<FieldChoice> departments) {
  keepNamed(departments, base);
  PolicyPartBody part;
  part.fields = {
      numberField("verification_lots", tr("Verification: lots"), base.verificationLots, false),
      numberField("verification_days", tr("Verification: days"), base.verificationDays, true),
      numberField("duplicate_months", tr("Likely duplicates: months back"), base.duplicateMonths, true),
      numberField("deemed_answer_days", tr("Unanswered after: working days (0: never)"),
                  base.deemedAnswerDays, false),
      numberField("follow_up_days", tr("Visit after closing: days (0: none)"), base.followUpDays, true)};
  const RowWords words{kRoutes, tr("First department, by a word in kind or failure"), tr("Add a word"),
                       tr("Remove this word")};
  const auto row = [base, choices = std::move(departments)](std::size_t place) {
    const Route route = place < base.routes.size() ? base.routes[place] : Route{};
    const std::string first = choices.empty() ? std::string() : choices.front().key;
    return std::vector<FormField>{
        {rowField(kRoutes, place, "match"), tr("Word"), FormFieldKind::line, route.match},
        {rowField(kRoutes, place, "department"), tr("Department"), FormFieldKind::choice,
         route.department.empty() ? first : route.department, choices, true}};
  };
  setRows(part, words, base.routes.size(), row, takeRoutes);
  return part;
}

}  // namespace octad::viewmodels
