#include "model/usecases/return_links.hpp"

#include <algorithm>
#include <set>

#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/case_parts.hpp"

namespace octad::model {

namespace {

constexpr int kEverything = 100'000;

/// "P-100, P-200"
std::string partsOf(const CaseFile& file) {
  std::set<std::string> numbers;
  for (const auto& item : file.items) numbers.insert(file.partNumber(item.partId));
  std::string text;
  for (const auto& number : numbers) text += (text.empty() ? "" : ", ") + number;
  return text;
}

const ComplaintItem* chooseItem(const CaseFile& file, int item, std::string_view part,
                                std::string_view prefix) {
  const std::string wanted = foldText(part);
  for (const auto& candidate : file.items) {
    const bool ofPart = wanted.empty() || foldText(file.partNumber(candidate.partId)) == wanted;
    if (item > 0 && candidate.position == item && !ofPart) break;
    if (item > 0 ? candidate.position == item : ofPart) return &candidate;
  }
  const bool known = std::any_of(file.items.begin(), file.items.end(),
                                 [item](const ComplaintItem& row) { return row.position == item; });
  if (item > 0 && !known)
    throw Invalid(std::string(prefix) + "item", {tr("Case {0} has no item {1}. Choose one of its items."),
                                                 {file.complaint.number, std::to_string(item)}});
  throw Invalid(
      std::string(prefix) + "case",
      {tr("Case {0} is about {1}, not about {2}. Choose a case of this part, or add an item with it to "
          "the case first."),
       {file.complaint.number, partsOf(file), std::string(part)}});
}

}  // namespace

std::unique_ptr<LinkedCase> readLinkedCase(Reader& reader, const std::string& number, int item,
                                           std::string_view part, std::string_view prefix) {
  const std::string clean = cleanLine(number, std::string(prefix) + "case", kNameLength);
  const auto id = reader.findCase(clean);
  if (!id)
    throw Invalid(std::string(prefix) + "case",
                  {tr("There is no case {0}. Enter a number such as C26-00001."), {clean}});
  auto linked = std::make_unique<LinkedCase>();
  linked->file = reader.openCase(*id);
  requireOpenCase(linked->file.complaint);
  linked->item = chooseItem(linked->file, item, part, prefix);
  return linked;
}

Part findPart(Reader& reader, std::string_view number, std::string_view field) {
  const std::string wanted = foldText(cleanLine(number, field, kNameLength));
  for (const auto& part : reader.parts(std::string(number), kEverything))
    if (foldText(part.number) == wanted) return part;
  throw Invalid(
      std::string(field),
      {tr("There is no part \"{0}\". Choose one of the list; a new part comes with a complaint about it "
          "(New complaint, octadctl case new)."),
       {std::string(number)}});
}

Person findPerson(Reader& reader, std::string_view text, std::string_view field) {
  const std::string wanted = cleanLine(text, field, kNameLength);
  for (const auto& person : reader.people())
    if (person.active && (person.login == wanted || person.name == wanted)) return person;
  throw Invalid(std::string(field),
                {tr("There is no active person \"{0}\". Enter a login or a name of the list."), {wanted}});
}

}  // namespace octad::model
