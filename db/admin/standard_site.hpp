#pragma once

#include <map>
#include <string>
#include <string_view>

#include "model/usecases/set_up.hpp"

namespace octad::db {

/// What a new site starts with: the policies among the embedded templates ("policies/*.json"), the standard
/// departments and one person who may do everything, with the login of the one who sets up.
model::SiteSetup standardSite(const std::map<std::string, std::string_view>& templates,
                              const std::string& login);

/// Who sets up a database in which nobody is known yet.
model::Actor firstActor(const std::string& login);

}  // namespace octad::db
