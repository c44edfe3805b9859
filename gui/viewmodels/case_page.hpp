#pragma once

#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audit/told/history_line.hpp"
#include "gui/viewmodels/action_forms.hpp"
#include "gui/viewmodels/case_actions.hpp"
#include "gui/viewmodels/chip_look.hpp"
#include "gui/viewmodels/discipline.hpp"
#include "gui/viewmodels/keeping.hpp"
#include "gui/viewmodels/record_page.hpp"
#include "model/cases/case_file.hpp"
#include "model/eightd/coverage.hpp"
#include "model/eightd/gates.hpp"
#include "model/metrics/whose_time.hpp"

namespace octad::viewmodels {

/// The pages of a case in the order of the step bar.
enum class CaseTab {
  complaint,
  d0,
  d1,
  d2,
  d3,
  d4,
  d5,
  d6,
  d7,
  d8,
  coverage,
  returns,
  replies,
  files,
  history
};

CaseTab tabOf(model::DisciplineCode code);
std::optional<model::DisciplineCode> disciplineOf(CaseTab tab);

/// What is always said on top of the page.
struct CaseHeader {
  std::string number;
  std::string customer;
  std::string part;
  std::string failure;
  std::string title;
  ChipLook severity;
  bool provisional = false;
  std::vector<model::Message> why;  ///< why this class, one sentence a line
  ChipLook state;
  model::Message turn;  ///< "Turn: TE"
  model::Message due;   ///< "Due 2026-11-24 17:30: preliminary cause"; empty id when nothing is due
  bool overdue = false;
  model::Message firstContact;       ///< "First-contact owner: Wang Fang"; empty id when it is not known
  std::vector<const char*> special;  ///< labels of the customer's special status
  model::Message challenge;          ///< "Effect challenged by C26-00012"; empty id when nothing is open
  model::Message shared;  ///< "One 8D with C26-00012 (Nordwind)"; empty id when it serves this case alone
};

/// One button of the step bar.
struct CaseStep {
  CaseTab tab = CaseTab::complaint;
  model::Message label;  ///< "✓ D0", "Returns 118"
  model::Message hint;   ///< the full name and state in words, for tool tip and assistive technology
  bool unsaved = false;
};

/// Where an item of a what-is-missing list leads.
struct JumpTarget {
  CaseTab tab = CaseTab::complaint;
  std::string table;        ///< of the page; empty: the page itself
  std::string row;          ///< key in the first field of the row, when the point names one
  long long rowId = 0;      ///< the row itself, when the point is about one
  std::string column = {};  ///< the field of the row, when the point is about one
};

/// Why each clock of a case is due when it is, one sentence after the other.
using ClockReasons = std::map<model::ClockName, std::vector<model::Message>>;

/// Everything the page of one case shows and does.
class CasePageViewModel final : public RecordPageViewModel {
 public:
  /// `drafts` is the journal of what is typed; null: nothing is kept.
  CasePageViewModel(Session& session, model::ComplaintId id, Drafts* drafts = nullptr);

  model::ComplaintId id() const { return m_id; }

  void load() override;
  bool loaded() const override { return m_file != nullptr; }
  const model::CaseFile& file() const { return *m_file; }
  const std::vector<told::HistoryLine>& history() const { return m_history; }
  /// What checking the audit trail of the case found, which happens whenever the case is read; none until it
  /// is done.
  const std::optional<model::AuditReport>& trail() const { return m_trail; }
  /// The same in a sentence; without a text until it is done.
  model::Message trailVerdict() const;
  const std::vector<model::Department>& departments() const { return m_departments; }
  const std::vector<model::Person>& people() const { return m_people; }

  const ClockReasons& clockReasons() const { return m_clockReasons; }
  /// Whose the time of the case was, up to when it was read.
  const model::WhoseTime& whoseTime() const { return m_whoseTime; }
  const std::vector<model::Campaign>& campaigns() const { return m_campaigns; }
  /// True where people have logins: whoever signs types the password again.
  bool signsWithPassword() const { return m_signsWithPassword; }

  CaseHeader header() const;
  std::vector<CaseStep> steps() const;
  std::vector<CaseAction> actions() const;
  std::vector<CaseAction> actions(model::DisciplineCode code) const;
  std::optional<CaseActionId> primaryAction() const;

