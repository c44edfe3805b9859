#pragma once

#include <map>
#include <string>
#include <wx/timer.h>

#include "gui/cases/case_tab.hpp"

class wxScrolledWindow;
class wxStaticText;
class wxTextCtrl;
class wxButton;

namespace octad::viewmodels {
struct WeakPoint;
}

namespace octad::gui {

class Chip;
class DateField;
class DraftOffer;
class FactGrid;
class FishbonePanel;
class HeadFields;
class LessonPanel;
class SignaturesPanel;
class MissingList;
class Narrative;
class OtherCustomersPanel;
class RowEditor;
class SimilarPanel;
class SweepCountsPanel;
class VerificationList;
class WeakList;
class WhyPanel;

/// The page of one discipline: its state and actions, its own tables, the narrative, and what is missing
/// before it can be approved.
class DisciplinePage final : public CaseTabPanel {
 public:
  DisciplinePage(wxWindow* parent, CaseTabHost& host, model::DisciplineCode code);

  void refresh() override;
  void jump(const viewmodels::JumpTarget& target) override;
  void save() override;
  void submit() override;

 private:
  void addHeadButton(viewmodels::CaseActionId id);
  void showCompare(bool wanted);
  void buildHead(wxSizer* outer);
  wxSizer* buildBody();
  template <class Panel>
  void addPanel(wxSizer* body, Panel* panel);
  void addTable(wxSizer* body, viewmodels::RowTable& table);
  void addSweepCounts(wxSizer* body);
  void showSweepCounts();
  void addCleanPoint(wxSizer* body);
  void addCauses(wxSizer* body);
  void addStatements(wxSizer* body);
  void addWay(wxSizer* body);
  wxSizer* caseButtons(const std::vector<viewmodels::CaseActionId>& ids);
  void addClosing(wxSizer* body);
  void showHead();
  void showButtons();
  void showReview();
  void showWeakAnswers();
  void letPass(const viewmodels::WeakPoint& point);
  void answerAcross(int row);
  void compare();
  void edited();
  void layoutSoon();
  void layoutBody();
  void act(viewmodels::CaseActionId id);
  void saveThen(std::function<void()> then);
  viewmodels::DisciplineViewModel& editor() const;

  model::DisciplineCode m_code;
  Chip* m_chip = nullptr;
  wxStaticText* m_submitted = nullptr;
  wxStaticText* m_review = nullptr;
  DraftOffer* m_draftOffer = nullptr;
  std::map<viewmodels::CaseActionId, wxButton*> m_buttons;
  bool m_layoutAsked = false;
  wxSizer* m_headButtons = nullptr;
  wxButton* m_compare = nullptr;  ///< made when there is something to compare
  wxScrolledWindow* m_body = nullptr;
  std::map<std::string, RowEditor*> m_tables;
  std::map<std::string, HeadFields*> m_heads;  ///< fields that stand once on the page
  FactGrid* m_facts = nullptr;
  WhyPanel* m_why = nullptr;
  FishbonePanel* m_fishbone = nullptr;
  VerificationList* m_verifications = nullptr;
  SweepCountsPanel* m_counts = nullptr;
  SimilarPanel* m_similar = nullptr;
  OtherCustomersPanel* m_customers = nullptr;
  LessonPanel* m_lesson = nullptr;
  SignaturesPanel* m_signatures = nullptr;
  wxTextCtrl* m_cleanPoint = nullptr;
  DateField* m_cleanPointDate = nullptr;
  wxStaticText* m_closing = nullptr;
  wxStaticText* m_way = nullptr;
  wxTextCtrl* m_verbatim = nullptr;
  wxTextCtrl* m_statement = nullptr;
  Narrative* m_narrative = nullptr;
  MissingList* m_missing = nullptr;
  WeakList* m_weak = nullptr;
  wxTimer m_pause;  ///< weak answers are told a moment after typing
};

}  // namespace octad::gui
