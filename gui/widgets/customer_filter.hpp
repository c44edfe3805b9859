#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "gui/viewmodels/translator.hpp"
#include "gui/widgets/suggest_field.hpp"
#include "model/cases/master_data.hpp"

namespace octad::gui {

/// The customer by whom a list is filtered, by name or code.
class CustomerFilter final : public SuggestField {
 public:
  /// `customers` may be read later than the field is made, and outlives it; `changed` is called when one was
  /// chosen or the field was left.
  CustomerFilter(wxWindow* parent, const viewmodels::Translator& text,
                 const std::vector<model::Customer>& customers, std::function<void()> changed);

  /// The customer that stands in the field; none when there is no such.
  std::optional<model::CustomerId> customer() const;
  /// Shows the customer of the filter; what is being typed stays while that is the same.
  void showCustomer(std::optional<model::CustomerId> id);

 private:
  const std::vector<model::Customer>& m_customers;
  std::optional<model::CustomerId> m_shownCustomer;
};

}  // namespace octad::gui
