#include "gui/viewmodels/policies.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "gui/viewmodels/executor.hpp"
#include "gui/viewmodels/policy_forms.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/site.hpp"

namespace octad::viewmodels {

using model::Message;
using model::Policy;
using model::SeverityClass;
using model::tr;
using model::translated;

struct PoliciesViewModel::Loaded {
  std::vector<Policy> policies;
  std::vector<model::JudgedCase> cases;
  std::vector<model::Department> departments;
  Policy active;
};

PoliciesViewModel::PoliciesViewModel(Session& session) : m_session(session) {}

void PoliciesViewModel::load() {
  m_loading = true;
  m_error = nullptr;
  m_reads.renew();
  changed();
  inBackground(
      m_session.executor, m_reads,
      [store = m_session.store, now = m_session.clock.now()] {
        auto& reader = store->reader();
        return Loaded{reader.policies(), reader.judgedCases(model::kTryOutCases), reader.departments(),
                      model::readSite(reader, now).active};
      },
      [this](Loaded loaded) {
        m_loading = false;
        const Policy* shown = selected();
        std::string name = shown ? shown->name : loaded.active.name;
        if (!m_stored.empty()) name = std::exchange(m_stored, {});
        m_policies = std::move(loaded.policies);
        std::sort(m_policies.begin(), m_policies.end(), [](const Policy& one, const Policy& other) {
          return std::tie(one.name, other.revision) < std::tie(other.name, one.revision);
        });
        m_cases = std::move(loaded.cases);
        m_departments = std::move(loaded.departments);
        m_activeName = loaded.active.name;
        m_activeRevision = loaded.active.revision;
        const auto newest = std::find_if(m_policies.begin(), m_policies.end(),
                                         [&name](const Policy& policy) { return policy.name == name; });
        m_selected = newest == m_policies.end() ? -1 : static_cast<long>(newest - m_policies.begin());
        changed();
      },
      [this](const std::exception_ptr& error) {
        m_loading = false;
        m_error = error;
        changed();
        failed(error);
      });
}

bool PoliciesViewModel::inForce(long row) const {
  const Policy& policy = m_policies.at(static_cast<std::size_t>(row));
  return policy.name == m_activeName && policy.revision == m_activeRevision;
}

std::string PoliciesViewModel::cell(long row, PolicyColumn column) const {
  const Policy& policy = m_policies.at(static_cast<std::size_t>(row));
  switch (column) {
    case PolicyColumn::name:
      return policy.name;
    case PolicyColumn::revision:
      return std::to_string(policy.revision);
    case PolicyColumn::state:
      return inForce(row) ? m_session.translator(tr("In force")) : std::string();
    case PolicyColumn::effectiveFrom:
      return policy.effectiveFrom ? policy.effectiveFrom->iso() : std::string();
    case PolicyColumn::author:
      return policy.author;
  }
  return {};
}

void PoliciesViewModel::select(long row) {
  if (row == m_selected || row >= rowCount()) return;
  m_selected = row;
  changed();
}

const Policy* PoliciesViewModel::selected() const {
  return m_selected < 0 ? nullptr : &m_policies.at(static_cast<std::size_t>(m_selected));
}

std::vector<std::string> PoliciesViewModel::classLines(const Policy& policy) const {
  const auto& text = m_session.translator;
  std::vector<std::string> lines;
  for (const auto& name : policy.classes)
    lines.push_back(text(Message{
        tr("{0}: handled like \"{1}\""),
        {model::classNameArgument(policy, name.severity), translated(model::labelOf(name.severity))}}));
  const bool named = !policy.classes.empty();
  for (const auto& at : policy.thresholds) {
    const bool general = model::hasRule(policy, "quantity_general");
    const bool major = model::hasRule(policy, "quantity_major");
    const std::string kind = translated(model::labelOf(at.kind));
    if (general && major && !named) {
      lines.push_back(text(Message{tr("{0}: general from {1} pieces, major from {2}"),
                                   {kind, std::to_string(at.general), std::to_string(at.major)}}));
      continue;
    }
    const auto line = [&](SeverityClass severity, long long from) {
      lines.push_back(
          text(Message{tr("{0}: {1} from {2} pieces"),
                       {kind, model::classNameArgument(policy, severity), std::to_string(from)}}));
    };
    if (general) line(SeverityClass::general, at.general);
    if (major) line(SeverityClass::major, at.major);
  }
  if (model::hasRule(policy, "rate_other"))
    lines.push_back(text(Message{tr("Below {0} % of the delivered pieces: another quality issue"),
                                 {model::plainNumber(policy.rateBelow * 100)}}));
  std::string order;
  for (const auto& rule : policy.rules) order += (order.empty() ? "" : " → ") + text(ruleWords(policy, rule));
  lines.push_back(text(Message{tr("The first that applies decides: {0}"), {order}}));
  return lines;
}

std::vector<std::string> PoliciesViewModel::countingLines(const Policy& policy) const {
  const auto& text = m_session.translator;
  const auto number = [](int value) { return std::to_string(value); };
  std::vector<std::string> lines;
  if (policy.classes.empty()) {
    lines.push_back(text(Message{tr("Major {0}, general {1}, other {2}, not ours {3}"),
                                 {number(policy.weightMajor), number(policy.weightGeneral),
                                  number(policy.weightOther), number(policy.weightNotOurs)}}));
  } else {
    for (const auto& name : policy.classes)
      lines.push_back(
          text(Message{"{0}: {1}",
                       {model::classNameArgument(policy, name.severity),
                        number(model::weightOf(name.severity, model::Acceptance::accepted, policy))}}));
    lines.push_back(text(Message{
        "{0}: {1}", {translated(model::labelOf(model::Acceptance::notOurs)), number(policy.weightNotOurs)}}));
  }
  if (policy.uncountedHours > 0)
    lines.push_back(
        text(Message{policy.uncountedFirstLevel
                         ? tr("Not counted: what is solved within {0} h without asking a department")
                         : tr("Not counted: what is solved within {0} h"),
                     {number(policy.uncountedHours)}}));
  return lines;
}

std::vector<std::string> PoliciesViewModel::reminderLines(const Policy& policy) const {
  const auto& text = m_session.translator;
  std::vector<std::string> lines;
  for (const auto& rule : policy.escalation) {
    const model::ReminderUses uses = model::usesOf(rule.condition);
    std::string numbers;
    const auto add = [&](bool used, const char* words, long long value) {
      if (used) numbers += (numbers.empty() ? " (" : ", ") + text(Message{words, {std::to_string(value)}});
    };
    add(uses.count, tr("{0} times"), rule.count);
    add(uses.amount, tr("more than {0}"), rule.amount);
    add(uses.days, tr("{0} d"), rule.days);
    if (!numbers.empty()) numbers += ")";
    lines.push_back(text.label(rule.condition) + numbers + " → " + text.label(rule.receiver));
  }
  return lines;
}

std::vector<std::string> PoliciesViewModel::approvalLines(const Policy& policy) const {
  const auto& text = m_session.translator;
  std::vector<std::string> lines;
  for (const auto& approval : policy.approvals)
    lines.push_back(
        text.label(approval.step) + ", " +
        text(approval.severity ? model::className(policy, *approval.severity) : Message(tr("All classes"))) +
        " → " + text.label(approval.role));
  if (lines.empty()) lines.push_back(text(tr("A closing is approved by somebody other than the owner")));
  const std::string month = m_session.zone.date(m_session.clock.now()).month();
  lines.push_back(text(
      Message{tr("Complaints are numbered like {0}"), {model::writtenNumber(policy.numbering, month, 1)}}));
  const auto years = [&](SeverityClass severity, int count) {
    if (count > 0 && model::hasClass(policy, severity))
      lines.push_back(text(Message{tr("{0}: kept {1} years after closing"),
                                   {model::classNameArgument(policy, severity), std::to_string(count)}}));
  };
  years(SeverityClass::major, policy.keepYearsMajor);
  years(SeverityClass::general, policy.keepYearsGeneral);
  years(SeverityClass::other, policy.keepYearsOther);
  if (policy.keepYearsMajor + policy.keepYearsGeneral + policy.keepYearsOther == 0)
    lines.push_back(text(tr("Records are kept without end")));
  return lines;
}

std::vector<std::string> PoliciesViewModel::clockLines(const Policy& policy) const {
  std::vector<std::string> lines = clockLines(policy.clocks);
  for (const auto& set : policy.clockSets) {
    const std::string what = set.severity ? model::classNameArgument(policy, *set.severity) : set.name;
    lines.push_back(m_session.translator(
        Message{set.strictest ? tr("{0}: {1}, the strictest of all that apply") : tr("{0}: {1}"),
                {translated(model::labelOf(set.scope)), what}}));
    for (const auto& line : clockLines(set.clocks)) lines.push_back("    " + line);
    for (const auto& line : calendarLines(set.workHours, set.days, set.zone)) lines.push_back("    " + line);
  }
  for (auto& line : calendarLines(policy.workHours, policy.days)) lines.push_back(std::move(line));
  lines.push_back(m_session.translator(
      policy.followUpDays == 0 ? Message{tr("Nobody has to visit the customer after the closing")}
                               : Message{tr("{0}: the customer is visited within {1} days after the closing"),
                                         {model::classNameArgument(policy, SeverityClass::major),
                                          std::to_string(policy.followUpDays)}}));
  return lines;
}

std::vector<std::string> PoliciesViewModel::calendarLines(const std::string& workHours,
                                                          const std::vector<model::PolicyDay>& days,
                                                          const std::string& zone) const {
  const auto& text = m_session.translator;
  std::vector<std::string> lines;
  if (!zone.empty()) lines.push_back(text(Message{tr("Time zone: {0}"), {zone}}));
  if (!workHours.empty()) lines.push_back(text(Message{tr("Hours of work: {0}"), {workHours}}));
  for (const auto& day : days)
    lines.push_back(day.day.iso() + " " + text.label(day.kind) + (day.name.empty() ? "" : " · " + day.name));
  return lines;
}

std::vector<std::string> PoliciesViewModel::clockLines(const std::vector<model::ClockStep>& steps) const {
  const auto& text = m_session.translator;
  std::vector<std::string> lines;
  for (const auto& step : steps) {
    const char* words =
        step.unit() == model::ClockUnit::workingDays    ? tr("{0}: {1} working days after \"{2}\"")
        : step.unit() == model::ClockUnit::calendarDays ? tr("{0}: {1} calendar days after \"{2}\"")
                                                        : tr("{0}: {1} hours after \"{2}\"");
    std::string line = text(Message{words,
                                    {translated(model::labelOf(step.name)), std::to_string(step.target()),
                                     translated(model::labelOf(step.startEvent))}});
    if (!step.pausable) line += " · " + text(tr("no pauses"));
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<PolicySection> PoliciesViewModel::sections() const {
  const Policy* policy = selected();
  if (!policy) return {};
  const auto& text = m_session.translator;
  std::vector<PolicySection> out;
  PolicySection release{text(tr("Release")), {}};
  const auto line = [&](const char* label, const std::string& value) {
    if (!value.empty()) release.lines.push_back(text(label) + ": " + value);
  };
  line(tr("Document no."), policy->documentNo);
  line(tr("Owner"), policy->owner);
  line(tr("Effective from"), policy->effectiveFrom ? policy->effectiveFrom->iso() : std::string());
  line(tr("Released by"), policy->author);
  line(tr("Reason"), policy->reason);
  if (release.lines.empty()) release.lines.push_back(text(tr("Shipped with Octad")));
  out.push_back(std::move(release));
  out.push_back({text(tr("Class of a complaint")), classLines(*policy)});
  out.push_back({text(tr("What counts")), countingLines(*policy)});
  out.push_back({text(tr("Clocks")), clockLines(*policy)});
  out.push_back(
      {text(tr("Verification and duplicates")),
       {text(Message{tr("Effect verified over {0} lots and {1} days"),
                     {std::to_string(policy->verificationLots), std::to_string(policy->verificationDays)}}),
        text(Message{tr("Likely duplicates are looked for {0} months back"),
                     {std::to_string(policy->duplicateMonths)}}),
        policy->deemedAnswerDays == 0
            ? text(tr("A reply without an answer never counts as answered"))
            : text(Message{tr("A final reply is recorded as not answered after {0} working days"),
                           {std::to_string(policy->deemedAnswerDays)}})}});
  if (!policy->routes.empty()) {
    PolicySection routes{text(tr("Where a complaint goes first")), {}};
    for (const auto& route : policy->routes) routes.lines.push_back(route.match + " → " + route.department);
    out.push_back(std::move(routes));
  }
  out.push_back({text(tr("Reminders and escalation")), reminderLines(*policy)});
  out.push_back({text(tr("Approvals, numbers and retention")), approvalLines(*policy)});
  return out;
}

std::optional<Message> PoliciesViewModel::whyNot() const {
  if (m_session.may(model::Right::administer)) return std::nullopt;
  return Message{tr("Only an administrator changes the policies.")};
}

PolicyForm PoliciesViewModel::releaseForm(PolicyPart part) const {
  return policyReleaseForm(*selected(), among(), part);
}

bool PoliciesViewModel::hasMissing() const {
  return m_session.shippedPolicies && !missingPolicies(*m_session.shippedPolicies, m_policies).empty();
}

PolicyForm PoliciesViewModel::takeForm() const {
  return policyTakeForm(missingPolicies(*m_session.shippedPolicies, m_policies), among());
}

PolicySurroundings PoliciesViewModel::among() const {
  return {m_policies, m_cases, m_departments, m_session.translator.language()};
}

PolicyForm PoliciesViewModel::useForm() const {
  return policyUseForm(*selected());
}

void PoliciesViewModel::run(const std::string& requestId,
                            std::function<Policy(model::Workplace, const std::string&)> change,
                            std::function<void(const Policy&)> saved,
                            std::function<void(std::exception_ptr)> refused) {
  inBackground(
      m_session.executor, m_reads,
      [store = m_session.store, &clock = m_session.clock, actor = m_session.actor, requestId,
       change = std::move(change)] {
        return change(model::Workplace{*store, clock, actor}, requestId);
      },
      [this, saved = std::move(saved)](const Policy& stored) {
        saved(stored);
        m_stored = stored.name;
        load();
      },
      std::move(refused));
}

}  // namespace octad::viewmodels
