#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/eightd/weak_answer_rules.hpp"
#include "model/usecases/set_up.hpp"

namespace octad::db {

/// The policies among the embedded templates, by their names.
std::vector<model::Policy> shippedPolicies(const std::map<std::string, std::string_view>& templates);

/// What a new site starts with: the policies among the embedded templates ("policies/*.json"), the standard
/// departments and one person who may do everything, with the login of the one who sets up.
model::SiteSetup standardSite(const std::map<std::string, std::string_view>& templates,
                              const std::string& login);

/// The rules of weak answers in a JSON text as templates/policies/weak-answers.json has it; `name` is said in
/// sentences. Throws Invalid(field) for what cannot be read, and with the first of their mistakes.
model::WeakAnswerRules weakAnswerRules(std::string_view json, std::string_view name = model::kWeakAnswerFile);

/// Who sets up a database in which nobody is known yet.
model::Actor firstActor(const std::string& login);

}  // namespace octad::db
