#pragma once

#include <boost/signals2/signal.hpp>
#include <exception>

namespace octad::viewmodels {

/// “Something changed: look again.” Windows connect to it and keep the connection scoped.
using Signal = boost::signals2::signal<void()>;
/// Background work that failed; the window turns it into a sentence.
using FailureSignal = boost::signals2::signal<void(std::exception_ptr)>;

}  // namespace octad::viewmodels

// Compiled once, in signal.cpp: the machinery behind a signal costs more than most of the files that own one.
extern template class boost::signals2::signal<void()>;
extern template class boost::signals2::signal<void(std::exception_ptr)>;
