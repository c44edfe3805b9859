#include "gui/viewmodels/case_page.hpp"
#include "gui/viewmodels/kept_json.hpp"

namespace octad::viewmodels {

using model::DisciplineCode;

namespace {

/// The text of a draft without its time, to see whether anything was typed since.
std::string typedText(DisciplineDraft draft) {
  draft.keptAt = {};
  draft.older.clear();
  return keptText(draft);
}

}  // namespace

std::string CasePageViewModel::draftKey(DisciplineCode code) const {
  return "discipline|" + m_session.databaseName + "|" + std::to_string(m_session.actor.id.value) + "|" +
         m_file->complaint.uuid + "|" + std::string(model::keyOf(code));
}

bool CasePageViewModel::keepDrafts() {
  if (!m_drafts || !loaded()) return false;
  bool written = false;
  for (const auto& [code, editor] : m_editors) {
    if (!editor->dirty()) {
      // Typed and taken back by hand: nothing is left to keep.
      if (m_keptDrafts.count(code) != 0) draftSaved(code);
      continue;
    }
    DisciplineDraft draft = editor->draft();
    std::string typed = typedText(draft);
    if (m_keptDrafts[code] == typed) continue;
    draft.keptAt = m_session.clock.now();
    if (offeredDraft(code)) draft.older = m_offeredDrafts[code];
    m_drafts->keep(draftKey(code), keptText(draft));
    m_keptDrafts[code] = std::move(typed);
    written = true;
  }
  return written;
}

void CasePageViewModel::forgetDrafts() {
  if (!m_drafts || !loaded()) return;
  for (auto& [code, editor] : m_editors) {
    if (!editor->dirty() && m_keptDrafts.count(code) == 0) continue;
    editor->load(*m_file);
    draftSaved(code);
  }
}

std::optional<model::Instant> CasePageViewModel::offeredDraft(DisciplineCode code) {
  if (!m_drafts || !loaded()) return std::nullopt;
  const auto [place, first] = m_offeredDrafts.try_emplace(code);
  if (first) {
    place->second = m_drafts->find(draftKey(code)).value_or("");
    // The program died between the acknowledged save and the forgetting: nothing is lost without it.
    if (!place->second.empty() && discipline(code).isStored(restored<DisciplineDraft>(place->second)))
      discardDraft(code);
  }
  if (place->second.empty()) return std::nullopt;
  return restored<DisciplineDraft>(place->second).keptAt;
}

void CasePageViewModel::useDraft(DisciplineCode code) {
  if (!offeredDraft(code)) return;
  auto draft = restored<DisciplineDraft>(m_offeredDrafts[code]);
  if (auto& editor = discipline(code); editor.dirty()) {
    // What was typed since the page opened is not lost either: it is offered next.
    DisciplineDraft typed = editor.draft();
    typed.keptAt = m_session.clock.now();
    typed.older = draft.older;
    draft.older = keptText(typed);
    m_offeredDrafts[code] = keptText(draft);
  }
  discipline(code).useDraft(draft);
  draftDecided(code);
  keepDrafts();
  edited();
}

void CasePageViewModel::discardDraft(DisciplineCode code) {
  draftDecided(code);
}

/// What this page keeps stands alone in the journal from now on; an older draft is offered next.
void CasePageViewModel::draftDecided(DisciplineCode code) {
  std::string& offered = m_offeredDrafts[code];
  offered = restored<DisciplineDraft>(offered).older;
  m_keptDrafts.erase(code);
  if (!offered.empty())
    m_drafts->keep(draftKey(code), offered);
  else
    m_drafts->forget(draftKey(code));
  keepDrafts();
}

/// The discipline is in the database: its draft goes, one that still waits for a decision stays.
void CasePageViewModel::draftSaved(DisciplineCode code) {
  m_keptDrafts.erase(code);
  if (!m_drafts) return;
  if (offeredDraft(code))
    m_drafts->keep(draftKey(code), m_offeredDrafts[code]);
  else
    m_drafts->forget(draftKey(code));
}

}  // namespace octad::viewmodels
