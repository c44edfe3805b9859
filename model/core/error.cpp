#include "model/core/error.hpp"

#include "model/core/catalogue.hpp"

namespace octad::model {

Error::Error(ErrorCode code, Message message, std::string field)
    : m_code(code),
      m_message(std::move(message)),
      m_field(std::move(field)),
      m_what(Catalogue().sentence(m_message)) {}

std::string_view errorCodeKey(ErrorCode code) {
  switch (code) {
    case ErrorCode::conflict:
      return "conflict";
    case ErrorCode::busy:
      return "busy";
    case ErrorCode::connectionLost:
      return "connection";
    case ErrorCode::refused:
      return "refused";
    case ErrorCode::invalid:
      return "invalid";
    case ErrorCode::notFound:
      return "not-found";
  }
  return "invalid";
}

}  // namespace octad::model
