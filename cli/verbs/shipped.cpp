#include "cli/verbs/shipped.hpp"

#include "db/mapping/json.hpp"
#include "model/core/error.hpp"
#include "model/eightd/weak_answer_rules.hpp"
#include "templates/templates.hpp"

namespace octad::cli {

using std::string;

namespace {

constexpr string::size_type kEndingLength = 5;  // .json

/// The names of the embedded files of a folder, for a sentence.
string namesIn(const string& folder) {
  string names;
  for (const auto& [path, bytes] : resources::octad_templates())
    if (path.rfind(folder, 0) == 0 && path != model::kWeakAnswerFile)
      names += (names.empty() ? "" : ", ") +
               path.substr(folder.size(), path.size() - folder.size() - kEndingLength);
  return names;
}

nlohmann::ordered_json shipped(const string& folder, const string& name, const char* field,
                               const char* unknown) {
  const auto& files = resources::octad_templates();
  const auto file = files.find(folder + name + ".json");
  if (file == files.end()) throw model::Invalid(field, {unknown, {name, namesIn(folder)}});
  return db::parseJson(file->second, field);
}

}  // namespace

model::Policy shippedPolicy(const string& name) {
  return db::fromJson<model::Policy>(shipped("policies/", name == "factory" ? "default" : name, "policy",
                                             model::tr("There is no policy \"{0}\". Octad ships: {1}.")),
                                     "policy");
}

bool isShippedPolicy(const string& name) {
  const string path = "policies/" + name + ".json";
  return path != model::kWeakAnswerFile && resources::octad_templates().count(path) != 0;
}

std::vector<model::CalendarDay> shippedCalendar(const string& name) {
  if (name.empty()) return {};
  return db::fromJson<std::vector<model::CalendarDay>>(
      shipped("calendars/", name, "calendar", model::tr("There is no calendar \"{0}\". Octad ships: {1}.")),
      "calendar");
}

}  // namespace octad::cli
