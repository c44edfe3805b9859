#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/returns/goods_return.hpp"
#include "model/returns/return_records.hpp"
#include "model/usecases/return_target.hpp"

namespace octad::model {

/// Pieces of one part and lot that come back.
struct NewReturnLine {
  std::string part;  ///< number of a known part
  std::string lot;
  std::string failure;
  std::string caseNumber;  ///< the case they belong to; empty: none
  int item = 0;            ///< position of its item; 0: the one with this part
  SampleId sampleId;       ///< a sample of that case that becomes this line
  LineNature nature = LineNature::asAnnounced;
  long long quantity = 0;

  static constexpr auto describe() {
    return members(member("part", &NewReturnLine::part), member("lot", &NewReturnLine::lot),
                   member("failure", &NewReturnLine::failure), member("case", &NewReturnLine::caseNumber),
                   member("item", &NewReturnLine::item), member("sample_id", &NewReturnLine::sampleId),
                   member("nature", &NewReturnLine::nature), member("quantity", &NewReturnLine::quantity));
  }
};

/// Goods that a customer announces, or that came without a word (`blind`: the quantities are received then).
struct NewReturn {
  std::string uuid;      ///< request id and chain of the return; made here when empty
  std::string customer;  ///< name or code; empty: that of the first line's case
  ReturnKind kind = ReturnKind::lineReject;
  bool blind = false;
  std::string withoutCase;  ///< why there is no complaint behind it; needed when no line has a case
  Treatment treatment = Treatment::analysis;
  std::string customerRef;
  std::optional<Date> announcedOn;  ///< blind: the day they came; today when not given
  std::optional<Date> expectedOn;
  std::optional<Date> replacementDueOn;
  std::string carrier;
  std::string noteNumber;
  std::string location;  ///< blind: where the pieces were put; empty: goods-in
  std::string remarks;
  std::vector<NewReturnLine> lines;

  static constexpr auto describe() {
    return members(
        member("uuid", &NewReturn::uuid), member("customer", &NewReturn::customer),
        member("kind", &NewReturn::kind), member("blind", &NewReturn::blind),
        member("without_case", &NewReturn::withoutCase), member("treatment", &NewReturn::treatment),
        member("customer_ref", &NewReturn::customerRef), member("announced_on", &NewReturn::announcedOn),
        member("expected_on", &NewReturn::expectedOn),
        member("replacement_due_on", &NewReturn::replacementDueOn), member("carrier", &NewReturn::carrier),
        member("note_number", &NewReturn::noteNumber), member("location", &NewReturn::location),
        member("remarks", &NewReturn::remarks), member("lines", &NewReturn::lines));
  }
};

/// Registers a return (S3-D24, S3-Q8). Invalid names the field, "lines.0.quantity" for a line;
/// Refused("closed") for a case that is closed: late goods of a closed case are a return with a reason, or
/// the case is reopened.
class AnnounceReturn {
 public:
  explicit AnnounceReturn(Workplace workplace) : m_workplace(std::move(workplace)) {}
  ReturnSaved execute(const NewReturn& input);

 private:
  Workplace m_workplace;
};

/// One more line of an announced return. A line of a sample is in quarantine at once.
struct AddedLine {
  ReturnTarget target;
  NewReturnLine line;

  static constexpr auto describe() {
    return members(member("target", &AddedLine::target), member("line", &AddedLine::line));
  }
};

class AddReturnLine {
 public:
  explicit AddReturnLine(Workplace workplace) : m_workplace(std::move(workplace)) {}
  ReturnSaved execute(const AddedLine& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
