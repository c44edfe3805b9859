#include "gui/viewmodels/who_am_i.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "gui/viewmodels/department_name.hpp"
#include "gui/viewmodels/form_values.hpp"
#include "model/access/rights_in_words.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/deputies.hpp"

namespace octad::viewmodels {

using model::Message;
using model::tr;

namespace {

constexpr int kUsualAbsenceDays = 14;

template <class Rows, class Id>
auto withId(const Rows& rows, Id id) {
  return std::find_if(rows.begin(), rows.end(), [id](const auto& row) { return row.id == id; });
}

}  // namespace

struct WhoAmIViewModel::Loaded {
  std::vector<model::Person> people;
  std::vector<model::Department> departments;
  std::vector<model::Deputy> deputies;
  std::vector<std::string> customers;
};

void WhoAmIViewModel::load() {
  m_loading = true;
  m_error = nullptr;
  changed();
  inBackground(
      m_session.executor, m_alive,
      [store = m_session.store, me = m_session.actor.id] {
        auto& reader = store->reader();
        Loaded loaded{reader.people(), reader.departments(), reader.deputies(), {}};
        const auto accounts = reader.accounts();
        if (std::any_of(accounts.begin(), accounts.end(),
                        [me](const model::Account& account) { return account.personId == me; }))
          for (const auto& customer : reader.customers({}, std::numeric_limits<int>::max()))
            if (std::any_of(accounts.begin(), accounts.end(), [&](const model::Account& account) {
                  return account.personId == me && account.customerId == customer.id;
                }))
              loaded.customers.push_back(customer.name);
        return loaded;
      },
      [this](Loaded loaded) {
        m_loading = false;
        m_people = std::move(loaded.people);
        m_departments = std::move(loaded.departments);
        m_deputies = std::move(loaded.deputies);
        m_customers = std::move(loaded.customers);
        const model::Date today = m_session.zone.date(m_session.clock.now());
        m_standIns = model::standInsOf(m_session.actor.id, m_deputies, m_people, today);
        m_absentCqes = model::absentCqes(m_session.actor.id, m_deputies, m_people, today);
        changed();
      },
      [this](const std::exception_ptr& error) {
        m_loading = false;
        m_error = error;
        failed(error);
        changed();
      });
}

std::string WhoAmIViewModel::error() const {
  return m_error ? m_session.translator.error(m_error) : std::string();
}

std::string WhoAmIViewModel::roles() const {
  std::string roles;
  for (const model::Role role : m_session.actor.roles)
    roles += (roles.empty() ? "" : ", ") + m_session.translator.label(role);
  return roles;
}

std::string WhoAmIViewModel::departmentName(model::DepartmentId id) const {
  const auto found = withId(m_departments, id);
  if (found == m_departments.end()) return {};
  return codeAndName(*found, m_session.translator.language());
}

std::string WhoAmIViewModel::department() const {
  return m_session.actor.departmentId ? departmentName(*m_session.actor.departmentId) : std::string();
}

std::vector<std::string> WhoAmIViewModel::rights() const {
  std::vector<std::string> words;
  for (const model::Right right : model::rightsOf(m_session.actor))
    words.push_back(m_session.translator(model::rightInWords(right)));
  return words;
}

std::vector<std::string> WhoAmIViewModel::customers() const {
  return m_customers;
}

std::string WhoAmIViewModel::passwordUntil() const {
  return timeText(m_session.zone, m_session.connection.passwordUntil);
}

std::string WhoAmIViewModel::standInWords(const model::StandIn& place) const {
  return m_session.translator(Message(
      tr("{0} ({1}) until {2}"), {place.absentName, departmentName(place.departmentId), place.until.iso()}));
}

std::vector<WhoAmIViewModel::Mine> WhoAmIViewModel::deputies() const {
  const model::Date today = m_session.zone.date(m_session.clock.now());
  std::vector<Mine> mine;
  for (const model::Deputy& deputy : m_deputies) {
    if (deputy.personId != m_session.actor.id || deputy.validUntil < today) continue;
    const auto person = withId(m_people, deputy.deputyId);
    mine.push_back({deputy.id, m_session.translator(Message(
                                   tr("{0} from {1} to {2}: {3}"),
                                   {person == m_people.end() ? "" : person->name, deputy.validFrom.iso(),
                                    deputy.validUntil.iso(), deputy.reason}))});
  }
  return mine;
}

void WhoAmIViewModel::end(model::RowId deputy) {
  inBackground(
      m_session.executor, m_alive,
      [store = m_session.store, &clock = m_session.clock, actor = m_session.actor, deputy] {
        model::EndDeputy(model::Workplace{*store, clock, actor}).execute(deputy);
        return true;
      },
      [this](bool) { load(); },
      [this](const std::exception_ptr& error) {
        m_error = error;
        changed();
      });
}

/// The form that names a deputy.
class DeputyForm final : public FormSubject {
 public:
  explicit DeputyForm(WhoAmIViewModel& page) : m_page(page) {
    const model::Actor& actor = page.m_session.actor;
    const model::Date today = page.m_session.zone.date(page.m_session.clock.now());
    std::vector<FieldChoice> absent;
    std::vector<FieldChoice> deputies;
    for (const model::Person& person : page.m_people) {
      if (!person.active) continue;
      if (person.departmentId && model::mayDeputise(actor, person))
        absent.push_back({person.login, named(person), false});
      model::Actor acting;
      acting.roles = person.roles;
      if (person.id != actor.id && model::may(acting, model::Right::answerAssignment))
        deputies.push_back({person.login, named(person), false});
    }
    const auto me = withId(page.m_people, actor.id);
    const std::string own = me == page.m_people.end() ? std::string() : me->login;
    m_form.title = {tr("Who stands in?")};
    m_form.okLabel = tr("Name the deputy");
    m_form.notes = {
        {tr("Within these days the deputy answers the questions of the department, under the own name. "
            "A CQE's own cases go to another CQE or the quality manager. Reminders go to both. You can end "
            "it at any "
            "time.")}};
    m_form.fields = {
        {"person", tr("Who is away"), FormFieldKind::choice, own, absent},
        {"deputy", tr("Deputy"), FormFieldKind::choice, "", deputies, true},
        {"from", tr("First day"), FormFieldKind::date, today.iso()},
        {"until", tr("Last day"), FormFieldKind::date, today.plusDays(kUsualAbsenceDays).iso(), {}, true},
        {"reason", tr("Why"), FormFieldKind::line, ""}};
  }

