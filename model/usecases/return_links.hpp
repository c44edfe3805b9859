#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "model/cases/case_file.hpp"
#include "model/returns/return_records.hpp"

namespace octad::model {

class Reader;

/// A case and its item as a line of a return names them; read before anything is locked. Private to the use
/// cases.
struct LinkedCase {
  CaseFile file;
  const ComplaintItem* item = nullptr;  ///< of `file`
};

/// The open case of that number and its item: by position, or (0) the one with `part`. Invalid(prefix +
/// "case") for an unknown number or a case without an item of the part, Invalid(prefix + "item"),
/// Refused("closed").
std::unique_ptr<LinkedCase> readLinkedCase(Reader& reader, const std::string& number, int item,
                                           std::string_view part, std::string_view prefix);

/// The known part of that number; Invalid(field).
Part findPart(Reader& reader, std::string_view number, std::string_view field);
/// The active person with that login or name; Invalid(field).
Person findPerson(Reader& reader, std::string_view text, std::string_view field);

}  // namespace octad::model
