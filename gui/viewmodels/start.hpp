#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/connection.hpp"
#include "gui/viewmodels/executor.hpp"
#include "gui/viewmodels/keeping.hpp"
#include "gui/viewmodels/keyring.hpp"
#include "gui/viewmodels/profiles.hpp"
#include "gui/viewmodels/signal.hpp"
#include "gui/viewmodels/translator.hpp"
#include "model/access/people.hpp"
#include "model/eightd/failure_words.hpp"
#include "model/eightd/self_assessment.hpp"
#include "model/eightd/weak_answer_rules.hpp"
#include "model/ports/clock.hpp"
#include "model/ports/progress.hpp"
#include "model/ports/unit_of_work.hpp"

namespace octad::viewmodels {

/// Opens databases; implemented where the pieces are put together.
class Databases {
 public:
  struct Opened {
    std::shared_ptr<model::Store> store;
    std::string url;          ///< remembered
    std::string displayName;  ///< for the status bar, without a password
    bool embedded = true;     ///< one file: the person is chosen, rights are advisory
    std::string login;        ///< of the operating system or server
    Connection connection;
    std::vector<model::Person> people;
    std::vector<model::Department> departments = {};
    std::string zone;
    std::shared_ptr<const model::WeakAnswerRules> weakAnswers;
    std::shared_ptr<const model::FailureReader> failureReader;
    std::shared_ptr<const model::AssessmentCriteria> criteria;
    std::shared_ptr<const std::vector<model::Policy>> shippedPolicies;
  };
  /// What a new embedded database is asked for.
  struct NewSite {
    std::string path;
    std::string company;
    std::string personName;
  };

  /// What a database wants that was refused for its schema.
  enum class SchemaNeed { nothing, setUp, update, newerProgram };
  struct Schema {
    SchemaNeed need = SchemaNeed::nothing;
    int version = 0;     ///< of the database
    int newVersion = 0;  ///< of this program
    std::string copy;  ///< where the older database is kept before an update; empty: on the server, by others
  };

  virtual ~Databases() = default;
  /// The password that this address is opened with from now on, in every call; an empty one is forgotten.
  /// Kept in memory only.
  virtual void usePassword(const std::string& /*url*/, const std::string& /*password*/) {}
  /// All of these run in the executor and throw model::Error.
  virtual Opened open(const std::string& url) = 0;
  virtual Opened create(const NewSite& site) = 0;
  /// Made at the first time; `progress` hears how far it is.
  virtual Opened openDemonstration(model::Progress& progress) = 0;
  virtual Schema schemaOf(const std::string& url) = 0;
  /// Makes tables and first records in an empty database. Refused("right") says what to ask for.
  virtual Opened setUp(const std::string& url, const std::string& company) = 0;
  /// Brings an older schema up to date; a file is copied first.
  virtual Opened update(const std::string& url) = 0;
  /// Where a new database goes unless the user says otherwise.
  virtual std::string suggestedPath() const = 0;
};

/// The way from starting the program to working in a database as somebody.
class StartViewModel {
 public:
  /// Without a keyring passwords are asked for every time; without a clock nobody is told that one expired.
  StartViewModel(Databases& databases, Executor& executor, Settings& settings, Translator& translator,
                 Keyring* keyring = nullptr, const model::Clock* clock = nullptr);

  /// Opens a database. Where a server wants a password, the one of the keyring is tried; when there is none,
  /// or it is not taken, `passwordWanted` is emitted.
  void open(const std::string& url);
  /// The same with what was typed; kept in the keyring when `remember` and the server took it.
  void openWith(const std::string& url, std::string password, bool remember);
  /// For which address a password is asked, and what was wrong with the last one (empty: nothing was tried).
  struct Wanted {
    std::string url;
    std::string problem;
    bool canRemember = false;  ///< there is a keyring
    bool remember = false;     ///< the profile wants it kept
  };
  const Wanted& wanted() const { return m_wanted; }
  Profiles& profiles() { return m_profiles; }
  /// Takes a server off the start page and its password out of the keyring.
  void removeProfile(const Profile& profile);
  void create(const Databases::NewSite& site);
  void openDemonstration();
  /// What the database that could not be opened wants; `nothing` when it is not that.
  const Databases::Schema& schema() const { return m_schema; }
  /// Does what the schema wants, after the user was told.
  void setUp(const std::string& company);
  void update();
  /// The database of the last time; empty at the first start.
  std::string lastDatabase() const;
  std::string suggestedPath() const { return m_databases.suggestedPath(); }

  bool busy() const { return m_busy; }
  /// How far the making of the demonstration is, 0 … 1; 0 while it is not known.
  double progress() const { return m_progress.fraction; }
  /// What went wrong, as a sentence; empty when all is well.
  std::string error() const;
  const std::optional<Databases::Opened>& opened() const { return m_opened; }
  /// The person to act as when nobody has to choose: named on the command line, vouched for by the server,
  /// remembered, or the only one.
  std::optional<model::Person> knownPerson(const std::string& asLogin) const;
  /// Active people, by name.
  std::vector<model::Person> people() const;
  void choose(const model::Person& person);
  static model::Actor actorOf(const model::Person& person, const std::string& login);
  /// Back to the start page.
  void leave();
  /// A server vouches for a login that belongs to nobody here: back to the start page, which says so.
  void refuseUnknownLogin();

  Signal changed;  ///< busy, error
  Signal databaseOpened;
  Signal passwordWanted;

 private:
  /// Written by the worker, read by the window.
  struct Fraction final : model::Progress {
    std::atomic<double> fraction{0};
    bool report(double done, const model::Message&) override {
      fraction = done;
      return true;
    }
  };

  void run(std::function<Databases::Opened()> work);
  void opened(Databases::Opened opened);
  void askPassword(const std::string& problem);
  bool passwordExpired() const;
  void failed(const std::exception_ptr& error);

  Databases& m_databases;
  Executor& m_executor;
  Settings& m_settings;
  Translator& m_translator;
  Keyring* m_keyring;
  const model::Clock* m_clock;
  Profiles m_profiles;
  Wanted m_wanted;
  bool m_typed = false;         ///< the password of this try was typed just now
  bool m_remember = false;      ///< keep it once it was taken
  std::string m_typedPassword;  ///< until it was taken or not
  Fraction m_progress;
  bool m_busy = false;
  std::string m_wantedUrl;
  Databases::Schema m_schema;
  std::exception_ptr m_error;
  std::optional<Databases::Opened> m_opened;
  Lifetime m_alive;
};

}  // namespace octad::viewmodels
