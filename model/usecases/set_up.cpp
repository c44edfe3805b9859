#include "model/usecases/set_up.hpp"

#include <algorithm>
#include <map>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/core/zone.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

namespace {

constexpr int kEverything = 100'000;

/// What the database has already.
struct Present {
  std::vector<Department> departments;
  std::vector<Person> people;
  std::vector<Customer> customers;
  std::vector<Part> parts;
  std::vector<Defect> defects;
  std::vector<CalendarDay> calendar;
  std::vector<Policy> policies;
  std::map<std::string, std::string> settings;
};

std::map<std::string, std::string> settingsOf(const SiteSetup& input) {
  return {{"company", cleanLine(input.company, "company", kNameLength, false)},
          {"company_en", cleanLine(input.companyEn, "company_en", kNameLength, false)},
          {"zone", Zone(input.zone).name()},
          {"policy", cleanLine(input.policy, "policy", 100)},
          {"currency", cleanLine(input.currency, "currency", 3)}};
}

Present readPresent(Reader& reader, const std::map<std::string, std::string>& settings) {
  Present present{reader.departments(),
                  reader.people(),
                  reader.customers({}, kEverything),
                  reader.parts({}, kEverything),
                  reader.defects(),
                  reader.calendar(),
                  reader.policies(),
                  {}};
  for (const auto& [key, value] : settings) present.settings[key] = reader.setting(key);
  return present;
}

template <class Record, class Key>
const Record* withKey(const std::vector<Record>& records, const Key& key, Key Record::*pointer) {
  const auto found = std::find_if(records.begin(), records.end(),
                                  [&](const Record& record) { return record.*pointer == key; });
  return found == records.end() ? nullptr : &*found;
}

/// Stores what is new by its key; `prepare` cleans a record before it is looked for.
template <class Record, class Key, class Prepare>
void addNew(UnitOfWork& unit, std::vector<Record>& present, const std::vector<Record>& wanted,
            Key Record::*key, Prepare&& prepare) {
  for (Record record : wanted) {
    prepare(record);
    if (withKey(present, record.*key, key)) continue;
    record.id = {};
    insertRecord(unit, record);
    present.push_back(std::move(record));
  }
}

/// Departments, and by which key each one of the input is stored: people refer to them.
std::map<DepartmentId, DepartmentId> addDepartments(UnitOfWork& unit, Present& present,
                                                    const std::vector<Department>& wanted) {
  std::map<DepartmentId, DepartmentId> keys;
  addNew(unit, present.departments, wanted, &Department::code, [](Department& department) {
    department.code = cleanLine(department.code, "departments.code", 20);
    department.name = cleanLine(department.name, "departments.name", kNameLength);
    department.nameEn = cleanLine(department.nameEn, "departments.name_en", kNameLength, false);
  });
  for (const auto& department : wanted)
    if (department.id.value != 0)
      keys[department.id] =
          withKey(present.departments, cleanLine(department.code, "departments.code", 20), &Department::code)
              ->id;
  return keys;
}

void addPeople(UnitOfWork& unit, Present& present, const std::vector<Person>& wanted,
               const std::map<DepartmentId, DepartmentId>& departments) {
  addNew(unit, present.people, wanted, &Person::login, [&departments](Person& person) {
    person.login = cleanLine(person.login, "people.login", kNameLength);
    person.name = cleanLine(person.name, "people.name", kNameLength);
    person.email = cleanLine(person.email, "people.email", kNameLength, false);
    if (!person.departmentId) return;
    const auto stored = departments.find(*person.departmentId);
    if (stored != departments.end()) person.departmentId = stored->second;
  });
}

void addMasterData(UnitOfWork& unit, Present& present, const SiteSetup& input) {
  addNew(unit, present.customers, input.customers, &Customer::name, [](Customer& customer) {
    customer.name = cleanLine(customer.name, "customers.name", kNameLength);
    customer.code = cleanLine(customer.code, "customers.code", 50, false);
    customer.address = cleanText(customer.address, "customers.address");
  });
  addNew(unit, present.parts, input.parts, &Part::number, [](Part& part) {
    part.number = cleanLine(part.number, "parts.number", kNameLength);
    part.name = cleanLine(part.name, "parts.name", kNameLength, false);
    part.family = cleanLine(part.family, "parts.family", kNameLength, false);
  });
  addNew(unit, present.defects, input.defects, &Defect::name, [](Defect& defect) {
    defect.name = cleanLine(defect.name, "defects.name", kNameLength);
    defect.nameEn = cleanLine(defect.nameEn, "defects.name_en", kNameLength, false);
  });
  addNew(unit, present.calendar, input.calendar, &CalendarDay::day,
         [](CalendarDay& day) { day.name = cleanLine(day.name, "calendar.name", kNameLength, false); });
}

void addPolicies(UnitOfWork& unit, const Present& present, const SiteSetup& input) {
  bool found = false;
  for (const auto& policy : present.policies) found = found || policy.name == input.policy;
  for (const auto& policy : input.policies) {
    found = found || policy.name == input.policy;
    const bool known = std::any_of(
        present.policies.begin(), present.policies.end(),
        [&](const Policy& other) { return other.name == policy.name && other.revision == policy.revision; });
    if (!known) unit.storePolicy(policy);
  }
  if (!found)
    throw Invalid("policy", {tr("There is no policy \"{0}\". Choose one that is in the database or among the "
                                "new ones."),
                             {input.policy}});
}

}  // namespace

void SetUpSite::execute(const SiteSetup& input) {
  requireRight(m_workplace.actor, Right::administer);
  const auto settings = settingsOf(input);
  Present present = readPresent(m_workplace.store.reader(), settings);
  const auto unit = m_workplace.store.begin(
      {m_workplace.actor, "set-up", {}, m_workplace.clock.now(), {}, fingerprint(input)});
  for (const auto& [key, value] : settings)
    if (present.settings[key].empty() && !value.empty()) unit->setSetting(key, value);
  addPolicies(*unit, present, input);
  addPeople(*unit, present, input.people, addDepartments(*unit, present, input.departments));
  addMasterData(*unit, present, input);
  unit->commit({});
}

std::vector<Department> standardDepartments() {
  struct Standard {
    const char* code;
    const char* name;
    const char* nameEn;
  };
  constexpr std::array kStandard{
      Standard{"TE", "测试工程部", "Test engineering"},
      Standard{"PIE", "制造工程部", "Manufacturing process engineering"},
      Standard{"RD", "研发部", "Research and development"},
      Standard{"SQE", "SQE/供应商", "Supplier quality"},
      Standard{"PROD", "生产部", "Production"},
      Standard{"WH", "仓储部", "Warehouse"},
      Standard{"MKT", "市场部", "Marketing and sales"},
      Standard{"CQE", "客户质量部", "Customer quality"},
  };
  std::vector<Department> departments;
  for (const auto& standard : kStandard) {
    Department department;
    // Negative keys name new rows within one command, so that people can refer to them.
    department.id = DepartmentId(-static_cast<long long>(departments.size()) - 1);
    department.code = standard.code;
    department.name = standard.name;
    department.nameEn = standard.nameEn;
    departments.push_back(std::move(department));
  }
  return departments;
}

}  // namespace octad::model
