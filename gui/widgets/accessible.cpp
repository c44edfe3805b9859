#include "gui/widgets/accessible.hpp"

#include <wx/dataview.h>
#include <wx/textctrl.h>

#include "gui/widgets/gtk_call.hpp"

namespace octad::gui {

namespace {

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
