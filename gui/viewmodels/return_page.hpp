#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audit/told/history_line.hpp"
#include "gui/viewmodels/chip_look.hpp"
#include "gui/viewmodels/form_body.hpp"
#include "gui/viewmodels/record_page.hpp"
#include "gui/viewmodels/return_actions.hpp"
#include "model/returns/return_file.hpp"
#include "model/usecases/return_target.hpp"

namespace octad::viewmodels {

/// The pages of a return.
enum class ReturnTab { pieces, units, findings, disposition, files, history };

/// What is always said on top of the page.
struct ReturnHeader {
  std::string number;
  std::string rmaNumber;
  std::string customer;
  std::string about;  ///< "Customer-line reject · Analysis · came unannounced"
  ChipLook state;
  model::Message turn;  ///< "Turn: Warehouse"
  model::Message due;   ///< without a text when nothing is due
  bool overdue = false;
};

/// A case of the return, one click away.
struct ReturnCaseLink {
  model::ComplaintId id;
  std::string number;
  std::string title;
};

/// Where an item of the what-is-missing list is mended.
struct ReturnJump {
  ReturnTab tab = ReturnTab::pieces;
  model::ReturnLineId lineId;
  std::optional<model::ReturnPlace> place;  ///< pieces of it are chosen
  std::optional<ReturnActionId> action;     ///< its form opens
};

/// One thing that is missing before the return can be closed.
struct MissingInReturn {
  model::Message text;
  ReturnJump jump;
};

/// What is missing, in the order of the model, each with its place on the page.
std::vector<MissingInReturn> missingInReturn(const model::ReturnFile& file);

/// Everything the page of one return shows and does.
class ReturnPageViewModel final : public RecordPageViewModel {
 public:
  ReturnPageViewModel(Session& session, model::ReturnId id) : RecordPageViewModel(session), m_id(id) {}

  model::ReturnId id() const { return m_id; }

  void load() override;
  bool loaded() const override { return m_file != nullptr; }
  const model::ReturnFile& file() const { return *m_file; }
  /// The history as it was read last; thousands of lines take a second, so only `readHistory` reads it.
  const std::vector<told::HistoryLine>& history() const { return m_history; }
  void readHistory();
  const std::vector<model::Department>& departments() const { return m_departments; }
  const std::vector<model::Person>& people() const { return m_people; }
  model::Date today() const { return m_session.zone.date(m_session.clock.now()); }

  ReturnHeader header() const;
  std::vector<ReturnCaseLink> cases() const;
  std::vector<ReturnAction> actions() const { return returnActions(*m_file, m_session.actor); }
  std::optional<NextStep> next() const { return nextStep(*m_file); }
  std::vector<MissingInReturn> missing() const { return missingInReturn(*m_file); }
  /// "Units 118" …: the label of a tab with its number.
  model::Message tabLabel(ReturnTab tab) const;

  /// Runs one use case in the executor; `change` gets the target with the version that was read. On success
  /// the return is read again and `saved` called; an error goes to `failed` and changes nothing here.
  void run(const std::string& requestId,
           std::function<model::ReturnSaved(model::Workplace, model::ReturnTarget)> change,
           std::function<void(const model::ReturnSaved&)> saved,
           std::function<void(std::exception_ptr)> refused);
  /// Open cases of the customer, by number, part or failure.
  void suggestCases(const std::string& typed, std::function<void(std::vector<FieldSuggestion>)> answer) const;

  Signal historyChanged;
  /// Emitted after a change was stored.
  boost::signals2::signal<void(const model::ReturnSaved&)> stored;

 private:
  struct Loaded;

  model::ReturnId m_id;
  std::shared_ptr<const model::ReturnFile> m_file;
  std::vector<told::HistoryLine> m_history;
  std::vector<model::Department> m_departments;
  std::vector<model::Person> m_people;
  Lifetime m_historyReading;
};

}  // namespace octad::viewmodels
