#include "demo/demonstration.hpp"

#include <array>

#include "demo/goods_teller.hpp"
#include "demo/teller.hpp"

namespace octad::demo {

using model::Role;
using model::tr;

namespace {

struct DemoCustomer {
  const char* code;
  const char* name;
  bool english;
  long long ppmTarget;
};

constexpr std::array kCustomers{
    DemoCustomer{"NWA", "Nordwind Automotive (Suzhou)", true, 200},
    DemoCustomer{"XHZ", "星河终端有限公司", false, 500},
    DemoCustomer{"JHQ", "江海汽车有限公司", false, 150},
    DemoCustomer{"MUE", "Müller Elektronik GmbH", true, 300},
    DemoCustomer{"LWC", "蓝湾储能科技", false, 800},
    DemoCustomer{"TEU", "Teutonia Brakes AG", true, 50},
    DemoCustomer{"QHT", "青禾通讯技术有限公司", false, 500},
    DemoCustomer{"BCX", "北辰新能源股份有限公司", false, 600},
};

struct DemoPart {
  const char* number;
  const char* name;
  const char* family;
};

constexpr std::array kParts{
    DemoPart{"PSU-12V-2A", "12V2A 适配器", "PSU"},  DemoPart{"HSG-AL-220", "铝合金外壳", "HSG"},
    DemoPart{"PCBA-7731-B", "主控板 PCBA", "PCBA"}, DemoPart{"CBL-USBC-1M", "USB-C 线材 1m", "CBL"},
    DemoPart{"FAN-8025-PW", "8025 风扇", "FAN"},    DemoPart{"KEY-4X4-RT", "硅胶按键", "KEY"},
    DemoPart{"LED-DRV-40W", "40W LED 驱动", "LED"},
};

struct DemoPerson {
  const char* login;
  const char* name;
  const char* department;
  std::vector<Role> roles;
};

/// Holidays and make-up workdays of China in 2026 (State Council notice of 2025-11-04); first and last day of
/// each run.
struct Holiday {
  const char* first;
  const char* last;
  model::DayKind kind;
  const char* name;
};

constexpr std::array kCalendar{
    Holiday{"2026-01-01", "2026-01-03", model::DayKind::holiday, "元旦"},
    Holiday{"2026-01-04", "2026-01-04", model::DayKind::workday, "元旦"},
    Holiday{"2026-02-15", "2026-02-23", model::DayKind::holiday, "春节"},
    Holiday{"2026-02-14", "2026-02-14", model::DayKind::workday, "春节"},
    Holiday{"2026-02-28", "2026-02-28", model::DayKind::workday, "春节"},
    Holiday{"2026-04-04", "2026-04-06", model::DayKind::holiday, "清明节"},
    Holiday{"2026-05-01", "2026-05-05", model::DayKind::holiday, "劳动节"},
    Holiday{"2026-05-09", "2026-05-09", model::DayKind::workday, "劳动节"},
    Holiday{"2026-06-19", "2026-06-21", model::DayKind::holiday, "端午节"},
    Holiday{"2026-09-25", "2026-09-27", model::DayKind::holiday, "中秋节"},
    Holiday{"2026-10-01", "2026-10-07", model::DayKind::holiday, "国庆节"},
    Holiday{"2026-09-20", "2026-09-20", model::DayKind::workday, "国庆节"},
    Holiday{"2026-10-10", "2026-10-10", model::DayKind::workday, "国庆节"},
};

model::SiteSetup factory(model::SiteSetup site, const std::string& login) {
  site.company = "远图电子科技有限公司";
  site.companyEn = "Yuantu Electronics Co., Ltd.";
  site.departments.push_back({{}, "S-HX", "华星线缆 (供应商)", "Huaxing Cables", true, true});
  for (const auto& known : kCustomers) {
    model::Customer customer;
    customer.code = known.code;
    customer.name = known.name;
    customer.ppmTarget = known.ppmTarget;
    site.customers.push_back(customer);
  }
  for (const auto& known : kParts) {
    model::Part part;
    part.number = known.number;
    part.name = known.name;
    part.family = known.family;
    part.safetyRelevant = part.number == "PCBA-7731-B";
    site.parts.push_back(part);
  }
  for (const Story& story : stories()) {
    model::Defect defect;
    defect.name = story.failure;
    defect.nameEn = story.failureEn;
    defect.kind = story.kind;
    site.defects.push_back(defect);
  }
  for (const Holiday& run : kCalendar)
    for (auto day = *model::Date::parse(run.first); day <= *model::Date::parse(run.last);
         day = day.plusDays(1))
      site.calendar.push_back({{}, day, run.kind, run.name});
  site.people.front().name = "王芳";
  site.people.front().roles = {Role::registrar, Role::cqe, Role::administrator};
  const std::array<DemoPerson, 11> people{{{"chen", "陈伟", "CQE", {Role::cqe, Role::manager}},
                                           {"anna", "Anna Schmidt", "CQE", {Role::cqe}},
                                           {"liu", "刘洋", "TE", {Role::member, Role::head}},
                                           {"zhao", "赵敏", "PIE", {Role::member, Role::head}},
                                           {"li", "李工", "RD", {Role::member, Role::head}},
                                           {"sun", "孙工", "SQE", {Role::member, Role::head}},
                                           {"zhou", "周敏", "PROD", {Role::checker}},
                                           {"ma", "马琳", "MKT", {Role::registrar}},
                                           {"he", "何静", "WH", {Role::warehouse}},
                                           {"fang", "方敏", "", {Role::finance}},
                                           {"auditor", "Auditor", "CQE", {Role::auditor}}}};
  for (const DemoPerson& known : people) {
    if (known.login == login) continue;
    model::Person person;
    person.login = known.login;
    person.name = known.name;
    person.roles = known.roles;
    for (const auto& department : site.departments)
      if (department.code == known.department) person.departmentId = department.id;
    site.people.push_back(person);
  }
  return site;
}

/// What the recent cases show, newest first, so that every state is there to be looked at.
constexpr std::array kRecent{
    Stage::registered,  Stage::registered,    Stage::contained,   Stage::asked,       Stage::answered,
    Stage::registered,  Stage::asked,         Stage::rejected,    Stage::contained,   Stage::notOurs,
    Stage::answered,    Stage::asked,         Stage::rootCause,   Stage::planned,     Stage::rejected,
    Stage::cancelled,   Stage::planned,       Stage::asked,       Stage::implemented, Stage::rootCause,
    Stage::implemented, Stage::answered,      Stage::planned,     Stage::ineffective, Stage::replied,
    Stage::notOurs,     Stage::closingReview, Stage::implemented, Stage::replied,     Stage::reopened,
};

constexpr int kCases = 80;
constexpr int kDays = 14 * 30;

/// Newest first: i = 0 came in yesterday, the last one 14 months ago; the last weeks are denser. In working
/// hours.
model::Instant receivedOf(int i, model::Instant now, const model::Zone& zone) {
  const double share = static_cast<double>(i) / (kCases - 1);
  const auto days = 1 + static_cast<int>((share * 0.35 + share * share * 0.65) * kDays);
  return zone.instant({zone.date(now).plusDays(-days), 8 + i % 9, i * 17 % 60, 0});
}

/// Defective pieces that give all three classes, and now and then a boundary.
long long defectiveOf(int i) {
  constexpr std::array<long long, 10> kPieces{18, 6, 3, 32, 12, 5, 45, 8, 2, 15};
  return kPieces[static_cast<std::size_t>(i) % kPieces.size()];
}

Telling tellingOf(int i, model::Instant now, const model::Zone& zone) {
  const auto& all = stories();
  const auto& customer = kCustomers[static_cast<std::size_t>(i * 5 + i / 8) % kCustomers.size()];
  Telling telling;
  telling.story = &all[static_cast<std::size_t>(i * 3 + i / 9) % all.size()];
  telling.customer = customer.name;
  telling.english = customer.english;
  telling.seed = static_cast<unsigned>(i + 1);
  telling.lot = "L" + std::to_string(2600 + (i * 7) % 48) + static_cast<char>('A' + i % 3);
  telling.defective = defectiveOf(i);
  telling.delivered = i % 4 == 3 ? 3000 : 500 + i % 5 * 120;
  telling.receivedAt = receivedOf(i, now, zone);
  telling.stage =
      static_cast<std::size_t>(i) < kRecent.size() ? kRecent[static_cast<std::size_t>(i)] : Stage::closed;
  telling.rejectedOnce = i % 4 == 1;
  telling.ineffectiveOnce = i % 11 == 5;
  return telling;
}

}  // namespace

void makeDemonstration(model::Store& store, const model::SiteSetup& site, const std::string& login,
                       model::Instant now, model::Progress* progress) {
  MovedClock clock;
  clock.move(now);
  const model::Actor first{{}, login, login, {Role::administrator}, {}};
  model::SetUpSite({store, clock, first}).execute(factory(site, login));
  Teller teller(store, clock, now, login);
  const model::Zone zone(site.zone);
  // Oldest first, so that numbers rise with the dates.
  for (int i = kCases - 1; i >= 0; --i) {
    if (progress &&
        !progress->report(static_cast<double>(kCases - i) / kCases,
                          {tr("{0} of {1} cases"), {std::to_string(kCases - i), std::to_string(kCases)}}))
      return;
    teller.tell(tellingOf(i, now, zone));
  }
  clock.move(now);
  GoodsTeller goods(store, clock, login);
  using Until = GoodsTeller::Until;
  goods.tell({"", kCustomers[1].name, "FAN-8025-PW", 24, 24, 901, false, Until::stored},
             model::plusSeconds(now, -9 * 86400LL), now);
  goods.tell({"", kCustomers[4].name, "LED-DRV-40W", 36, 36, 902, true, Until::stored},
             model::plusSeconds(now, -2 * 86400LL), now);
  goods.tell({"", kCustomers[0].name, "PSU-12V-2A", 40, 40, 903, false, Until::announced}, now, now);
}

}  // namespace octad::demo
