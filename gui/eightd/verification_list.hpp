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
  VerificationList(wxWindow* parent, const viewmodels::Translator& text, std::function<void()> record,
                   std::function<void()> rule);
  /// The verifications, and the later cases that are held against the effect.
  void show(const model::CaseFile& file, const model::Zone& zone);
  void setRecordable(bool recordable, const std::string& whyNot);
  /// The ruling on a later case is offered only while one waits for it.
  void setRulable(bool rulable) { m_rule->Show(rulable); }

 private:
  long rowCount() const override { return static_cast<long>(m_rows.size()); }
  std::string cell(long row, int column) const override {
    return m_rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
  }
  RowStyle style(long row, int column) const override;

  const viewmodels::Translator& m_text;
  void addChallenge(const model::CaseFile& file, const model::EffectChallenge& challenge,
                    const model::Zone& zone);

  std::vector<std::vector<std::string>> m_rows;
  std::vector<viewmodels::Tone> m_tones;  ///< of the result
  RowList* m_list;
  wxButton* m_record;
  wxButton* m_rule;
};

}  // namespace octad::gui
