#pragma once

#include <exception>
#include <string>

#include "model/core/message.hpp"

namespace octad::model {

/// What went wrong, for exit codes and JSON answers.
enum class ErrorCode { conflict, busy, connectionLost, refused, invalid, notFound };

/// Every error that reaches a user: one sentence that says what to do.
class Error : public std::exception {
 public:
  Error(ErrorCode code, Message message, std::string field = {});

  ErrorCode code() const { return m_code; }
  const Message& message() const { return m_message; }
  /// The field the sentence is about; empty when it is about no single field.
  const std::string& field() const { return m_field; }
  /// The sentence in English, for logs and tests.
  const char* what() const noexcept override { return m_what.c_str(); }

 private:
  ErrorCode m_code;
  Message m_message;
  std::string m_field;
  std::string m_what;
};

/// Somebody else changed the record since it was read.
class Conflict : public Error {
 public:
  explicit Conflict(Message message) : Error(ErrorCode::conflict, std::move(message)) {}
};

/// The database is locked by another program for longer than we wait.
class Busy : public Error {
 public:
  explicit Busy(Message message) : Error(ErrorCode::busy, std::move(message)) {}
};

/// The database cannot be reached, or the connection broke.
class ConnectionLost : public Error {
 public:
  explicit ConnectionLost(Message message) : Error(ErrorCode::connectionLost, std::move(message)) {}
};

/// A business rule says no. `rule` is its key, e.g. "transition", "gate", "closed", "request-reused".
class Refused : public Error {
 public:
  Refused(std::string rule, Message message)
      : Error(ErrorCode::refused, std::move(message)), m_rule(std::move(rule)) {}
  const std::string& rule() const { return m_rule; }

 private:
  std::string m_rule;
};

/// A value that cannot be taken; `field` names it as in JSON and on the form.
class Invalid : public Error {
 public:
  Invalid(std::string field, Message message)
      : Error(ErrorCode::invalid, std::move(message), std::move(field)) {}
};

/// No such record, or none that this person may see.
class NotFound : public Error {
 public:
  explicit NotFound(Message message) : Error(ErrorCode::notFound, std::move(message)) {}
};

/// The key of a code as printed by octadctl --json: "conflict", "busy", "connection", "refused", "invalid",
/// "not-found".
std::string_view errorCodeKey(ErrorCode code);

}  // namespace octad::model
