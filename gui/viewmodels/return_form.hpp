#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/cases/case_file.hpp"
#include "model/core/message.hpp"

namespace octad::viewmodels {

/// A returned quantity as it is typed, with its balance (design 4.7).
class ReturnForm {
 public:
  /// Starts from a stored return, or empty for a new one.
  void start(const model::CaseFile& file, const model::ReturnedQuantity* stored, model::Date today);
  const std::string& value(const std::string& field) const;
  void setValue(const std::string& field, const std::string& value);
  /// Something was typed that is not stored.
  bool dirty() const { return m_values != m_started; }

  /// The record; throws Invalid(field) for the first value that cannot be taken.
  model::ReturnedQuantity entry() const;
  /// "118 received = 100 confirmed + 10 … + 8 awaiting"; sentences that do not balance begin with "⚠".
  std::vector<model::Message> balance() const;

 private:
  long long number(const std::string& field) const;  ///< 0 when it cannot be read

  model::ReturnedQuantity m_stored;
  std::map<std::string, std::string> m_values;
  std::map<std::string, std::string> m_started;
};

}  // namespace octad::viewmodels
