#pragma once

#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/form_subject.hpp"
#include "gui/viewmodels/session.hpp"
#include "gui/viewmodels/signal.hpp"
#include "model/access/deputies.hpp"

namespace octad::viewmodels {

/// Who works here, what the person may do, for whom the person stands in and who stands in for the person.
class WhoAmIViewModel {
 public:
  explicit WhoAmIViewModel(Session& session) : m_session(session) {}

  void load();
  bool loading() const { return m_loading; }
  std::string error() const;
  Session& session() const { return m_session; }
  const Connection& connection() const { return m_session.connection; }

  std::string name() const { return m_session.actor.name; }
  std::string login() const { return m_session.actor.login; }
  /// "CQE, Department member".
  std::string roles() const;
  /// "TE 测试部", the one acted for.
  std::string department() const;
  /// What the person may do, in words.
  std::vector<std::string> rights() const;
  /// Customers entrusted to the person.
  std::vector<std::string> customers() const;
  /// Until when the server takes the password; empty: no end is set.
  std::string passwordUntil() const;

  const std::vector<model::StandIn>& standIns() const { return m_standIns; }
  /// CQEs who are away and whose own cases stand in the person's "My work".
  const std::vector<model::StandIn>& absentCqes() const { return m_absentCqes; }
  /// "Liu Yang (TE) until 2026-12-01".
  std::string standInWords(const model::StandIn& place) const;
  /// Deputies of the person, running and coming.
  struct Mine {
    model::RowId id;
    std::string words;  ///< "Zhao Lei from … to …: holiday"
  };
  std::vector<Mine> deputies() const;
  void end(model::RowId deputy);
  /// The form that names a deputy; for oneself, and for others where the person may.
  std::unique_ptr<FormSubject> deputyForm();

  mutable Signal changed;
  mutable FailureSignal failed;

 private:
  friend class DeputyForm;
  struct Loaded;
  std::string departmentName(model::DepartmentId id) const;

  Session& m_session;
  std::vector<model::Person> m_people;
  std::vector<model::Department> m_departments;
  std::vector<model::Deputy> m_deputies;
  std::vector<std::string> m_customers;
  std::vector<model::StandIn> m_standIns;
  std::vector<model::StandIn> m_absentCqes;
  bool m_loading = false;
  std::exception_ptr m_error;
  Lifetime m_alive;
};

}  // namespace octad::viewmodels
