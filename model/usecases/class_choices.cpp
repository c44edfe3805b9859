#include "model/usecases/class_choices.hpp"

#include <limits>

#include "model/ports/reader.hpp"

namespace octad::model {

namespace {

/// Whether the login sees a case of this class. Looked up in the list sorted by class, which has an index:
/// the first case beyond the class below.
bool hasCases(Reader& reader, SeverityClass severity) {
  std::optional<CaseKeyset> below;
  if (severity != SeverityClass::other)
    below = CaseKeyset{std::to_string(static_cast<int>(severity) - 1),
                       ComplaintId(std::numeric_limits<long long>::max())};
  const auto page = reader.casePage({}, {CaseColumn::severity, false}, 1, below);
  return !page.rows.empty() && page.rows.front().severity == severity;
}

}  // namespace

std::vector<ClassChoice> classChoices(Reader& reader, const Policy& inForce) {
  std::vector<ClassChoice> choices;
  for (const auto& entry : EnumKeys<SeverityClass>::entries)
    if (hasClass(inForce, entry.value) || hasCases(reader, entry.value))
      choices.push_back({entry.value, className(inForce, entry.value)});
  return choices;
}

}  // namespace octad::model
