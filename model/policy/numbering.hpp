#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/core/message.hpp"

namespace octad::model {

// Numbers of complaints are written by a pattern of the policy: letters and digits, {yy} or {yyyy} and {mm}
// of the month of the notice, and one serial number {#####} with as many digits as it has signs, or more when
// they do not suffice. A serial number begins anew with the year or month that the pattern names, and has no
// gaps.

inline constexpr std::string_view kUsualNumbering = "C{yy}-{#####}";

/// What is wrong with a pattern: no or two serial numbers, a month without its year, signs that a file name
/// cannot have, numbers of more than 20 characters. None: it can be used.
std::optional<Message> numberingProblem(std::string_view pattern);

/// The counter that a pattern takes its serial numbers from: its name, and the year (2026), month (202611) or
/// 0 that it counts in. `month` is "2026-11". octad.next_case_number on a server does the same.
struct NumberCounter {
  std::string series;
  int period = 0;
};
NumberCounter numberCounter(std::string_view pattern, std::string_view month);

/// A number: "C26-00001".
std::string writtenNumber(std::string_view pattern, std::string_view month, long long serial);

}  // namespace octad::model
