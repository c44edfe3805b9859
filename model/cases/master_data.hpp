#pragma once

#include <optional>
#include <string>

#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"

namespace octad::model {

/// Functional or appearance decides the threshold table (S3-D11…D19); other is treated as appearance (X-1e).
enum class DefectKind { functional, appearance, other };

template <>
struct EnumKeys<DefectKind> {
  static constexpr std::array entries{
      EnumEntry<DefectKind>{DefectKind::functional, "functional", tr("Functional defect")},
      EnumEntry<DefectKind>{DefectKind::appearance, "appearance", tr("Appearance defect")},
      EnumEntry<DefectKind>{DefectKind::other, "other", tr("Other defect")},
  };
};

/// What makes a customer a special one (S1-52); shown in the head of their cases, never on what they read.
enum class SpecialStatus { keyAccount, watched, controlled1, controlled2, newBusinessHold };

template <>
struct EnumKeys<SpecialStatus> {
  static constexpr std::array entries{
      EnumEntry<SpecialStatus>{SpecialStatus::keyAccount, "key_account", tr("Key account")},
      EnumEntry<SpecialStatus>{SpecialStatus::watched, "watched", tr("Escalated to our management")},
      EnumEntry<SpecialStatus>{SpecialStatus::controlled1, "cs1", tr("Controlled shipping CS1")},
      EnumEntry<SpecialStatus>{SpecialStatus::controlled2, "cs2", tr("Controlled shipping CS2")},
      EnumEntry<SpecialStatus>{SpecialStatus::newBusinessHold, "new_business_hold", tr("New business hold")},
  };
};

struct Customer {
  CustomerId id;
  std::string code;
  std::string name;
  std::string address;
  std::optional<long long> ppmTarget;  ///< monthly target agreed with the customer, parts per million
  bool active = true;
  std::string clockSet = {};       ///< set of clocks agreed with the customer; empty: none
  std::string specialStatus = {};  ///< keys of SpecialStatus with commas: "key_account,cs1"

  static constexpr auto describe() {
    return members(member("id", &Customer::id), member("code", &Customer::code),
                   member("name", &Customer::name), member("address", &Customer::address),
                   member("ppm_target", &Customer::ppmTarget), member("active", &Customer::active),
                   member("clock_set", &Customer::clockSet),
                   member("special_status", &Customer::specialStatus));
  }
};

struct Part {
  PartId id;
  std::string number;
  std::string name;
  std::string family;
  bool safetyRelevant = false;
  bool active = true;

  static constexpr auto describe() {
    return members(member("id", &Part::id), member("number", &Part::number), member("name", &Part::name),
                   member("family", &Part::family), member("safety_relevant", &Part::safetyRelevant),
                   member("active", &Part::active));
  }
};

/// One entry of the defect catalogue (不良现象).
struct Defect {
  DefectId id;
  std::string name;
  std::string nameEn;
  DefectKind kind = DefectKind::functional;
  bool active = true;

  static constexpr auto describe() {
    return members(member("id", &Defect::id), member("name", &Defect::name),
                   member("name_en", &Defect::nameEn), member("kind", &Defect::kind),
                   member("active", &Defect::active));
  }
};

/// Delivered pieces of a part to a customer in a month, for PPM and defect rates.
struct Shipment {
  RowId id;
  CustomerId customerId;
  PartId partId;
  std::string month;  ///< YYYY-MM
  long long quantity = 0;

  static constexpr auto describe() {
    return members(member("id", &Shipment::id), member("customer_id", &Shipment::customerId),
                   member("part_id", &Shipment::partId), member("month", &Shipment::month),
                   member("quantity", &Shipment::quantity));
  }
};

enum class DayKind { holiday, workday };

template <>
struct EnumKeys<DayKind> {
  static constexpr std::array entries{
      EnumEntry<DayKind>{DayKind::holiday, "holiday", tr("Holiday")},
      EnumEntry<DayKind>{DayKind::workday, "workday", tr("Make-up workday")},
  };
};

/// A day that differs from Monday-Friday work.
struct CalendarDay {
  RowId id;
  Date day;
  DayKind kind = DayKind::holiday;
  std::string name;

  static constexpr auto describe() {
    return members(member("id", &CalendarDay::id), member("day", &CalendarDay::day),
                   member("kind", &CalendarDay::kind), member("name", &CalendarDay::name));
  }
};

}  // namespace octad::model