  /// What is missing before a discipline can be approved, for the next step of the case, and for its closing.
  std::vector<model::MissingPoint> missing(model::DisciplineCode code) const;
  std::vector<model::MissingPoint> missingNext() const;
  std::vector<model::MissingPoint> missingForClosing() const;
  /// Dates that cannot be true together.
  std::vector<model::MissingPoint> implausibleDates() const;
  /// Cause x action x evidence, with what is missing in each cell.
  const model::Coverage& coverage() const;

  /// The editor of a discipline; lives as long as the viewmodel, so that changing pages loses nothing.
  DisciplineViewModel& discipline(model::DisciplineCode code);
  bool anyUnsaved() const;

  /// Writes what is typed in the disciplines to the journal when it changed since; called within a second of
  /// typing. True when something was written.
  bool keepDrafts();
  /// Throws away what is typed and its drafts (page left on purpose); offered drafts stay.
  void forgetDrafts();
  bool keepsDrafts() const { return m_drafts != nullptr; }
  /// When the draft that an earlier run left behind was kept; none when there is nothing to decide on.
  std::optional<model::Instant> offeredDraft(model::DisciplineCode code);
  /// Goes on from the offered draft, or throws it away; an earlier one that was never decided on comes next.
  void useDraft(model::DisciplineCode code);
  void discardDraft(model::DisciplineCode code);

  /// Runs one use case in the executor; `change` gets the target with the version that was read. On success
  /// the case is read again and `saved` called; an error goes to `failed` and changes nothing here.
  void run(const std::string& requestId,
           std::function<model::Saved(model::Workplace, model::CaseTarget)> change,
           std::function<void(const model::Saved&)> saved, std::function<void(std::exception_ptr)> failed);
  /// Saves a discipline; on a conflict the case is read again and `conflict` gets the differences.
  void saveDiscipline(model::DisciplineCode code, std::function<void()> saved,
                      std::function<void(std::vector<FieldConflict>)> conflict,
                      std::function<void(std::exception_ptr)> failed);

  /// Defects whose names contain what is typed, for choosers; `answer` comes later.
  void suggestDefects(const std::string& typed,
                      std::function<void(std::vector<FieldSuggestion>)> answer) const;

  /// Emitted after the audit trail was checked.
  Signal trailChecked;
  /// Emitted when something is typed: markers of unsaved pages follow.
  Signal edited;
  /// Emitted after a change was stored, with the version it made.
  boost::signals2::signal<void(const model::Saved&)> stored;

 private:
  struct Loaded;
  void take(Loaded loaded);
  void checkTrail();
  std::string draftKey(model::DisciplineCode code) const;
  void draftDecided(model::DisciplineCode code);
  void draftSaved(model::DisciplineCode code);

  model::ComplaintId m_id;
  std::shared_ptr<const model::CaseFile> m_file;
  std::vector<told::HistoryLine> m_history;
  std::optional<model::AuditReport> m_trail;
  std::vector<model::Department> m_departments;
  std::vector<model::Person> m_people;
  model::Message m_classReason;
  ClockReasons m_clockReasons;
  model::WhoseTime m_whoseTime;
  std::vector<model::Campaign> m_campaigns;
  bool m_signsWithPassword = false;
  bool m_readingNoted = false;  ///< that an auditor opened the case is on record
  int m_verificationLots = model::kVerificationLots;
  mutable std::optional<model::Coverage> m_coverage;  ///< of the file as it was read
  std::map<model::DisciplineCode, std::unique_ptr<DisciplineViewModel>> m_editors;
  Drafts* m_drafts;
  std::map<model::DisciplineCode, std::string> m_keptDrafts;     ///< of this page, as in the journal
  std::map<model::DisciplineCode, std::string> m_offeredDrafts;  ///< left behind; empty text: decided
};

/// Where a missing point is mended.
JumpTarget jumpTarget(const model::MissingPoint& point);

/// "TE 测试部" or "TE Test engineering"; empty when the file does not mention it.
std::string departmentLabel(const model::CaseFile& file, model::DepartmentId id, model::Language language);

/// Why the class is what it is: the sentence of the rule that fired, rule and policy revision of the newest
/// class decision, who decided it. `sentence` has no id when the rule cannot be told any more.
std::vector<model::Message> classReasons(const model::CaseFile& file, const model::Message& sentence = {});

}  // namespace octad::viewmodels
