#pragma once

#include "model/audit/trail.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::model {

/// Binds every chain of the audit trail that moved since the checkpoint before. Its statement is then signed
/// and kept away from the database; what is newer than the last one kept could be rewritten unseen.
class TakeCheckpoint {
 public:
  explicit TakeCheckpoint(Workplace workplace) : m_workplace(std::move(workplace)) {}
  /// Without heads when nothing moved; then nothing is stored. Who may approve a
  /// closing, and administrators.
  Checkpoint execute();

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
