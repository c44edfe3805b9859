#pragma once

#include <optional>
#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// Sample news: arrived, analysable (starts the clocks), or none to come.
struct SampleNews {
  CaseTarget target;
  bool toCome = true;
  std::optional<Instant> arrivedAt;
  std::optional<Instant> analysableAt;
  long long quantity = 0;
  std::string note;
  SampleId sampleId =
      {};  ///< news of this sample, which waits; none: of the newest that does, or of another one

  static constexpr auto describe() {
    return members(member("target", &SampleNews::target), member("to_come", &SampleNews::toCome),
                   member("arrived_at", &SampleNews::arrivedAt),
                   member("analysable_at", &SampleNews::analysableAt),
                   member("quantity", &SampleNews::quantity), member("note", &SampleNews::note),
                   member("sample_id", &SampleNews::sampleId));
  }
};

class RecordSample {
 public:
  explicit RecordSample(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const SampleNews& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
