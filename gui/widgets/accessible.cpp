#include "gui/widgets/accessible.hpp"

#include <dlfcn.h>
#include <wx/dataview.h>
#include <wx/textctrl.h>

namespace octad::gui {

namespace {

/// GTK is in the process already; looking its functions up spares its headers.
template <class Result, class... Args>
Result callGtk(const char* function, Args... args) {
  auto* found = reinterpret_cast<Result (*)(Args...)>(dlsym(RTLD_DEFAULT, function));
  if (found == nullptr) return Result();
  return found(args...);
}

void* widgetOf(wxWindow* window) {
  if (auto* list = dynamic_cast<wxDataViewCtrl*>(window)) return list->GtkGetTreeView();
  void* handle = window->GetHandle();
  if (auto* text = dynamic_cast<wxTextCtrl*>(window); text != nullptr && text->IsMultiLine())
    return callGtk<void*>("gtk_bin_get_child", handle);
  return handle;
}

}  // namespace

void setAccessibleName(wxWindow* window, const std::string& name, const std::string& description) {
  void* widget = widgetOf(window);
  if (widget == nullptr) return;
  void* accessible = callGtk<void*>("gtk_widget_get_accessible", widget);
  if (accessible == nullptr) return;
  callGtk<void>("atk_object_set_name", accessible, name.c_str());
  if (!description.empty()) callGtk<void>("atk_object_set_description", accessible, description.c_str());
}

}  // namespace octad::gui
