#pragma once

#include "gui/widgets/action_button.hpp"
