#include "model/audit/sample.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/sha256.hpp"
#include "model/core/text.hpp"
#include "model/core/uuid.hpp"

namespace octad::model {

namespace {
constexpr std::size_t kSeedLength = 60;
}

std::vector<NumberedCase> drawSample(std::vector<NumberedCase> population, const SampleTerms& terms) {
  const std::string seed = cleanLine(terms.seed, "seed", kSeedLength);
  if (terms.size < 1) throw Invalid("size", tr("Draw at least one case."));
  std::vector<std::pair<std::string, std::size_t>> places;
  places.reserve(population.size());
  for (std::size_t i = 0; i < population.size(); ++i)
    places.emplace_back(sha256Hex("octad sample 1\n" + seed + "\n" + population[i].number), i);
  const auto wanted = std::min(places.size(), static_cast<std::size_t>(terms.size));
  std::partial_sort(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(wanted), places.end());
  std::vector<NumberedCase> sample;
  for (std::size_t i = 0; i < wanted; ++i) sample.push_back(std::move(population[places[i].second]));
  return sample;
}

std::string sampleNote(const CaseFilter& filter, const SampleTerms& terms, const std::string& customer,
                       std::size_t population) {
  std::string note = "seed=" + terms.seed + " size=" + std::to_string(terms.size) +
                     " of=" + std::to_string(population) + " from=" + filter.noticeFrom +
                     " to=" + filter.noticeTo;
  if (filter.excludedBySpeed) note += " uncounted";
  if (filter.severity) note += " class=" + std::string(keyOf(*filter.severity));
  if (!customer.empty()) note += " customer=" + customer;
  return note;
}

std::string newSeed() {
  std::string seed;
  for (const char c : newUuid())
    if (c >= '0' && c <= '9' && seed.size() < 8) seed += c;
  return seed;
}

}  // namespace octad::model
