#include "gui/viewmodels/customers_place.hpp"

#include <algorithm>
#include <limits>

#include "gui/viewmodels/executor.hpp"
#include "gui/viewmodels/form_values.hpp"
#include "model/access/deputies.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/campaigns.hpp"
#include "model/usecases/clock_sets.hpp"
#include "model/usecases/site.hpp"

namespace octad::viewmodels {

using model::Campaign;
using model::Customer;
using model::Message;
using model::tr;
using model::Workplace;

struct CustomersPlaceViewModel::Loaded {
  std::vector<Campaign> campaigns;
  std::vector<Customer> customers;
  std::vector<model::ClockSet> sets;
};

CustomersPlaceViewModel::CustomersPlaceViewModel(Session& session) : m_session(session) {}

void CustomersPlaceViewModel::load() {
  m_loading = true;
  m_error = nullptr;
  m_reads.renew();
  changed();
  inBackground(
      m_session.executor, m_reads,
      [store = m_session.store, now = m_session.clock.now()] {
        auto& reader = store->reader();
        return Loaded{reader.campaigns(), reader.customers({}, std::numeric_limits<int>::max()),
                      model::readSite(reader, now).active.clockSets};
      },
      [this](Loaded loaded) {
        m_loading = false;
        m_campaigns = std::move(loaded.campaigns);
        m_customers = std::move(loaded.customers);
        m_sets = std::move(loaded.sets);
        changed();
      },
      [this](const std::exception_ptr& error) {
        m_loading = false;
        m_error = error;
        changed();
        failed(error);
      });
}

std::string CustomersPlaceViewModel::cell(long row, CampaignColumn column) const {
  const Campaign& campaign = m_campaigns.at(static_cast<std::size_t>(row));
  const auto& text = m_session.translator;
  switch (column) {
    case CampaignColumn::name:
      return campaign.name;
    case CampaignColumn::kind:
      return text.label(campaign.kind);
    case CampaignColumn::from:
      return campaign.fromDay.iso();
    case CampaignColumn::to:
      return campaign.toDay ? campaign.toDay->iso() : std::string();
    case CampaignColumn::parts:
      return campaign.parts;
    case CampaignColumn::customers:
      return campaign.customers;
    case CampaignColumn::clocks:
      return campaign.clockSet;
    case CampaignColumn::counting:
      if (!campaign.counted) return text(tr("not counted"));
      return campaign.weight ? text(Message(tr("weight {0}"), {std::to_string(*campaign.weight)}))
                             : std::string();
  }
  return {};
}

model::CaseFilter CustomersPlaceViewModel::casesOf(long row) const {
  model::CaseFilter filter;
  filter.campaignId = m_campaigns.at(static_cast<std::size_t>(row)).id;
  filter.now = m_session.clock.now();
  return filter;
}

bool CustomersPlaceViewModel::isOver(long row) const {
  const auto& last = m_campaigns.at(static_cast<std::size_t>(row)).toDay;
  return last && *last < today();
}

std::string CustomersPlaceViewModel::cell(long row, CustomerColumn column) const {
  const Customer& customer = m_customers.at(static_cast<std::size_t>(row));
  switch (column) {
    case CustomerColumn::code:
      return customer.code;
    case CustomerColumn::name:
      return customer.name;
    case CustomerColumn::clocks:
      return customer.clockSet;
    case CustomerColumn::status: {
      std::string words;
      for (const char* label : model::specialStatusLabels(customer.specialStatus))
        words += (words.empty() ? "" : ", ") + m_session.translator(label);
      return words;
    }
  }
  return {};
}

model::Date CustomersPlaceViewModel::today() const {
  return m_session.zone.date(m_session.clock.now());
}

std::optional<Message> CustomersPlaceViewModel::whyNoCampaign() const {
  if (m_session.may(model::Right::handleComplaint) || m_session.may(model::Right::administer))
    return std::nullopt;
  return Message{tr("Campaigns are changed by a CQE, the quality manager or an administrator.")};
}

std::optional<Message> CustomersPlaceViewModel::whyNotEnd(long row) const {
  if (const auto why = whyNoCampaign()) return why;
  if (row < 0 || row >= campaignCount()) return Message{tr("Choose a campaign first.")};
  if (isOver(row)) return Message{tr("The campaign is over.")};
  return std::nullopt;
}

std::optional<Message> CustomersPlaceViewModel::whyNoProfile() const {
  if (model::mayEntrust(m_session.actor)) return std::nullopt;
  return Message{tr("Customers are changed by the quality manager or an administrator.")};
}

std::vector<FieldChoice> CustomersPlaceViewModel::setChoices(model::ClockScope scope) const {
  std::vector<FieldChoice> choices{{"", tr("none of its own"), true}};
  for (const auto& set : m_sets)
    if (set.scope == scope) choices.push_back({set.name, set.name, false});
  return choices;
}

CustomersForm CustomersPlaceViewModel::addForm() const {
  CustomersForm form;
  form.title = {tr("New campaign")};
  form.okLabel = tr("Add the campaign");
  form.fields = {
      {"name", tr("Name"), FormFieldKind::line, {}},
      {"kind", tr("Kind"), FormFieldKind::choice, "launch", choicesOf<model::CampaignKind>(), true},
      {"parts", tr("Part numbers or families, with commas (empty: any)"), FormFieldKind::line, {}},
      {"customers", tr("Customers, with commas (empty: any)"), FormFieldKind::line, {}},
      {"from_day", tr("First day"), FormFieldKind::date, today().iso()},
      {"to_day", tr("Last day (empty: open)"), FormFieldKind::date, {}, {}, true},
      {"clock_set", tr("Set of clocks"), FormFieldKind::choice, "", setChoices(model::ClockScope::campaign)},
      {"counting",
       tr("Counting"),
       FormFieldKind::choice,
       "class",
       {{"class", tr("by the class"), true},
        {"none", tr("not counted"), true},
        {"own", tr("own weight"), true}},
       true},
      {"weight", tr("Weight"), FormFieldKind::quantity, {}, {}, true},
      {"note", tr("Note"), FormFieldKind::text, {}}};
  form.execute = [](Workplace workplace, const std::string& requestId, const FormValues& typed) {
    model::CampaignInput input;
    input.name = at(typed, "name");
    input.kind = chosen(typed, "kind", model::CampaignKind::launch);
    input.parts = at(typed, "parts");
    input.customers = at(typed, "customers");
    input.fromDay = requiredDay(typed, "from_day");
    input.toDay = parseDay(at(typed, "to_day"), "to_day");
    input.clockSet = at(typed, "clock_set");
    input.counted = at(typed, "counting") != "none";
    if (at(typed, "counting") == "own") input.weight = static_cast<int>(quantity(typed, "weight"));
    input.note = at(typed, "note");
    input.requestId = requestId;
    return model::AddCampaign(std::move(workplace)).execute(input).name;
  };
  form.whyNot = [](const CustomersPlaceViewModel& now) { return now.whyNoCampaign(); };
  return form;
}

CustomersForm CustomersPlaceViewModel::endForm(long row) const {
  const std::string name = m_campaigns.at(static_cast<std::size_t>(row)).name;
  CustomersForm form;
  form.title = {tr("End the campaign {0}"), {name}};
  form.okLabel = tr("End the campaign");
  form.notes.push_back({tr("Its cases stay in it. New complaints are no longer suggested for it.")});
  form.fields = {{"to_day", tr("Last day"), FormFieldKind::date, today().iso()}};
  form.execute = [name](Workplace workplace, const std::string&, const FormValues& typed) {
    return model::EndCampaign(std::move(workplace)).execute(name, requiredDay(typed, "to_day")).name;
  };
  form.whyNot = [](const CustomersPlaceViewModel& now) { return now.whyNoCampaign(); };
  return form;
}

CustomersForm CustomersPlaceViewModel::profileForm(long row) const {
  const Customer& customer = m_customers.at(static_cast<std::size_t>(row));
  CustomersForm form;
  form.title = {tr("Clocks and status of {0}"), {customer.name}};
  form.okLabel = tr("Save");
  form.notes.push_back(
      {tr("Open cases take other clocks at their next change. The customer never reads the "
          "status.")});
  auto sets = setChoices(model::ClockScope::customer);
  const bool known = std::any_of(sets.begin(), sets.end(),
                                 [&](const FieldChoice& set) { return set.key == customer.clockSet; });
  if (!known) sets.push_back({customer.clockSet, customer.clockSet, false});
  form.fields = {
      {"clock_set", tr("Set of clocks"), FormFieldKind::choice, customer.clockSet, std::move(sets)}};
  for (const auto& entry : model::EnumKeys<model::SpecialStatus>::entries) {
    const bool has =
        ("," + customer.specialStatus + ",").find("," + std::string(entry.key) + ",") != std::string::npos;
    form.fields.push_back({std::string(entry.key), entry.label, FormFieldKind::check, has ? "1" : ""});
  }
  form.execute = [name = customer.name](Workplace workplace, const std::string&, const FormValues& typed) {
    std::string status;
    for (const auto& entry : model::EnumKeys<model::SpecialStatus>::entries)
      if (at(typed, std::string(entry.key)) == "1")
        status += (status.empty() ? "" : ",") + std::string(entry.key);
    return model::SetCustomerProfile(std::move(workplace))
        .execute({name, at(typed, "clock_set"), status})
        .name;
  };
  form.whyNot = [](const CustomersPlaceViewModel& now) { return now.whyNoProfile(); };
  return form;
}

void CustomersPlaceViewModel::run(const std::string& requestId,
                                  std::function<std::string(Workplace, const std::string&)> change,
                                  std::function<void(const std::string&)> saved,
                                  std::function<void(std::exception_ptr)> refused) {
  inBackground(
      m_session.executor, m_reads,
      [store = m_session.store, &clock = m_session.clock, actor = m_session.actor, requestId,
       change = std::move(change)] {
        return change(Workplace{*store, clock, actor}, requestId);
      },
      [this, saved = std::move(saved)](const std::string& name) {
        saved(name);
        load();
      },
      std::move(refused));
}

}  // namespace octad::viewmodels
