#pragma once

#include <optional>
#include <string>

#include "model/cases/case_records.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::model {

/// A sample changes hands.
struct SampleMove {
  CaseTarget target;
  SampleId sampleId;  ///< 0: the newest that arrived
  std::string holder;
  std::string place;
  std::optional<Instant> since;  ///< now when not given
  std::string note;

  static constexpr auto describe() {
    return members(member("target", &SampleMove::target), member("sample_id", &SampleMove::sampleId),
                   member("holder", &SampleMove::holder), member("place", &SampleMove::place),
                   member("since", &SampleMove::since), member("note", &SampleMove::note));
  }
};

/// Custody of a sample, now and before (S3-R6). Refused("sample") while it has not arrived.
class MoveSample {
 public:
  explicit MoveSample(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const SampleMove& input);

 private:
  Workplace m_workplace;
};

/// The customer's word about a destructive test.
struct SampleWord {
  CaseTarget target;
  SampleId sampleId;  ///< 0: the newest that arrived
  Consent state = Consent::asked;
  std::string givenBy;
  std::optional<Date> givenOn;  ///< today when not given
  std::string note;

  static constexpr auto describe() {
    return members(member("target", &SampleWord::target), member("sample_id", &SampleWord::sampleId),
                   member("state", &SampleWord::state), member("given_by", &SampleWord::givenBy),
                   member("given_on", &SampleWord::givenOn), member("note", &SampleWord::note));
  }
};

class NoteConsent {
 public:
  explicit NoteConsent(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const SampleWord& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
