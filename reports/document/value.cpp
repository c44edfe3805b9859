#include "reports/document/value.hpp"

namespace octad::reports {

Value& Value::set(std::string name, Value value) {
  if (!std::holds_alternative<Map>(m_data)) m_data = Map{};
  std::get<Map>(m_data).insert_or_assign(std::move(name), std::move(value));
  return *this;
}

Value& Value::add(Value item) {
  if (!std::holds_alternative<List>(m_data)) m_data = List{};
  std::get<List>(m_data).push_back(std::move(item));
  return *this;
}

}  // namespace octad::reports
