#pragma once

namespace octad::gui {

/// Turns off the fading of GTK: a page of hundred controls is drawn some ten times while it fades in, which
/// takes longer than making it. To be called once GTK runs.
void stopAnimations();

}  // namespace octad::gui
