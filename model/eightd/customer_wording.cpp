#include "model/eightd/customer_wording.hpp"

#include <algorithm>
#include <string>

namespace octad::model {

std::vector<Message> internalWordingShown(const CaseFile& file) {
  std::vector<Message> sentences;
  std::string codes;
  for (const auto& discipline : file.disciplines) {
    if (discipline.text.empty() || !discipline.textCustomer.empty() ||
        discipline.state == DisciplineState::notRequired)
      continue;
    codes += (codes.empty() ? "" : ", ") + std::string(keyOf(discipline.code));
  }
  if (!codes.empty())
    sentences.push_back(
        {tr("Without a wording for the customer, the report shows the internal one: {0}."), {codes}});
  const auto bare = [](const auto& row) { return !row.text.empty() && row.textCustomer.empty(); };
  const auto causes = std::count_if(file.causes.begin(), file.causes.end(), bare);
  const auto actions = std::count_if(file.actions.begin(), file.actions.end(), bare);
  if (causes + actions > 0)
    sentences.push_back({tr("Causes and actions shown in their internal wording: {0} and {1}."),
                         {std::to_string(causes), std::to_string(actions)}});
  if (!file.whySteps.empty())
    sentences.push_back({tr("The why-steps have one wording: the customer reads all {0}."),
                         {std::to_string(file.whySteps.size())}});
  return sentences;
}

}  // namespace octad::model
