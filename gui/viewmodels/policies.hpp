#pragma once

#include <exception>
#include <functional>
#include <string>
#include <vector>

#include "gui/viewmodels/form_body.hpp"
#include "gui/viewmodels/policy_parts.hpp"
#include "gui/viewmodels/session.hpp"
#include "gui/viewmodels/signal.hpp"
#include "model/policy/try_out.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::viewmodels {

enum class PolicyColumn { name, revision, state, effectiveFrom, author };

/// A heading of the page beside the list and the lines below it.
struct PolicySection {
  std::string title;
  std::vector<std::string> lines;
};

class PoliciesViewModel;
struct PolicySurroundings;

/// A form about policies: the content of a new revision, or the choice of another policy.
struct PolicyForm : FormBody {
  std::function<PolicyForm(const PoliciesViewModel&)> again = {};
  std::function<std::optional<model::Message>(const PoliciesViewModel&)> whyNot = {};
  std::function<model::Policy(model::Workplace, const std::string& requestId, const FormValues&)> execute;
};

/// The house rules of the site: every policy with its revisions, what each says, and the forms that release a
/// new revision after trying it out or choose another policy.
class PoliciesViewModel {
 public:
  explicit PoliciesViewModel(Session& session);

  void load();
  Session& session() const { return m_session; }

  long rowCount() const { return static_cast<long>(m_policies.size()); }
  std::string cell(long row, PolicyColumn column) const;
  bool inForce(long row) const;
  long selectedRow() const { return m_selected; }
  void select(long row);
  /// The policy shown beside the list; null until read.
  const model::Policy* selected() const;
  /// What it says, in words.
  std::vector<PolicySection> sections() const;

  /// Why the person may not change policies; none when they may.
  std::optional<model::Message> whyNot() const;
  /// The next revision of the selected policy with one of its parts changed, or with another name a policy of
  /// its own. Its warnings say what is wrong with it, its findings what closed cases would have been by it.
  PolicyForm releaseForm(PolicyPart part = PolicyPart::rules) const;
  /// Whether Octad ships policies that this database does not have (so).
  bool hasMissing() const;
  /// The content of one of them as a revision. Needs `hasMissing`.
  PolicyForm takeForm() const;
  /// Another policy for new cases.
  PolicyForm useForm() const;

  void run(const std::string& requestId,
           std::function<model::Policy(model::Workplace, const std::string&)> change,
           std::function<void(const model::Policy&)> saved, std::function<void(std::exception_ptr)> refused);

  bool loading() const { return m_loading; }
  const std::exception_ptr& error() const { return m_error; }

  mutable Signal changed;        ///< rows, selection, loading, error
  mutable FailureSignal failed;  ///< reading failed

 private:
  struct Loaded;
  PolicySurroundings among() const;
  std::vector<std::string> classLines(const model::Policy& policy) const;
  std::vector<std::string> countingLines(const model::Policy& policy) const;
  std::vector<std::string> clockLines(const model::Policy& policy) const;
  std::vector<std::string> clockLines(const std::vector<model::ClockStep>& steps) const;
  std::vector<std::string> calendarLines(const std::string& workHours,
                                         const std::vector<model::PolicyDay>& days,
                                         const std::string& zone = {}) const;
  std::vector<std::string> reminderLines(const model::Policy& policy) const;
  std::vector<std::string> approvalLines(const model::Policy& policy) const;

  Session& m_session;
  std::vector<model::Policy> m_policies;   ///< by name, the newest revision first
  std::vector<model::JudgedCase> m_cases;  ///< closed ones, to try a revision out on
  std::vector<model::Department> m_departments;
  std::string m_activeName;
  int m_activeRevision = 0;
  std::string m_stored;  ///< what was released last, to be shown when it is read
  long m_selected = -1;
  bool m_loading = false;
  std::exception_ptr m_error;
  Lifetime m_reads;
};

}  // namespace octad::viewmodels
