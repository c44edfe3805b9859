#include "tests/benchmark/rights_workloads.hpp"

#include "db/admin/access.hpp"
#include "db/connection/open_store.hpp"
#include "model/ports/reader.hpp"
#include "tests/support/bulk_cases.hpp"

namespace octad::benchmark {
namespace {

constexpr int kPage = 50;
constexpr double kBudget = 1.2;  ///< design of the team server; the bench allows 0.3 ms on short work
const model::DepartmentId kDepartment(2);
/// What a member of department 2 sees, as a condition.
const std::string kDepartmentSees =
    " where (c.responsible_department_id = 2 or exists (select 1 from octad.assignment a where "
    "a.complaint_id ="
    " c.id and a.department_id = 2))";

std::unique_ptr<model::Store> storeOf(const std::string& url, const std::string& login) {
  std::string own = url;
  const std::size_t begin = own.find("://") + 3;
  own.replace(begin, own.find('@') - begin, login);
  return db::openStore(db::DatabaseUrl(own), {});
}

}  // namespace

RightsWorkloads::RightsWorkloads(const std::string& url, model::Store& administrator, PlainConnection& plain,
                                 long long cases)
    : m_administrator(administrator), m_plain(plain), m_cases(cases) {
  const auto code = m_plain.query("select code from octad.department where id = 2").at(0).at(0).value();
  db::runOnServer(
      db::DatabaseUrl(url),
      {db::accessScript(), db::personScript({"bench_cqe", "Bench CQE", "", "", {model::Role::cqe}}),
       db::personScript({"bench_member", "Bench Member", "", code, {model::Role::member}})});
  m_cqe = storeOf(url, "bench_cqe");
  m_member = storeOf(url, "bench_member");
}

std::vector<Workload> RightsWorkloads::workloads() {
  using model::CaseColumn;
  std::vector<Workload> out;
  const auto both = [&](const std::string& name, model::Store& held, const auto& read) {
    out.push_back({"rights: " + name, kBudget, true, [&held, read] { return read(held.reader()); },
                   [this, read] { return read(m_administrator.reader()); }});
  };
  const auto page = [](model::CaseFilter filter, model::CaseSort sort) {
    return [filter, sort](model::Reader& reader) {
      return reader.casePage(filter, sort, kPage, {}).rows.size();
    };
  };
  model::CaseFilter open;
  open.openOnly = true;
  model::CaseFilter rare;
  rare.text = support::kRareWord;
  model::CaseFilter common;
  common.text = support::kCommonWord;
  both("CQE, all newest", *m_cqe, page({}, {CaseColumn::receivedAt, true}));
  both("CQE, open, soonest due", *m_cqe, page(open, {CaseColumn::dueAt, false}));
  both("CQE, all by customer", *m_cqe, page({}, {CaseColumn::customer, false}));
  both("CQE, a rare word", *m_cqe, page(rare, {CaseColumn::receivedAt, true}));
  both("CQE, a common word", *m_cqe, page(common, {CaseColumn::receivedAt, true}));
  both("CQE, a case with its history", *m_cqe, [id = model::ComplaintId(m_cases / 2)](model::Reader& reader) {
    return reader.openCase(id).items.size() + reader.history(id).size();
  });
  both("CQE, counts", *m_cqe, [](model::Reader& reader) {
    return reader.counts({model::Dimension::customer}, "2020-01", "2030-12").rows.size();
  });
  both("department, its questions", *m_member,
       [](model::Reader& reader) { return reader.assignments(kDepartment, true).size(); });
  const auto own = m_plain.query("select c.id::text from octad.complaint c" + kDepartmentSees +
                                 " order by c.received_at desc limit 1");
  both("department, a case with its history", *m_member,
       [id = model::ComplaintId(std::stoll(own.at(0).at(0).value()))](model::Reader& reader) {
         return reader.openCase(id).items.size() + reader.history(id).size();
       });
  out.push_back({"rights: department, newest it may see", kBudget, true,
                 [this, read = page({}, {CaseColumn::receivedAt, true})] { return read(m_member->reader()); },
                 [this] {
                   return m_plain
                       .query("select c.* from octad.complaint c" + kDepartmentSees +
                              " order by c.received_at desc, c.id desc limit 50")
                       .size();
                 }});
  out.push_back(
      {"rights: department, a rare word", kBudget, true,
       [this, read = page(rare, {CaseColumn::receivedAt, true})] { return read(m_member->reader()); },
       [this] {
         return m_plain
             .query(
                 "select c.* from octad.complaint c" + kDepartmentSees +
                 " and c.id in (select complaint_id from octad.complaint_search s where s.grams @>"
                 " array['氢脆'] and s.body like '%氢脆%') order by c.received_at desc, c.id desc limit 50")
             .size();
       }});
  return out;
}

}  // namespace octad::benchmark
