#include "db/repositories/master_data_reader.hpp"

#include <algorithm>
#include <array>
#include <soci/soci.h>

#include "db/dialect/dialect.hpp"
#include "db/mapping/json.hpp"
#include "db/mapping/json_rows.hpp"
#include "db/mapping/query.hpp"
#include "db/mapping/table_names.hpp"
#include "model/core/error.hpp"
#include "model/core/text.hpp"

namespace octad::db {

using model::NotFound;
using model::tr;

namespace {

/// "select … from <table> t", to be followed by a condition and an order.
template <Stored T>
std::string selectFrom() {
  return "select " + columnList<T>("t") + " from " + std::string(tableName<T>()) + " t";
}

std::string pinyin(const Dialect& dialect) {
  return dialect.name() == "postgresql" ? " collate \"zh-x-icu\"" : "";
}

/// Rows whose name holds the text, read whole and compared folded: master data is small (thousands of rows),
/// and neither database folds Chinese width and case as people expect. An exact name comes first.
template <class T, class Names>
std::vector<T> narrowed(std::vector<T> rows, const std::string& text, int limit, Names names) {
  const auto most = static_cast<std::size_t>(limit < 0 ? 0 : limit);
  const auto wanted = model::foldText(text);
  if (!wanted.empty()) {
    std::erase_if(rows, [&](const T& row) {
      for (const std::string* name : names(row))
        if (model::foldText(*name).find(wanted) != std::string::npos) return false;
      return true;
    });
    std::stable_partition(rows.begin(), rows.end(), [&](const T& row) {
      for (const std::string* name : names(row))
        if (model::foldText(*name) == wanted) return true;
      return false;
    });
  }
  if (rows.size() > most) rows.resize(most);
  return rows;
}

struct PersonRole {
  model::PersonId personId;
  model::Role role = model::Role::registrar;

  static constexpr auto describe() {
    return model::members(model::member("person_id", &PersonRole::personId),
                          model::member("role", &PersonRole::role));
  }
};

struct StoredSetting {
  std::string key;
  std::string value;

  static constexpr auto describe() {
    return model::members(model::member("key", &StoredSetting::key),
                          model::member("value", &StoredSetting::value));
  }
};

struct StoredPolicy {
  long long id = 0;
  std::string content;

