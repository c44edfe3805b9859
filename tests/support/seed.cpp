#include "tests/support/seed.hpp"

#include <map>

#include "db/mapping/json.hpp"
#include "model/eightd/weak_answer_rules.hpp"
#include "templates/templates.hpp"

namespace octad::support {
namespace {

using model::Row;

void storePolicies(model::UnitOfWork& unit) {
  for (const auto& [name, text] : resources::octad_templates())
    if (name.starts_with("policies/") && name != model::kWeakAnswerFile)
      unit.storePolicy(db::fromJson<model::Policy>(db::parseJson(text, name), name));
}

std::map<std::string, model::DepartmentId> storeDepartments(model::UnitOfWork& unit) {
  const std::vector<std::array<const char*, 3>> departments{{"CQE", "客户质量部", "Customer quality"},
                                                            {"TE", "测试工程部", "Test engineering"},
                                                            {"PIE", "制程工程部", "Process engineering"},
                                                            {"RD", "研发部", "Research and development"},
                                                            {"SQE", "供应商质量部", "Supplier quality"},
                                                            {"PROD", "生产部", "Production"},
                                                            {"WH", "仓库", "Warehouse"},
                                                            {"MKT", "市场部", "Sales"}};
  std::map<std::string, model::DepartmentId> ids;
  for (const auto& [code, name, english] : departments) {
    Row row = model::Department{{}, code, name, english, true};
    unit.insert(row);
    ids[code] = std::get<model::Department>(row).id;
  }
  return ids;
}

void storePeople(model::UnitOfWork& unit, const std::map<std::string, model::DepartmentId>& departments) {
  using model::Role;
  struct Entry {
    const char* login;
    const char* name;
    const char* department;
    Role role;
  };
  const std::vector<Entry> people{
      {"li", "李娜", "MKT", Role::registrar}, {"wang", "王芳", "CQE", Role::cqe},
      {"hu", "胡军", "CQE", Role::cqe},       {"chen", "陈明", "CQE", Role::manager},
      {"liu", "刘洋", "TE", Role::member},    {"ma", "马强", "TE", Role::head},
      {"zhao", "赵磊", "PIE", Role::member},  {"qian", "钱进", "PROD", Role::checker},
      {"sun", "孙丽", "", Role::auditor},     {"zhou", "周凯", "", Role::administrator}};
  for (const Entry& entry : people) {
    model::Person person;
    person.login = entry.login;
    person.name = entry.name;
    person.email = std::string(entry.login) + "@example.com";
    if (*entry.department != '\0') person.departmentId = departments.at(entry.department);
    person.roles = {entry.role};
    Row row = person;
    unit.insert(row);
  }
}

void storeMasterData(model::UnitOfWork& unit) {
  std::vector<Row> rows;
  for (unsigned day = 1; day <= 7; ++day)
    rows.push_back(model::CalendarDay{{}, model::Date(2026, 10, day), model::DayKind::holiday, "国庆节"});
  rows.push_back(model::CalendarDay{{}, model::Date(2026, 10, 10), model::DayKind::workday, "国庆节补班"});
  rows.push_back(model::Customer{{}, "C001", "甲公司", "", std::nullopt, true});
  rows.push_back(model::Customer{{}, "C002", "乙公司", "", 50, true});
  rows.push_back(model::Part{{}, "P-100", "开关电源 100W", "P", false, true});
  rows.push_back(model::Part{{}, "P-200", "开关电源 200W", "P", true, true});
  for (Row& row : rows) unit.insert(row);
}

}  // namespace

void seed(model::Store& store, model::Instant now) {
  model::Change change;
  change.actor.name = "Octad";
  change.actor.login = "octad";
  change.useCase = "setup";
  change.occurredAt = now;
  const auto unit = store.begin(change);
  unit->setSetting("zone", "Asia/Shanghai");
  unit->setSetting("policy", "default");
  unit->setSetting("currency", "CNY");
  unit->setSetting("company", "示例电源有限公司");
  unit->setSetting("company_en", "Example Power Ltd");
  storePolicies(*unit);
  storePeople(*unit, storeDepartments(*unit));
  storeMasterData(*unit);
  unit->commit("");
}

}  // namespace octad::support
