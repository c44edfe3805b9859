#include "gui/shell/new_forms.hpp"

#include "model/usecases/decide_confirmed.hpp"

namespace octad::gui {

using viewmodels::NewComplaintViewModel;
using viewmodels::NewReturnViewModel;

void NewForms::makeComplaint() {
  m_complaint = std::make_unique<NewComplaintViewModel>(m_session, m_drafts, m_readMail);
  m_complaintSaved = m_complaint->saved.connect([this](const model::Saved& saved) { onComplaint(saved); });
}

void NewForms::openComplaint() {
  makeComplaint();
  if (const auto draft = NewComplaintViewModel::leftBehind(m_session, m_drafts)) m_complaint->restore(*draft);
}

void NewForms::openReturn() {
  m_goods = std::make_unique<NewReturnViewModel>(m_session, m_drafts);
  if (const auto draft = NewReturnViewModel::leftBehind(m_session, m_drafts)) m_goods->update(*draft);
  m_returnSaved = m_goods->saved.connect([this](const model::ReturnSaved& saved) { onReturn(saved); });
}

void NewForms::closeComplaint() {
  m_complaint.reset();
  m_waiting.reset();
}

bool NewForms::complaintLeftBehind() const {
  return NewComplaintViewModel::leftBehind(m_session, m_drafts).has_value();
}

bool NewForms::complaintTyped() const {
  return (m_complaint && m_complaint->hasContent()) || complaintLeftBehind();
}

void NewForms::openComplaintFor(const viewmodels::ComplaintDraft& start, model::ReturnId id,
                                model::ReturnLineId line) {
  makeComplaint();
  viewmodels::ComplaintDraft draft = m_complaint->draft();
  draft.customer = start.customer;
  draft.customerRef = start.customerRef;
  draft.items = start.items;
  m_complaint->update(draft);
  m_waiting = WaitingLine{id, line};
}

void NewForms::openComplaintFromMail(const std::string& path) {
  makeComplaint();
  m_complaint->startFromMail(path);
}

void NewForms::linkToReturn(const WaitingLine& line, const model::Saved& saved,
                            std::function<void(const model::ReturnSaved&)> then,
                            std::function<void(std::exception_ptr)> failed) {
  model::ConfirmedChoice choice;
  choice.target = {line.returnId, 0, viewmodels::newUuid()};
  choice.lineId = line.lineId;
  choice.decision = model::ConfirmedDecision::newCase;
  choice.caseNumber = saved.number;
  viewmodels::inBackground(
      m_session.executor, m_alive,
      [workplace = m_session.workplace(), store = m_session.store, choice] {
        return model::DecideConfirmed(workplace).execute(choice);
      },
      std::move(then), std::move(failed));
}

}  // namespace octad::gui
