#pragma once

#include <map>
#include <memory>
#include <string>

#include "gui/cases/case_tab.hpp"
#include "gui/cases/value_field.hpp"
#include "gui/viewmodels/return_form.hpp"
#include "gui/widgets/layout.hpp"

class wxButton;
class wxStaticText;

namespace octad::gui {

class TextTable;

/// Returned goods of the case: the list above, the form of the chosen return below with its balance.
class ReturnsTab final : public CaseTabPanel {
 public:
  ReturnsTab(wxWindow* parent, CaseTabHost& host);
  void refresh() override;
  void jump(const viewmodels::JumpTarget& target) override;
  void save() override;
  bool unsaved() const override { return m_form.dirty(); }

 private:
  void buildForm(wxSizer* outer);
  void start(long long id);
  void showForm();
  void showBalance();

  TextTable* m_list = nullptr;
  viewmodels::ReturnForm m_form;
  std::string m_requestId;
  std::map<std::string, std::unique_ptr<ValueField>> m_fields;
  FieldErrors m_errors;
  wxStaticText* m_what = nullptr;
  wxStaticText* m_balance = nullptr;
  wxButton* m_new = nullptr;
  wxButton* m_save = nullptr;
  long long m_id = 0;
};

}  // namespace octad::gui
