#include "model/usecases/campaigns.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/policy/classification.hpp"
#include "model/policy/clock_choice.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/case_change.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"
#include "model/usecases/clock_sets.hpp"
#include "model/usecases/site.hpp"

namespace octad::model {

namespace {

constexpr std::size_t kListLength = 1'000;
constexpr int kMaxWeight = 100;

void requireMayRun(const Actor& actor) {
  if (!may(actor, Right::handleComplaint) && !may(actor, Right::administer))
    throw Refused("right", {tr("{0} may not change campaigns. Ask a CQE, the quality manager or the "
                               "administrator."),
                            {actor.name}});
}

Campaign cleanCampaign(const CampaignInput& input, const Site& site, Date today) {
  Campaign campaign;
  campaign.kind = input.kind;
  campaign.name = cleanLine(input.name, "name", kNameLength);
  campaign.parts = cleanLine(input.parts, "parts", kListLength, false);
  campaign.customers = cleanLine(input.customers, "customers", kListLength, false);
  campaign.fromDay = input.fromDay.value_or(today);
  requireDay(campaign.fromDay, "from_day");
  campaign.toDay = input.toDay;
  if (campaign.toDay) requireDay(*campaign.toDay, "to_day");
  if (campaign.toDay && *campaign.toDay < campaign.fromDay)
    throw Invalid("to_day", tr("The campaign ends before it begins. Enter a later last day."));
  campaign.clockSet = requireClockSet(site.active, ClockScope::campaign, input.clockSet);
  campaign.counted = input.counted;
  campaign.weight = input.weight;
  if (input.weight && (*input.weight < 0 || *input.weight > kMaxWeight))
    throw Invalid("weight", {tr("The weight is from 0 to {0}."), {std::to_string(kMaxWeight)}});
  if (input.weight && !input.counted)
    throw Invalid("weight", tr("What is not counted has no weight: leave the weight out, or count it."));
  campaign.note = cleanText(input.note, "note");
  return campaign;
}

/// A case is in the campaign or in none; what follows from it is decided anew.
void choose(CaseEdit& edit, const CampaignChoice& input, const std::vector<Campaign>& campaigns) {
  Complaint& head = edit.file.complaint;
  std::optional<CampaignId> wanted;
  if (!input.campaign.empty()) wanted = campaignNamed(campaigns, input.campaign).id;
  if (wanted == head.campaignId)
    throw Refused("campaign",
                  wanted ? tr("The case is in this campaign already.") : tr("The case is in no campaign."));
  if (head.campaignId) requireReason(input.reason);
  head.campaignId = wanted;
  edit.file.campaigns.clear();
  if (wanted) edit.file.campaigns.push_back(campaignNamed(campaigns, input.campaign));
  head.weight = weightOf(edit.file, edit.policy);
}

}  // namespace

Campaign AddCampaign::execute(const CampaignInput& input) {
  requireMayRun(m_workplace.actor);
  auto& reader = m_workplace.store.reader();
  const Instant now = m_workplace.clock.now();
  const Site site = readSite(reader, now);
  Campaign campaign = cleanCampaign(input, site, site.calendar.zone().date(now));
  const auto unit = m_workplace.store.begin(
      {m_workplace.actor, "campaign", {}, now, input.requestId, fingerprint(input)});
  if (const auto done = unit->replayed()) {
    campaign.id = CampaignId(std::stoll(*done));
    return campaign;
  }
  for (const auto& known : reader.campaigns())
    if (foldText(known.name) == foldText(campaign.name))
      throw Invalid("name", tr("There is a campaign with this name already."));
  campaign.createdBy = m_workplace.actor.id;
  campaign.createdAt = now;
  insertRecord(*unit, campaign);
  unit->commit(std::to_string(campaign.id.value));
  return campaign;
}

Campaign EndCampaign::execute(const std::string& name, std::optional<Date> lastDay) {
  requireMayRun(m_workplace.actor);
  auto& reader = m_workplace.store.reader();
  const Instant now = m_workplace.clock.now();
  Campaign campaign = campaignNamed(reader.campaigns(), name);
  campaign.toDay = lastDay.value_or(siteZone(reader).date(now));
  requireDay(*campaign.toDay, "to_day");
  if (*campaign.toDay < campaign.fromDay)
    throw Invalid("to_day", tr("The campaign ends before it begins. Enter a later last day."));
  const auto unit = m_workplace.store.begin({m_workplace.actor, "campaign", {}, now, {}, {}});
  updateRecord(*unit, campaign);
  unit->commit({});
  return campaign;
}

Saved ChooseCampaign::execute(const CampaignChoice& input) {
  requireRight(m_workplace.actor, Right::handleComplaint);
  const auto campaigns = m_workplace.store.reader().campaigns();
  const CaseChange change{m_workplace,  "campaign",   Right::handleComplaint,
                          input.target, input.reason, fingerprint(input)};
  return changeCase(change, [&](CaseEdit& edit) { choose(edit, input, campaigns); });
}

const Campaign& campaignNamed(const std::vector<Campaign>& campaigns, const std::string& name) {
  std::string known;
  for (const auto& campaign : campaigns) {
    if (foldText(campaign.name) == foldText(name)) return campaign;
    known += (known.empty() ? "" : ", ") + campaign.name;
  }
  throw Invalid("campaign", {tr("There is no campaign \"{0}\". Known are: {1}."),
                             {name, known.empty() ? std::string("–") : known}});
}

}  // namespace octad::model
