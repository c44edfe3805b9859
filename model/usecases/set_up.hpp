#pragma once

#include <string>
#include <vector>

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// What a new database starts with.
struct SiteSetup {
  std::string company;
  std::string companyEn;
  std::string zone = "Asia/Shanghai";
  std::string policy = "default";
  std::string currency = "CNY";
  std::vector<Policy> policies;
  std::vector<Department> departments;
  std::vector<Person> people;
  std::vector<Customer> customers;
  std::vector<Part> parts;
  std::vector<Defect> defects;
  std::vector<CalendarDay> calendar;

  static constexpr auto describe() {
    return members(member("company", &SiteSetup::company), member("company_en", &SiteSetup::companyEn),
                   member("zone", &SiteSetup::zone), member("policy", &SiteSetup::policy),
                   member("currency", &SiteSetup::currency), member("policies", &SiteSetup::policies),
                   member("departments", &SiteSetup::departments), member("people", &SiteSetup::people),
                   member("customers", &SiteSetup::customers), member("parts", &SiteSetup::parts),
                   member("defects", &SiteSetup::defects), member("calendar", &SiteSetup::calendar));
  }
};

/// Stores settings, policies and master data; what is there by its key (code, login, name, day) is left
/// alone.
class SetUpSite {
 public:
  explicit SetUpSite(Workplace workplace) : m_workplace(std::move(workplace)) {}
  void execute(const SiteSetup& input);

 private:
  Workplace m_workplace;
};

/// The departments every factory starts with, with the register's names (PIE, TE, RD, SQE, production,
/// warehouse, sales, CQE).
std::vector<Department> standardDepartments();

}  // namespace octad::model
