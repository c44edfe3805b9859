#pragma once

#include <exception>
#include <functional>
#include <string>
#include <vector>

#include "gui/viewmodels/form_body.hpp"
#include "gui/viewmodels/session.hpp"
#include "gui/viewmodels/signal.hpp"
#include "model/cases/campaign.hpp"
#include "model/cases/master_data.hpp"
#include "model/cases/queries.hpp"
#include "model/policy/policy.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::viewmodels {

enum class CampaignColumn { name, kind, from, to, parts, customers, clocks, counting };
enum class CustomerColumn { code, name, clocks, status };

class CustomersPlaceViewModel;

/// A form about a campaign or a customer; what it gives back is the name.
struct CustomersForm : FormBody {
  std::function<CustomersForm(const CustomersPlaceViewModel&)> again = {};
  std::function<std::optional<model::Message>(const CustomersPlaceViewModel&)> whyNot = {};
  std::function<std::string(model::Workplace, const std::string& requestId, const FormValues&)> execute;
};

/// The place "Customers and campaigns": campaigns with their clocks and counting, customers with the clocks
/// agreed with them and their special status.
class CustomersPlaceViewModel {
 public:
  explicit CustomersPlaceViewModel(Session& session);

  void load();
  Session& session() const { return m_session; }

  long campaignCount() const { return static_cast<long>(m_campaigns.size()); }
  std::string cell(long row, CampaignColumn column) const;
  /// The cases of a campaign, open or not.
  model::CaseFilter casesOf(long row) const;
  /// It is over.
  bool isOver(long row) const;
  long customerCount() const { return static_cast<long>(m_customers.size()); }
  std::string cell(long row, CustomerColumn column) const;
  bool isSpecial(long row) const {
    return !m_customers.at(static_cast<std::size_t>(row)).specialStatus.empty();
  }

  /// Why the person may not; none when they may.
  std::optional<model::Message> whyNoCampaign() const;
  std::optional<model::Message> whyNotEnd(long row) const;
  std::optional<model::Message> whyNoProfile() const;
  CustomersForm addForm() const;
  CustomersForm endForm(long row) const;
  CustomersForm profileForm(long row) const;

  void run(const std::string& requestId,
           std::function<std::string(model::Workplace, const std::string&)> change,
           std::function<void(const std::string&)> saved, std::function<void(std::exception_ptr)> refused);

  bool loading() const { return m_loading; }
  const std::exception_ptr& error() const { return m_error; }

  mutable Signal changed;
  mutable FailureSignal failed;

 private:
  struct Loaded;
  /// The sets of clocks of the policy in force for a scope, after an empty choice.
  std::vector<FieldChoice> setChoices(model::ClockScope scope) const;
  model::Date today() const;

  Session& m_session;
  std::vector<model::Campaign> m_campaigns;  ///< the newest first
  std::vector<model::Customer> m_customers;  ///< by name
  std::vector<model::ClockSet> m_sets;
  bool m_loading = false;
  std::exception_ptr m_error;
  Lifetime m_reads;
};

}  // namespace octad::viewmodels
