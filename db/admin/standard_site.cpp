#include "db/admin/standard_site.hpp"

#include "db/mapping/json.hpp"
#include "model/eightd/weak_answer_rules.hpp"

namespace octad::db {

model::SiteSetup standardSite(const std::map<std::string, std::string_view>& templates,
                              const std::string& login) {
  model::SiteSetup site;
  for (const auto& [name, bytes] : templates)
    if (name.rfind("policies/", 0) == 0 && name != model::kWeakAnswerFile)
      site.policies.push_back(fromJson<model::Policy>(parseJson(bytes, name), name));
  site.departments = model::standardDepartments();
  model::Person person;
  person.login = login;
  person.name = login;
  person.roles = {model::Role::registrar, model::Role::cqe, model::Role::manager, model::Role::administrator};
  site.people.push_back(person);
  return site;
}

model::Actor firstActor(const std::string& login) {
  return {{}, login, login, {model::Role::administrator}, {}};
}

}  // namespace octad::db
