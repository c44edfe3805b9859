#include "gui/viewmodels/signal.hpp"

template class boost::signals2::signal<void()>;
template class boost::signals2::signal<void(std::exception_ptr)>;
