#include "gui/widgets/customer_filter.hpp"

#include "gui/widgets/layout.hpp"
#include "model/core/text.hpp"

namespace octad::gui {

using model::tr;

namespace {

constexpr double kWidthChars = 14;
constexpr std::size_t kSuggestions = 12;

}  // namespace

CustomerFilter::CustomerFilter(wxWindow* parent, const viewmodels::Translator& text,
                               const std::vector<model::Customer>& customers, std::function<void()> changed)
    : SuggestField(parent,
                   [&customers](const std::string& typed, const Answer& answer) {
                     const std::string wanted = model::foldText(typed);
                     std::vector<Suggestion> found;
                     for (const auto& one : customers)
                       if (model::foldText(one.name + " " + one.code).find(wanted) != std::string::npos &&
                           found.size() < kSuggestions)
                         found.push_back({one.name, one.code});
                     answer(found);
                   }),
      m_customers(customers) {
  SetHint(toWx(text(tr("Customer"))));
  SetInitialSize({chars(parent, kWidthChars), -1});
  onChosen = changed;
  Bind(wxEVT_KILL_FOCUS, [changed = std::move(changed)](wxFocusEvent& event) {
    event.Skip();
    changed();
  });
}

std::optional<model::CustomerId> CustomerFilter::customer() const {
  const std::string typed = model::foldText(text());
  if (!typed.empty())
    for (const auto& one : m_customers)
      if (model::foldText(one.name) == typed || model::foldText(one.code) == typed) return one.id;
  return std::nullopt;
}

void CustomerFilter::showCustomer(std::optional<model::CustomerId> id) {
  std::string name;
  for (const auto& one : m_customers)
    if (id && one.id == *id) name = one.name;
  if (!HasFocus() || id != m_shownCustomer) setText(name);
  m_shownCustomer = id;
}

}  // namespace octad::gui
