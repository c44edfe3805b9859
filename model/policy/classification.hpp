#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/core/describe.hpp"
#include "model/core/message.hpp"
#include "model/policy/policy.hpp"

namespace octad::model {

struct CaseFile;

/// One line to classify. Items with the same part and failure are summed; without part and failure each
/// stands alone (S3-D13).
struct ClassifyItem {
  std::string part;
  std::string failure;
  DefectKind defectKind = DefectKind::functional;
  long long quantityDefective = 0;
  std::optional<long long> quantityDelivered;  ///< unknown has no rate

  static constexpr auto describe() {
    return members(member("part", &ClassifyItem::part), member("failure", &ClassifyItem::failure),
                   member("defect_kind", &ClassifyItem::defectKind),
                   member("qty_defective", &ClassifyItem::quantityDefective),
                   member("qty_delivered", &ClassifyItem::quantityDelivered));
  }
};

/// What the policy looks at; the JSON of `octadctl classify`.
struct ClassifyInput {
  std::vector<ClassifyItem> items;
  bool penalty = false;
  bool safety = false;
  std::optional<double> ppmTarget;
  std::optional<double> ppmActual;
  bool external = false;      ///< an authority or the media have stepped in (S0-10, S3-R9)
  bool dissatisfied = false;  ///< the customer objects or is not satisfied (S3-R4)
  bool repeat = false;

  static constexpr auto describe() {
    return members(
        member("items", &ClassifyInput::items), member("penalty", &ClassifyInput::penalty),
        member("safety", &ClassifyInput::safety), member("ppm_target", &ClassifyInput::ppmTarget),
        member("ppm_actual", &ClassifyInput::ppmActual), member("external", &ClassifyInput::external),
        member("dissatisfied", &ClassifyInput::dissatisfied), member("repeat", &ClassifyInput::repeat));
  }
};

/// The class of one group of same-kind items and why.
struct ItemClass {
  std::string part;
  std::string failure;
  long long quantityDefective = 0;             ///< summed
  std::optional<long long> quantityDelivered;  ///< summed when every one is known
  SeverityClass severity = SeverityClass::other;
  std::string rule;            ///< key of the rule that fired
  Message reason;              ///< sentence with the inputs
  std::vector<int> positions;  ///< indexes of the items in the group
};

/// The class of a case: the highest of its items (design 6).
struct Classification {
  SeverityClass severity = SeverityClass::other;
  Message name;  ///< what the policy calls the class
  int weight = 0;
  std::string rule;
  Message reason;
  std::string policyName;
  int policyRevision = 0;
  std::vector<ItemClass> items;
};

/// Judges a case by a policy. Throws Invalid for no items, negative quantities, more defective than
/// delivered, and for a policy that names an unknown rule. Rules S3-D11…D21, X-1a…e; boundaries 5/15 and
/// 10/30 belong to the higher class.
Classification classify(const ClassifyInput& input, const Policy& policy);

/// Counting weight of a class; not ours counts as the policy says, merged never (design 6).
int weightOf(SeverityClass severity, Acceptance acceptance, const Policy& policy);
/// The counting weight of a case: a campaign that is not counted makes it 0, one with a weight of its own
/// sets it.
int weightOf(const CaseFile& file, const Policy& policy);

}  // namespace octad::model
