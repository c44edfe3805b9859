#include "gui/widgets/animations.hpp"

#include "gui/widgets/gtk_call.hpp"

namespace octad::gui {

void stopAnimations() {
  // The call for a long: the others take variable arguments.
  if (void* settings = callGtk<void*>("gtk_settings_get_default"))
    callGtk<void>("gtk_settings_set_long_property", settings, "gtk-enable-animations", 0L, "octad");
}

}  // namespace octad::gui
