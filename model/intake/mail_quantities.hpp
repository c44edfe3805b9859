#pragma once

#include <optional>
#include <string>

namespace octad::model {

/// How many pieces a line speaks of.
struct WrittenQuantities {
  std::optional<long long> defective;
  std::optional<long long> delivered;
};

/// The first number of a labelled value: "12 pcs", "1,200件"; none when it does not begin with one, or when
/// it is beyond what a complaint can hold.
std::optional<long long> leadingQuantity(const std::string& value);

/// Quantities told in a sentence, in small letters: "12 of 500 pcs failed", "发现12件不良", "共交货500只".
/// Numbers without a unit, and those of which the line does not say what they are, are left.
WrittenQuantities quantitiesIn(const std::string& lower);

}  // namespace octad::model