  static constexpr auto describe() {
    return model::members(model::member("id", &StoredPolicy::id),
                          model::member("content", &StoredPolicy::content));
  }
};

}  // namespace

model::Policy PolicyCache::policy(const std::string& content) {
  const std::lock_guard lock(m_mutex);
  const auto known = m_policies.find(content);
  if (known != m_policies.end()) return known->second;
  auto policy = fromJson<model::Policy>(parseJson(content, "policy"), {}, JsonMode::lenient);
  m_classes.insert_or_assign({policy.name, policy.revision}, policy.classes);
  return m_policies.emplace(content, std::move(policy)).first->second;
}

bool PolicyCache::nameClasses(const model::PolicyRevision& revision, model::ClassNames& names) {
  const std::lock_guard lock(m_mutex);
  const auto known = m_classes.find(revision);
  if (known == m_classes.end()) return false;
  names.add(revision, known->second);
  return true;
}

void PolicyCache::keep(long long id, const std::string& content) {
  model::Policy parsed = policy(content);
  const std::lock_guard lock(m_mutex);
  m_kept.emplace(id, std::move(parsed));
}

std::map<long long, model::Policy> PolicyCache::kept() {
  const std::lock_guard lock(m_mutex);
  return m_kept;
}

model::SiteFacts readSite(soci::session& session, const Dialect& dialect, PolicyCache& cache) {
  const JsonWords& words = jsonWords(dialect.name());
  std::string known = ",";
  for (const auto& [id, policy] : cache.kept()) known += std::to_string(id) + ",";
  Query query("select ");
  const std::string place = query.bind(known);
  query.add(jsonRowsSql<StoredSetting>(words, "setting t where t.key in ('zone', 'policy', 'work_hours')") +
            ", ");
  query.add(jsonRowsSql<model::CalendarDay>(words, "calendar_day t") + ", ");
  query.add(jsonRowsSql<StoredPolicy>(words, "policy t where " + place + " not like '%,' || t.id || ',%'"));
  const std::vector<std::string> texts = query.textRow(session, 3);
  for (const StoredPolicy& policy : readJsonRows<StoredPolicy>(texts.at(2)))
    cache.keep(policy.id, policy.content);
  model::SiteFacts facts;
  for (const StoredSetting& setting : readJsonRows<StoredSetting>(texts.at(0)))
    (setting.key == "zone"     ? facts.zone
     : setting.key == "policy" ? facts.policyName
                               : facts.workHours) = setting.value;
  facts.calendar = readJsonRows<model::CalendarDay>(texts.at(1));
  for (auto& [id, policy] : cache.kept()) facts.policies.push_back(policy);
  std::sort(facts.policies.begin(), facts.policies.end(), [](const auto& one, const auto& other) {
    return std::tie(one.name, one.revision) < std::tie(other.name, other.revision);
  });
  return facts;
}

std::vector<model::Department> readDepartments(soci::session& session) {
  return Query(selectFrom<model::Department>() + " order by t.code, t.id").rows<model::Department>(session);
}

std::vector<model::Person> readPeople(soci::session& session) {
  auto people = Query(selectFrom<model::Person>() + " order by t.id").rows<model::Person>(session);
  std::map<model::PersonId, std::vector<model::Role>> roles;
  for (const auto& row : Query("select r.person_id, r.role from person_role r order by r.person_id, r.role")
                             .rows<PersonRole>(session))
    roles[row.personId].push_back(row.role);
  for (auto& person : people) person.roles = std::move(roles[person.id]);
  return people;
}

std::vector<model::Deputy> readDeputies(soci::session& session) {
  return Query(selectFrom<model::Deputy>() + " order by t.valid_from, t.id").rows<model::Deputy>(session);
}

std::vector<model::Account> readAccounts(soci::session& session) {
  return Query(selectFrom<model::Account>() + " order by t.customer_id, t.person_id")
      .rows<model::Account>(session);
}

std::vector<model::Customer> readCustomers(soci::session& session, const Dialect& dialect,
                                           const std::string& text, int limit) {
  const auto order = " order by t.name" + pinyin(dialect) + ", t.id";
  return narrowed(Query(selectFrom<model::Customer>() + order).rows<model::Customer>(session), text, limit,
                  [](const model::Customer& row) {
                    return std::array{&row.name, &row.code};
                  });
}

std::vector<model::Part> readParts(soci::session& session, const std::string& text, int limit) {
  return narrowed(Query(selectFrom<model::Part>() + " order by t.number, t.id").rows<model::Part>(session),
                  text, limit, [](const model::Part& row) {
                    return std::array{&row.number, &row.name};
                  });
}

std::vector<model::Defect> readDefects(soci::session& session) {
  return Query(selectFrom<model::Defect>() + " order by t.id").rows<model::Defect>(session);
}

std::vector<model::CalendarDay> readCalendar(soci::session& session) {
  return Query(selectFrom<model::CalendarDay>() + " order by t.day").rows<model::CalendarDay>(session);
}

std::vector<model::Campaign> readCampaigns(soci::session& session) {
  return Query(selectFrom<model::Campaign>() + " order by t.from_day desc, t.id desc")
      .rows<model::Campaign>(session);
}

std::vector<model::Policy> readPolicies(soci::session& session, PolicyCache& cache) {
  std::vector<model::Policy> out;
  for (const auto& content :
       Query("select p.content from policy p order by p.name, p.revision").texts(session))
    out.push_back(cache.policy(content));
  return out;
}

model::Policy readPolicy(soci::session& session, PolicyCache& cache, const std::string& name, int revision) {
  Query query("select p.content from policy p where p.name = ");
  query.add(query.bind(name));
  if (revision > 0) query.add(" and p.revision = ").add(query.bind(static_cast<long long>(revision)));
  query.add(" order by p.revision desc limit 1");
  const auto found = query.texts(session);
  if (found.empty())
    throw revision > 0
        ? NotFound({tr("There is no policy {0} with revision {1}. Load it first."),
                    {name, std::to_string(revision)}})
        : NotFound({tr("There is no policy \"{0}\". Release it first, or choose one of the list."), {name}});
  return cache.policy(found.front());
}

std::string readSetting(soci::session& session, const std::string& key) {
  Query query("select s.value from setting s where s.key = ");
  query.add(query.bind(key));
  const auto found = query.texts(session);
  return found.empty() ? std::string() : found.front();
}

std::optional<long long> readShipped(soci::session& session, model::CustomerId customer, model::PartId part,
                                     const std::string& month) {
  Query query("select s.quantity from shipment s where s.customer_id = ");
  query.add(query.bind(customer)).add(" and s.part_id = ").add(query.bind(part));
  query.add(" and s.month = ").add(query.bind(month));
  const auto found = query.numbers(session);
  if (found.empty()) return std::nullopt;
  return found.front();
}

std::vector<model::Shipment> readShipments(soci::session& session, const std::string& fromMonth,
                                           const std::string& toMonth) {
  Query query(selectFrom<model::Shipment>());
  query.add(" where t.month >= ").add(query.bind(fromMonth)).add(" and t.month <= ").add(query.bind(toMonth));
  query.add(" order by t.month, t.customer_id, t.part_id");
  return query.rows<model::Shipment>(session);
}

std::vector<model::SavedView> readSavedViews(soci::session& session, model::PersonId person) {
  Query query(selectFrom<model::SavedView>());
  query.add(" where t.person_id = ").add(query.bind(person)).add(" order by t.name, t.id");
  return query.rows<model::SavedView>(session);
}

}  // namespace octad::db
