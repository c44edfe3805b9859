#include "gui/app/application.hpp"

wxIMPLEMENT_APP(octad::gui::Application);
