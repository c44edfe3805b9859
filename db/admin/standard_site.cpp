#include "db/admin/standard_site.hpp"

#include "db/mapping/json.hpp"
#include "model/core/error.hpp"

namespace octad::db {

std::vector<model::Policy> shippedPolicies(const std::map<std::string, std::string_view>& templates) {
  std::vector<model::Policy> policies;
  for (const auto& [name, bytes] : templates)
    if (name.rfind("policies/", 0) == 0 && name != model::kWeakAnswerFile)
      policies.push_back(fromJson<model::Policy>(parseJson(bytes, name), name));
  return policies;
}

model::SiteSetup standardSite(const std::map<std::string, std::string_view>& templates,
                              const std::string& login) {
  model::SiteSetup site;
  site.policies = shippedPolicies(templates);
  site.departments = model::standardDepartments();
  model::Person person;
  person.login = login;
  person.name = login;
  person.roles = {model::Role::registrar, model::Role::cqe, model::Role::manager, model::Role::administrator};
  site.people.push_back(person);
  return site;
}

model::WeakAnswerRules weakAnswerRules(std::string_view json, std::string_view name) {
  auto rules = fromJson<model::WeakAnswerRules>(parseJson(json, name));
  const auto problems = model::weakAnswerRuleProblems(rules);
  if (!problems.empty()) throw model::Invalid(problems.front().field, problems.front().sentence);
  return rules;
}

model::Actor firstActor(const std::string& login) {
  return {{}, login, login, {model::Role::administrator}, {}};
}

}  // namespace octad::db
