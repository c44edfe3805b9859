#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"

namespace octad::model {

/// What many complaints come from at once.
enum class CampaignKind { launch, fieldAction, recall };

template <>
struct EnumKeys<CampaignKind> {
  static constexpr std::array entries{
      EnumEntry<CampaignKind>{CampaignKind::launch, "launch", tr("Launch")},
      EnumEntry<CampaignKind>{CampaignKind::fieldAction, "field_action", tr("Field action")},
      EnumEntry<CampaignKind>{CampaignKind::recall, "recall", tr("Recall")},
  };
};

/// A launch, field action or recall: its cases may have clocks and a weight of their own. It ends by a day,
/// and stays on record.
struct Campaign {
  CampaignId id;
  CampaignKind kind = CampaignKind::launch;
  std::string name;
  std::string parts;      ///< part numbers or families with commas; empty: any
  std::string customers;  ///< names or codes with commas; empty: any
  Date fromDay;
  std::optional<Date> toDay;  ///< the last day
  std::string clockSet;       ///< set of clocks of the policy; empty: none of its own
  bool counted = true;        ///< false: its cases have the weight 0
  std::optional<int> weight;  ///< in place of the weight of the class
  std::string note;
  PersonId createdBy;
  Instant createdAt;

  static constexpr auto describe() {
    return members(member("id", &Campaign::id), member("kind", &Campaign::kind),
                   member("name", &Campaign::name), member("parts", &Campaign::parts),
                   member("customers", &Campaign::customers), member("from_day", &Campaign::fromDay),
                   member("to_day", &Campaign::toDay), member("clock_set", &Campaign::clockSet),
                   member("counted", &Campaign::counted), member("weight", &Campaign::weight),
                   member("note", &Campaign::note), member("created_by", &Campaign::createdBy),
                   member("created_at", &Campaign::createdAt));
  }

  bool isOn(Date day) const { return fromDay <= day && (!toDay || day <= *toDay); }
};

/// What a campaign is suggested by.
struct CampaignFacts {
  Date noticed;                        ///< day of the notice at the site
  std::vector<std::string> parts;      ///< numbers and families
  std::vector<std::string> customers;  ///< name and code
};

/// Whether a complaint belongs to a campaign by its part, customer and day.
bool fits(const Campaign& campaign, const CampaignFacts& facts);

}  // namespace octad::model
