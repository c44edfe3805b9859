#pragma once

#include <vector>
#include <wx/panel.h>

#include "gui/viewmodels/translator.hpp"
#include "gui/widgets/row_list.hpp"
#include "model/cases/case_file.hpp"

class wxButton;

namespace octad::gui {

/// D6: the verifications of the effect, append-only.
class VerificationList final : public wxPanel, private RowSource {
 public:
  VerificationList(wxWindow* parent, const viewmodels::Translator& text, std::function<void()> record);
  void show(const model::CaseFile& file);
  void setRecordable(bool recordable, const std::string& whyNot);

 private:
  long rowCount() const override { return static_cast<long>(m_rows.size()); }
  std::string cell(long row, int column) const override {
    return m_rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
  }
  RowStyle style(long row, int column) const override;

  const viewmodels::Translator& m_text;
  std::vector<std::vector<std::string>> m_rows;
  std::vector<bool> m_effective;
  RowList* m_list;
  wxButton* m_record;
};

}  // namespace octad::gui
