#include "model/usecases/take_checkpoint.hpp"

#include "model/access/people.hpp"
#include "model/ports/unit_of_work.hpp"

namespace octad::model {

Checkpoint TakeCheckpoint::execute() {
  if (!may(m_workplace.actor, Right::approveClosing)) requireRight(m_workplace.actor, Right::administer);
  const auto unit =
      m_workplace.store.begin({m_workplace.actor, "checkpoint", {}, m_workplace.clock.now(), {}, {}});
  const Checkpoint checkpoint = unit->takeCheckpoint();
  unit->commit({});
  return checkpoint;
}

}  // namespace octad::model
