#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/returns/return_records.hpp"
#include "model/usecases/return_target.hpp"

namespace octad::model {

/// What was counted of one line.
struct CountedLine {
  ReturnLineId lineId;
  long long counted = 0;
  std::string reason;  ///< why it differs from what was announced; needed then

  static constexpr auto describe() {
    return members(member("line_id", &CountedLine::lineId), member("counted", &CountedLine::counted),
                   member("reason", &CountedLine::reason));
  }
};

/// Pieces in the parcel that no line announces: another part of ours, or none of ours.
struct ForeignPieces {
  std::string part;  ///< its number; one that is not known is made
  std::string lot;
  LineNature nature = LineNature::wrongPart;
  long long counted = 0;
  std::string reason;

  static constexpr auto describe() {
    return members(member("part", &ForeignPieces::part), member("lot", &ForeignPieces::lot),
                   member("nature", &ForeignPieces::nature), member("counted", &ForeignPieces::counted),
                   member("reason", &ForeignPieces::reason));
  }
};

/// Goods received and counted against the note (S3-Q10).
struct ReturnReceipt {
  ReturnTarget target;
  std::optional<Date> receivedOn;  ///< today when not given
  std::string noteNumber;          ///< empty: as it was
  std::string location;            ///< where they were put; empty: goods-in
  bool complete = true;            ///< no more will come: what is not there is missing
  std::vector<CountedLine> lines;
  std::vector<ForeignPieces> others;
  std::string noteReason;  ///< why they came with another note than they left with; or the reason of a line

  static constexpr auto describe() {
    return members(
        member("target", &ReturnReceipt::target), member("note_reason", &ReturnReceipt::noteReason),
        member("received_on", &ReturnReceipt::receivedOn), member("note_number", &ReturnReceipt::noteNumber),
        member("location", &ReturnReceipt::location), member("complete", &ReturnReceipt::complete),
        member("lines", &ReturnReceipt::lines), member("others", &ReturnReceipt::others));
  }
};

/// Books what was counted: up to the announcement as received, the rest as surplus or missing.
/// Invalid("lines.0.reason") "120 announced, 118 received: explain the difference";
/// Invalid("note_number") when the goods left with another note and nothing explains it: the head keeps the
/// one, the movements have the other. Invalid("lines.0.counted") "Returned 6 of 5 shipped" (security rows 23,
/// 25) unless a reason is given.
class ReceiveReturn {
 public:
  explicit ReceiveReturn(Workplace workplace) : m_workplace(std::move(workplace)) {}
  ReturnSaved execute(const ReturnReceipt& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
