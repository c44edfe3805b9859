#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "model/core/zone.hpp"
#include "model/ports/return_rows.hpp"
#include "model/usecases/return_target.hpp"

namespace octad::model {

/// How every change of one return runs: right checked, request recognised, return locked and read, `edit`
/// applied, derived columns brought up to date, committed. Private to the use cases.
struct ReturnChange {
  Workplace& workplace;
  std::string useCase;
  Right right = Right::recordReturn;
  ReturnTarget target;
  std::string reason;
  std::string fingerprint;
  bool openOnly = true;                ///< Refused("return-closed") on ended returns
  std::optional<ReturnId> together{};  ///< another return to lock with it, the lower key first
};

/// What `edit` works with.
struct ReturnEdit {
  UnitOfWork& unit;
  ReturnFile& file;
  ReturnFile* together = nullptr;
  Instant now;
  const Actor& actor;
  Date today;  ///< of `now` at the site
  std::string requestId;
  int booked = 0;                     ///< movements of this request so far
  std::string extra;                  ///< kept behind the result of the request
  std::string dayField = "moved_on";  ///< what the form calls the day of its movements
};

ReturnSaved changeReturn(const ReturnChange& change, const std::function<void(ReturnEdit&)>& edit,
                         std::string* extra = nullptr);

/// Pieces in the place, with the finding, disposition and location, that a movement takes them from.
long long piecesAtSource(const ReturnFile& file, const ReturnMovement& movement);

/// Invalid(edit.dayField) naming both days when the movement is before the announcement, the pieces came
/// before they left, or they were not at the source yet on the day of the movement.
void requireDayThere(const ReturnEdit& edit, const ReturnFile& file, const ReturnMovement& movement);

/// Books a movement of `file` (the return or the one locked with it): who, when and key are filled in.
/// Refused("balance") names quantity and place when the source has fewer pieces; the day is checked as by
/// requireDayThere.
void book(ReturnEdit& edit, ReturnFile& file, ReturnMovement movement);

/// Stores a new line at the end of the return and gives it.
ReturnLine& addLine(ReturnEdit& edit, ReturnFile& file, ReturnLine line);

/// Brings the derived columns up to date and writes the head.
void writeReturn(UnitOfWork& unit, ReturnFile& file);

/// 1 … 10,000,000 pieces; Invalid(field) otherwise.
void requirePieces(long long quantity, std::string_view field);
/// Some words, not only dots and blanks; Invalid(field) otherwise.
std::string requireWords(std::string_view text, std::string_view field, const char* sentence);
/// The day given, or today; not later than today.
Date dayOr(const std::optional<Date>& day, Date today, std::string_view field);

/// Refused("closed") when the line's case is closed and the return was not handed on.
void requireOpenCaseOf(const ReturnFile& file, const ReturnLine& line);
/// Invalid(field) "Returned 6 of 5 shipped" when more of the item comes back than was delivered, all returns
/// together, and no reason explains it (security rows 23, 25).
void requireDelivered(const ReturnFile& file, const ReturnLine& line, long long received,
                      const std::string& reason, std::string_view field);

}  // namespace octad::model
