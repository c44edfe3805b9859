#pragma once

#include <boost/signals2/connection.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "gui/viewmodels/new_complaint.hpp"
#include "gui/viewmodels/new_return.hpp"

namespace octad::gui {

/// The forms of a new complaint and of a new return, each open once at most. What was typed in an earlier run
/// is there again.
class NewForms {
 public:
  /// A line of a return that waits for the complaint that is being typed.
  struct WaitingLine {
    model::ReturnId returnId;
    model::ReturnLineId lineId;
  };

  NewForms(viewmodels::Session& session, viewmodels::Drafts& drafts, viewmodels::MailReader readMail)
      : m_session(session), m_drafts(drafts), m_readMail(std::move(readMail)) {}

  viewmodels::NewComplaintViewModel& complaint() { return *m_complaint; }
  viewmodels::NewReturnViewModel& goods() { return *m_goods; }
  void openComplaint();
  void openReturn();
  void closeComplaint();
  void closeReturn() { m_goods.reset(); }

  /// Something was typed for a complaint, now or in an earlier run.
  bool complaintTyped() const;
  bool complaintLeftBehind() const;
  /// A complaint that starts with `start`; once it is registered, the line of the return belongs to it.
  void openComplaintFor(const viewmodels::ComplaintDraft& start, model::ReturnId id,
                        model::ReturnLineId line);
  /// Files of a mail that could not be kept with the complaint that was registered last.
  std::vector<model::Message> notKept() const {
    return m_complaint ? m_complaint->notKept() : std::vector<model::Message>();
  }
  /// A complaint that starts with what a mail says.
  void openComplaintFromMail(const std::string& path);
  std::optional<WaitingLine> takeWaiting() { return std::exchange(m_waiting, std::nullopt); }
  /// The line that waited belongs to the complaint that was registered for it.
  void linkToReturn(const WaitingLine& line, const model::Saved& saved,
                    std::function<void(const model::ReturnSaved&)> then,
                    std::function<void(std::exception_ptr)> failed);

  /// Called while the form is still speaking: it must not go at once.
  std::function<void(const model::Saved&)> onComplaint;
  std::function<void(const model::ReturnSaved&)> onReturn;

 private:
  void makeComplaint();

  viewmodels::Session& m_session;
  viewmodels::Drafts& m_drafts;
  viewmodels::MailReader m_readMail;
  std::unique_ptr<viewmodels::NewComplaintViewModel> m_complaint;
  std::unique_ptr<viewmodels::NewReturnViewModel> m_goods;
  std::optional<WaitingLine> m_waiting;
  boost::signals2::scoped_connection m_complaintSaved;
  boost::signals2::scoped_connection m_returnSaved;
  viewmodels::Lifetime m_alive;
};

}  // namespace octad::gui
