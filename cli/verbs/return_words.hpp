#pragma once

#include <optional>
#include <string>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/verb.hpp"
#include "model/ports/return_reader.hpp"
#include "model/usecases/return_target.hpp"

namespace octad::cli {

// What the verbs of returned goods have in common.

/// The return with this number, or RMA number. Throws NotFound.
inline model::ReturnId returnId(Context& context, const std::string& number) {
  const auto id = context.reader().returns().find(number);
  if (!id) throw model::NotFound({model::tr("There is no return {0}."), {number}});
  return *id;
}

/// A return to change, at whatever version it has now unless --version was given.
inline model::ReturnTarget returnTarget(Context& context, const Arguments& arguments) {
  return {returnId(context, arguments.text("RETURN")), context.options().version, {}};
}

inline model::ReturnFile openReturn(Context& context, const Arguments& arguments) {
  return context.reader().returns().open(returnId(context, arguments.text("RETURN")));
}

/// The line of --line; without it the only one there is. Invalid("line").
inline const model::ReturnLine& lineOf(const model::ReturnFile& file, const Arguments& arguments) {
  const auto position = arguments.number("line");
  if (!position && file.lines.size() != 1)
    throw model::Invalid("line", {model::tr("Return {0} has {1} lines: say which one with --line."),
                                  {file.head.number, std::to_string(file.lines.size())}});
  for (const auto& line : file.lines)
    if (!position || line.position == *position) return line;
  throw model::Invalid(
      "line", {model::tr("Return {0} has no line {1}."), {file.head.number, std::to_string(*position)}});
}

/// The value of an option that names one of an enumeration, or what is usual.
template <model::Keyed Enum>
Enum keyedOr(const Arguments& arguments, const char* name, Enum usual) {
  return arguments.has(name) ? keyed<Enum>(arguments, name) : usual;
}

/// "12 awaiting disposition, 6 scrapped" of one line.
inline std::string placesText(Context& context, const model::ReturnBalance& balance) {
  std::string text;
  for (const auto& place : model::EnumKeys<model::ReturnPlace>::entries) {
    const long long pieces = balance.at(place.value);
    if (pieces <= 0) continue;
    text += (text.empty() ? "" : ", ") + context.text(place.label) + " " + std::to_string(pieces);
  }
  return text;
}

/// Says in one line what was done, as Context::done does for cases.
inline void done(Context& context, const model::ReturnSaved& saved, const model::Message& what) {
  context.done({model::ComplaintId(saved.id.value), saved.number, saved.version}, what);
}

}  // namespace octad::cli
