#include "model/usecases/look_alike.hpp"

#include <array>

#include "model/core/text.hpp"

namespace octad::model {

namespace {

struct LookAlike {
  std::string_view letter;  ///< folded
  char latin;
};

constexpr std::array kLookAlikes{
    // Cyrillic
    LookAlike{"а", 'a'},
    LookAlike{"в", 'b'},
    LookAlike{"с", 'c'},
    LookAlike{"е", 'e'},
    LookAlike{"н", 'h'},
    LookAlike{"і", 'i'},
    LookAlike{"ј", 'j'},
    LookAlike{"к", 'k'},
    LookAlike{"м", 'm'},
    LookAlike{"о", 'o'},
    LookAlike{"р", 'p'},
    LookAlike{"ѕ", 's'},
    LookAlike{"т", 't'},
    LookAlike{"у", 'y'},
    LookAlike{"х", 'x'},
    LookAlike{"ԁ", 'd'},
    LookAlike{"ԍ", 'g'},
    LookAlike{"ԛ", 'q'},
    LookAlike{"ԝ", 'w'},
    // Greek
    LookAlike{"α", 'a'},
    LookAlike{"β", 'b'},
    LookAlike{"ε", 'e'},
    LookAlike{"ζ", 'z'},
    LookAlike{"η", 'h'},
    LookAlike{"ι", 'i'},
    LookAlike{"κ", 'k'},
    LookAlike{"μ", 'm'},
    LookAlike{"ν", 'n'},
    LookAlike{"ο", 'o'},
    LookAlike{"ρ", 'p'},
    LookAlike{"τ", 't'},
    LookAlike{"υ", 'y'},
    LookAlike{"χ", 'x'},
};

constexpr std::string_view kIgnored = " .,-_&'()/";

}  // namespace

std::string visualSkeleton(std::string_view name) {
  const std::string folded = foldText(name);
  std::string out;
  for (std::size_t i = 0; i < folded.size();) {
    const auto rest = std::string_view(folded).substr(i);
    const LookAlike* known = nullptr;
    for (const auto& candidate : kLookAlikes)
      if (rest.starts_with(candidate.letter)) known = &candidate;
    if (known) {
      out += known->latin;
      i += known->letter.size();
      continue;
    }
    if (kIgnored.find(folded[i]) == std::string_view::npos) out += folded[i];
    ++i;
  }
  return out;
}

const Customer* findCustomer(const std::vector<Customer>& customers, std::string_view name) {
  for (const auto& customer : customers)
    if (customer.name == name || (!customer.code.empty() && customer.code == name)) return &customer;
  return nullptr;
}

const Customer* findLookAlike(const std::vector<Customer>& customers, std::string_view name) {
  const std::string skeleton = visualSkeleton(name);
  for (const auto& customer : customers)
    if (visualSkeleton(customer.name) == skeleton) return &customer;
  return nullptr;
}

}  // namespace octad::model
