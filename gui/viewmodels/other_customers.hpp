#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/action_forms.hpp"
#include "gui/viewmodels/case_page.hpp"
#include "gui/viewmodels/list_read.hpp"
#include "model/eightd/supplied_customers.hpp"

namespace octad::viewmodels {

/// One line of the list of other customers: one that was decided about, or one that the shipments suggest.
struct OtherCustomerRow {
  std::string customer;
  std::string lots;
  std::string quantity;
  std::string decision;
  std::string notifiedOn;
  std::string reason;
  bool suggested = false;
  bool waiting = false;  ///< not decided, or to be notified and not done
};

/// Other customers who received suspect lots. Who got the same part is read in the background.
class OtherCustomersViewModel final : public ListRead {
 public:
  explicit OtherCustomersViewModel(CasePageViewModel& page);

  void refresh();
  /// Those of the 8D, then those that got the same part and are not on its list.
  std::vector<OtherCustomerRow> rows() const;
  /// Customers whose names contain what is typed, for the chooser; `answer` comes later.
  void suggest(const std::string& typed, std::function<void(std::vector<FieldSuggestion>)> answer) const;

 private:
  CasePageViewModel& m_page;
  std::vector<model::SuppliedCustomer> m_suggested;
  Lifetime m_life;
};

/// Why nothing can be decided; none when it can.
std::optional<model::Message> whyNotDecideCustomer(const CasePageViewModel& page);
/// Decides about a customer (DecideCustomer); an empty name asks for one, with `suggest` to choose from.
ActionForm otherCustomerForm(const CasePageViewModel& page, const std::string& customer, Suggest suggest);

}  // namespace octad::viewmodels
