#pragma once

#include "model/core/message.hpp"

namespace octad::model {

/// How a long piece of work tells how far it is and hears that it should stop.
class Progress {
 public:
  virtual ~Progress() = default;
  /// `fraction` 0 … 1; returns false when the user cancelled: stop, undo, say so.
  virtual bool report(double fraction, const Message& what) = 0;
};

}  // namespace octad::model
