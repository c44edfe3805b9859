#pragma once

#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gui/viewmodels/keeping.hpp"
#include "gui/viewmodels/session.hpp"
#include "gui/viewmodels/signal.hpp"
#include "model/cases/master_data.hpp"
#include "model/core/message.hpp"

namespace octad::viewmodels {

/// A field and what is wrong with it; an empty field concerns the whole form.
struct FieldProblem {
  std::string field;  ///< as in JSON: "items.0.part"
  model::Message sentence;
  bool operator==(const FieldProblem&) const = default;
};

/// What went wrong, at the field that is to blame.
FieldProblem problemOf(const std::exception_ptr& error);

/// A form that is open once, as the page around its fields sees it: what is typed is kept in the journal
/// until it is saved once or thrown away.
class KeptForm {
 public:
  KeptForm(Session& session, Drafts& drafts) : m_session(session), m_drafts(drafts) {}
  virtual ~KeptForm() = default;
  KeptForm(const KeptForm&) = delete;
  KeptForm& operator=(const KeptForm&) = delete;

  /// True when something was typed that is not in the database.
  virtual bool hasContent() const = 0;
  /// Writes the draft to the journal when it changed since; called a second after typing. True when written.
  virtual bool keepDraft() = 0;
  /// Throws the draft away (form left on purpose or saved).
  virtual void forgetDraft() = 0;

  /// Everything that is wrong now, in the order of the form.
  virtual std::vector<FieldProblem> problems() const = 0;
  const std::vector<FieldProblem>& refusals() const { return m_refusals; }  ///< of the last save
  /// Saves; `saved` or `refused` follows. The same draft saved again after a broken connection is stored
  /// once.
  virtual void save() = 0;
  bool saving() const { return m_saving; }

  // Choosers: `then` gets names that contain `text`, at most kSuggestions
  void findCustomers(const std::string& text, std::function<void(std::vector<model::Customer>)> then);
  void findParts(const std::string& text, std::function<void(std::vector<model::Part>)> then);

  Signal savingChanged;
  Signal refused;  ///< see refusals(); what was typed stays

 protected:
  static constexpr int kSuggestions = 12;

  static std::string journalKey(const char* form, const Session& session);
  /// Refuses when something is wrong; otherwise keeps the draft and runs `work`, whose result goes to
  /// `stored` once the draft is gone from the journal.
  template <class Work, class Stored>
  void saveWith(Work work, Stored& stored) {
    m_refusals = problems();
    if (!m_refusals.empty()) {
      refused();
      return;
    }
    keepDraft();
    m_saving = true;
    savingChanged();
    inBackground(
        m_session.executor, m_alive, std::move(work),
        [this, &stored](const auto& done) {
          m_saving = false;
          forgetDraft();
          savingChanged();
          stored(done);
        },
        [this](const std::exception_ptr& error) { saveFailed(error); });
  }
  virtual void saveFailed(const std::exception_ptr& error) { refuse(problemOf(error)); }
  /// Not saved, for this reason.
  void refuse(FieldProblem problem);

  Session& m_session;
  Drafts& m_drafts;
  std::vector<FieldProblem> m_refusals;
  Lifetime m_alive;
  Lifetime m_choosing;

 private:
  bool m_saving = false;
};

/// The same with what is typed. `Draft` is kept text for text and has a `uuid`, made when the form opens. What
/// reads and writes it is in kept_draft.hpp: JSON is not for everybody who shows a form.
template <class Draft>
class FormWithDraft : public KeptForm {
 public:
  const Draft& draft() const { return m_draft; }
  bool hasContent() const final {
    Draft typed = m_draft;
    typed.uuid = m_fresh.uuid;
    return typed != m_fresh;
  }
  bool keepDraft() final;
  void forgetDraft() final {
    m_drafts.forget(m_key);
    m_keptText.clear();
    m_fresh = m_draft;
  }

 protected:
  FormWithDraft(Session& session, Drafts& drafts, std::string key, Draft fresh)
      : KeptForm(session, drafts), m_draft(std::move(fresh)), m_key(std::move(key)) {
    m_draft.uuid = newUuid();
    m_fresh = m_draft;
  }
  /// What an earlier run left in the journal; none when there is nothing.
  static std::optional<Draft> found(const std::string& key, Drafts& drafts);

  Draft m_draft;

 private:
  Draft m_fresh;  ///< as the form opened
  std::string m_key;
  std::string m_keptText;
};

}  // namespace octad::viewmodels