  const FormBody& form() const override { return m_form; }
  Session& session() const override { return m_page.session(); }
  Signal& changed() const override { return m_page.changed; }
  FailureSignal& failed() const override { return m_page.failed; }
  void load() const override { m_page.load(); }
  void run(const std::string&, FormValues typed, std::function<void()> saved,
           std::function<void(std::exception_ptr)> refused) const override {
    Session& session = m_page.session();
    inBackground(
        session.executor, m_page.m_alive,
        [store = session.store, &clock = session.clock, actor = session.actor, typed = std::move(typed)] {
          const model::DeputyInput input{at(typed, "person"), at(typed, "deputy"), requiredDay(typed, "from"),
                                         requiredDay(typed, "until"), at(typed, "reason")};
          if (input.deputy.empty()) throw model::Invalid("deputy", tr("Choose who stands in."));
          return model::SetDeputy(model::Workplace{*store, clock, actor}).execute(input);
        },
        [&page = m_page, saved = std::move(saved)](const model::Deputy&) {
          saved();
          page.load();
        },
        std::move(refused));
  }
  std::optional<Message> whyNot() const override { return std::nullopt; }
  std::unique_ptr<FormSubject> again() const override { return nullptr; }

 private:
  std::string named(const model::Person& person) const {
    if (!person.departmentId) return person.name;
    const auto department = withId(m_page.m_departments, *person.departmentId);
    return department == m_page.m_departments.end() ? person.name
                                                    : person.name + " (" + department->code + ")";
  }

  WhoAmIViewModel& m_page;
  FormBody m_form;
};

std::unique_ptr<FormSubject> WhoAmIViewModel::deputyForm() {
  return std::make_unique<DeputyForm>(*this);
}

}  // namespace octad::viewmodels
