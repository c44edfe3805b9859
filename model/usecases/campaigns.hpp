#pragma once

#include <string>
#include <vector>

#include "model/cases/campaign.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::model {

/// A launch, field action or recall as it is entered; the name tells it from the others.
struct CampaignInput {
  CampaignKind kind = CampaignKind::launch;
  std::string name;
  std::string parts;            ///< part numbers or families with commas; empty: any
  std::string customers;        ///< names or codes with commas; empty: any
  std::optional<Date> fromDay;  ///< none: today
  std::optional<Date> toDay;
  std::string clockSet;  ///< a set of clocks of the policy in force, of scope campaign
  bool counted = true;
  std::optional<int> weight;
  std::string note;
  std::string requestId;  ///< UUID made when the form opened; done again with it the campaign is made once

  static constexpr auto describe() {
    return members(member("kind", &CampaignInput::kind), member("name", &CampaignInput::name),
                   member("parts", &CampaignInput::parts), member("customers", &CampaignInput::customers),
                   member("from_day", &CampaignInput::fromDay), member("to_day", &CampaignInput::toDay),
                   member("clock_set", &CampaignInput::clockSet), member("counted", &CampaignInput::counted),
                   member("weight", &CampaignInput::weight), member("note", &CampaignInput::note));
  }
};

class AddCampaign {
 public:
  explicit AddCampaign(Workplace workplace) : m_workplace(std::move(workplace)) {}
  /// Invalid(field), Refused("right").
  Campaign execute(const CampaignInput& input);

 private:
  Workplace m_workplace;
};

class EndCampaign {
 public:
  explicit EndCampaign(Workplace workplace) : m_workplace(std::move(workplace)) {}
  /// `lastDay` none: today. NotFound, Invalid("to_day").
  Campaign execute(const std::string& name, std::optional<Date> lastDay);

 private:
  Workplace m_workplace;
};

/// Puts a case into a campaign, or takes it out (an empty name). Clocks and weight are decided anew.
struct CampaignChoice {
  CaseTarget target;
  std::string campaign;
  std::string reason;  ///< needed to take it out or to change it

  static constexpr auto describe() {
    return members(member("target", &CampaignChoice::target), member("campaign", &CampaignChoice::campaign),
                   member("reason", &CampaignChoice::reason));
  }
};

class ChooseCampaign {
 public:
  explicit ChooseCampaign(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const CampaignChoice& input);

 private:
  Workplace m_workplace;
};

/// The campaign of that name, written in any case and width. NotFound names those that are known.
const Campaign& campaignNamed(const std::vector<Campaign>& campaigns, const std::string& name);

}  // namespace octad::model
