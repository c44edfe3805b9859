#pragma once

#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// Who is responsible for the occurrence (of this case) and for the escape, and who leads the analysis (of
/// the problem, so for every case it serves): three different questions. Codes or names; empty: nobody. A
/// supplier that let it occur makes the liability the supplier's when it was not determined.
struct Responsibility {
  CaseTarget target;
  std::string occurrence;
  std::string escape;
  std::string analysis;
  std::string reason;

  static constexpr auto describe() {
    return members(member("target", &Responsibility::target),
                   member("occurrence", &Responsibility::occurrence),
                   member("escape", &Responsibility::escape), member("analysis", &Responsibility::analysis),
                   member("reason", &Responsibility::reason));
  }
};

class SetResponsibility {
 public:
  explicit SetResponsibility(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const Responsibility& input);
  /// What stands now, to start a form from.
  static Responsibility from(const CaseFile& file);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
