#include "tests/support/bulk_cases.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <type_traits>

#include "db/mapping/table_names.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/text.hpp"

namespace octad::support {

using std::string_literals::operator""s;
using model::Complaint;
using model::Date;
using model::Instant;

namespace {

// Values as text -----------------------------------------------------------------------------------------

std::optional<std::string> textOf(const std::string& value) {
  return value;
}
std::optional<std::string> textOf(Instant at) {
  return std::to_string(at.microseconds);
}
std::optional<std::string> textOf(Date date) {
  return date.iso();
}
std::optional<std::string> textOf(bool value) {
  return value ? "1"s : "0"s;
}
template <class Tag>
std::optional<std::string> textOf(model::Id<Tag> id) {
  return std::to_string(id.value);
}
template <class Number>
requires std::is_integral_v<Number> std::optional<std::string> textOf(Number number) {
  return std::to_string(number);
}
template <model::Keyed Enum>
std::optional<std::string> textOf(Enum value) {
  return std::string(model::keyOf(value));
}
template <class T>
std::optional<std::string> textOf(const std::optional<T>& value) {
  if (!value) return std::nullopt;
  return textOf(*value);
}

template <class T>
void put(const RowSink& sink, const T& row) {
  static const std::vector<std::string> columns = [] {
    std::vector<std::string> names;
    T sample{};
    model::forEachMember(sample, [&names](std::string_view name, const auto& field) {
      if constexpr (!std::is_same_v<std::remove_cvref_t<decltype(field)>, std::vector<model::Role>>)
        names.emplace_back(name);
    });
    return names;
  }();
  Values values;
  values.reserve(columns.size());
  model::forEachMember(row, [&values](std::string_view, const auto& field) {
    if constexpr (!std::is_same_v<std::remove_cvref_t<decltype(field)>, std::vector<model::Role>>)
      values.push_back(textOf(field));
  });
  sink(std::string(db::tableName<T>()), columns, std::move(values));
}

/// Same numbers on every machine (standard distributions differ).
class Dice {
 public:
  long long below(long long count) {
    m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<long long>((m_state >> 33) % static_cast<std::uint64_t>(count));
  }
  bool chance(int percent) { return below(100) < percent; }
  /// Small numbers often: the largest of the customers has about 7 % of the cases.
  long long skewed(long long count) {
    const auto a = below(count);
    const auto b = below(a + 1);
    return below(b + 1);
  }

 private:
  std::uint64_t m_state = 20261122;
};

// Words --------------------------------------------------------------------------------------------------

constexpr std::array kDefects{"表面划伤", "尺寸超差", "焊点虚焊", "漏电",     "异响",
                              "螺纹滑牙", "色差",     "毛刺",     "变形",     "断裂",
                              "镀层起泡", "混料",     "少件",     "标签错误", "包装破损",
                              "功能失效", "短路",     "接触不良", "密封泄漏", "锈蚀"};
constexpr std::array kWords{
    "客户",    "产线",      "检验",   "发现", "连接器",   "外壳",   "端子",  "批次", "不良",   "装配",
    "来料",    "抽检",      "比例",   "左侧", "右侧",     "正面",   "约",    "毫米", "位置",   "现场",
    "要求",    "尽快",      "回复",   "隔离", "库存",     "在途",   "数量",  "确认", "照片",   "见附件",
    "已",      "停线",      "两小时", "测试", "电压",     "异常",   "间歇",  "重启", "后",     "恢复",
    "湿度",    "温度",      "工位",   "夹具", "作业员",   "更换",   "模具",  "首件", "巡检",   "housing",
    "scratch", "connector", "batch",  "line", "customer", "failed", "after", "test", "torque", "voltage"};
constexpr std::array kSurnames{"华", "东", "南", "海", "宏", "盛", "德",
                               "隆", "信", "达", "光", "明", "联", "创"};

std::string description(Dice& dice, const std::string& failure, long long cases) {
  std::string text = failure + "：";
  if (dice.chance(17)) text += kCommonWord;
  if (dice.below(std::max(1LL, cases / 60)) == 0) text += kRareWord;
  std::size_t characters = 0;
  while (characters < 470) {
    const std::string word = kWords.at(static_cast<std::size_t>(dice.below(kWords.size())));
    const bool latin = word.front() > 0;
    text += latin ? " " + word + " " : word;
    characters += latin ? word.size() + 2 : word.size() / 3;
    if (dice.chance(12)) text += "，";
  }
  return text + "。";
}

std::string padded(long long number, std::size_t width) {
  auto text = std::to_string(number);
  return std::string(text.size() < width ? width - text.size() : 0, '0') + text;
}

std::string uuidOf(char kind, long long number) {
  return std::string(1, kind) + "0000000-0000-4000-8000-" + padded(number, 12);
}

const Instant kEnd{1'795'338'000'000'000};  // 2026-11-22
constexpr long long kHour = 3'600'000'000LL;
constexpr int kPeople = 20;
constexpr int kEngineers = 40;

class Generator {
 public:
  Generator(const BulkOptions& options, const RowSink& sink) : m_options(options), m_sink(sink) {}

  std::vector<Complaint> run() {
    masterData();
    std::vector<Complaint> heads;
    heads.reserve(static_cast<std::size_t>(m_options.cases));
    for (long long i = 1; i <= m_options.cases; ++i) heads.push_back(oneCase(i));
    return heads;
  }

 private:
  void masterData() {
    for (const auto& [code, name] : std::vector<std::pair<std::string, std::string>>{{"TE", "测试工程"},
                                                                                     {"PIE", "工艺"},
                                                                                     {"RD", "研发"},
                                                                                     {"SQE", "供应商质量"},
                                                                                     {"PROD", "生产"},
                                                                                     {"WH", "仓库"}})
      put(m_sink, model::Department{model::DepartmentId(++m_departments), code, name, "", true});
    for (int i = 1; i <= kPeople; ++i) {
      put(m_sink, model::Person{model::PersonId(i),
                                "user" + padded(i, 2),
                                "工程师" + padded(i, 2),
                                "",
                                model::DepartmentId(1 + i % m_departments),
                                true,
                                {}});
      m_sink("person_role", {"person_id", "role"}, {std::to_string(i), "cqe"s});
    }
    for (int i = 1; i <= m_options.customers; ++i) {
      const auto at = static_cast<std::size_t>(i) * 7;
      put(m_sink, model::Customer{model::CustomerId(i), "C" + padded(i, 4),
                                  std::string(kSurnames.at(at % kSurnames.size())) +
                                      kSurnames.at((at / 3) % kSurnames.size()) + "电子" + padded(i, 3),
                                  "", std::nullopt, true});
    }
    for (int i = 1; i <= kParts; ++i)
      put(m_sink, model::Part{model::PartId(i), "PN-" + padded(10'000 + i * 37 % 5000, 5),
                              "连接器" + std::to_string(i), "F" + std::to_string(i % 8), i % 50 == 0, true});
    for (std::size_t i = 0; i < kDefects.size(); ++i)
      put(m_sink, model::Defect{model::DefectId(static_cast<long long>(i) + 1), kDefects.at(i), "",
                                i % 2 ? model::DefectKind::functional : model::DefectKind::appearance, true});
  }

  Complaint head(long long i) {
    Complaint c;
    c.id = model::ComplaintId(i);
    c.uuid = uuidOf('c', i);
    // Four years up to now, evenly; a minute is the grain, so that equal times occur.
    const auto age = (m_options.cases - i) * (4 * 365 * 24 * kHour / m_options.cases);
    c.receivedAt = Instant{(kEnd.microseconds - age) / kHour * kHour};
    const Date day(std::chrono::floor<std::chrono::days>(std::chrono::sys_time<std::chrono::microseconds>(
        std::chrono::microseconds(c.receivedAt.microseconds))));
    c.noticeMonth = day.month();
    c.number = "C" + std::to_string(day.year() % 100) + "-" + padded(i, 6);
    c.externalNumber = m_dice.chance(10) ? "KS-" + padded(i, 6) : "";
    c.origin = model::Origin::imported;  // may enter closed
    c.customerId = model::CustomerId(1 + m_dice.skewed(m_options.customers));
    c.customerRef = m_dice.chance(60) ? "REF" + padded(m_dice.below(100'000), 5) : "";
    c.channel = "email";
    m_defect = m_dice.skewed(static_cast<long long>(kDefects.size()));
    c.failure = kDefects.at(static_cast<std::size_t>(m_defect));
    m_part = 1 + m_dice.skewed(kParts);
    c.partNumber = "PN-" + padded(10'000 + m_part * 37 % 5000, 5);
    c.title = c.partNumber + " " + c.failure;
    c.verbatim = description(m_dice, c.failure, m_options.cases);
    c.demand = "8d";
    decide(c, age);
    c.createdAt = c.receivedAt;
    c.rowVersion = 1;
    return c;
  }

  void decide(Complaint& c, long long age) {
    const bool open = age < 40 * 24 * kHour ? m_dice.chance(70) : m_dice.chance(1);
    const auto kind = m_dice.below(100);
    c.severity = kind < 12   ? model::SeverityClass::major
                 : kind < 55 ? model::SeverityClass::general
                             : model::SeverityClass::other;
    c.severityProvisional = open;
    c.acceptance = m_dice.chance(80) ? model::Acceptance::accepted : model::Acceptance::notOurs;
    if (c.acceptance == model::Acceptance::accepted) c.weight = static_cast<int>(c.severity);
    c.ownerId = model::PersonId(1 + m_dice.below(kPeople));
    if (m_dice.chance(90)) c.responsibleDepartmentId = model::DepartmentId(1 + m_dice.below(m_departments));
    c.rule = "quantity_general";
    c.policyName = "default";
    c.policyRevision = 1;
    if (open) {
      const std::array states{model::CaseState::registered, model::CaseState::confirming,
                              model::CaseState::handling, model::CaseState::handling,
                              model::CaseState::closing};
      c.state = states.at(static_cast<std::size_t>(m_dice.below(5)));
      c.turn = static_cast<model::Turn>(m_dice.below(4));
      if (m_dice.chance(90)) c.dueAt = Instant{c.receivedAt.microseconds + (24 + m_dice.below(300)) * kHour};
      c.dueName = c.dueAt ? "final" : "";
      c.phase = "analysing";
    } else {
      const auto end = m_dice.below(100);
      c.state = end < 60   ? model::CaseState::closed
                : end < 97 ? model::CaseState::archived
                           : model::CaseState::cancelled;
      c.turn = model::Turn::nobody;
      c.closedAt = Instant{c.receivedAt.microseconds + (100 + m_dice.below(600)) * kHour};
      c.phase = "closed";
    }
  }

  Complaint oneCase(long long i) {
    auto c = head(i);
    // One case in twenty joins the problem of an earlier one.
    const bool joins = i > 20 && m_dice.chance(5);
    c.problemId = model::ProblemId(joins ? m_lastProblem : ++m_problems);
    if (!joins) {
      m_lastProblem = c.problemId.value;
      problem(c);
    }
    put(m_sink, c);
    items(c);
    if (m_options.whole) belongings(c);
    if (m_options.searchText) searchText(c);
    return c;
  }

  void problem(const Complaint& c) {
    model::Problem p;
    p.id = c.problemId;
    p.uuid = uuidOf('b', p.id.value);
    p.number = "P" + c.number.substr(1, 3) + padded(p.id.value, 6);
    p.title = c.title;
    p.failure = c.failure;
    p.createdAt = c.createdAt;
    p.rowVersion = 1;
    put(m_sink, p);
    if (!m_options.whole) return;
    const bool done = c.closedAt.has_value();
    for (int d = 0; d <= 8; ++d) {
      model::Discipline row;
      row.id = model::DisciplineId(++m_rows);
      row.problemId = p.id;
      row.code = static_cast<model::DisciplineCode>(d);
      row.state = done ? model::DisciplineState::approved : model::DisciplineState::open;
      if (done || d < 4) row.text = "经过分析确认，" + c.failure + "由夹具磨损引起，已更换并验证。";
      row.rowVersion = 1;
      put(m_sink, row);
    }
    content(p.id, c);
  }

  void content(model::ProblemId id, const Complaint& c) {
    for (int i = 0; i < 2; ++i)
      put(m_sink, model::TeamMember{model::RowId(++m_rows), id, "组员" + std::to_string(i),
                                    model::TeamFunction::participant, "TE", "8001"});
    for (int i = 0; i < 3; ++i)
      put(m_sink, model::Fact{model::RowId(++m_rows), id, static_cast<model::Question>(i),
                              "客户产线发现" + c.failure, ""});
    const model::CauseId cause(++m_rows);
    put(m_sink,
        model::Cause{cause, id, model::CauseType::tua, "夹具定位销磨损", "", model::CauseResult::confirmed,
                     "reproduction", "复现三次", "工程师01", std::nullopt, {}, {}});
    for (int i = 1; i <= 3; ++i)
      put(m_sink, model::WhyStep{model::WhyStepId(++m_rows), id, cause, i, "为什么" + std::to_string(i), "", {}});
    for (int i = 0; i < 3; ++i) {
      model::Action action;
      action.id = model::ActionId(++m_rows);
      action.problemId = id;
      action.kind = static_cast<model::ActionKind>(i);
      action.text = "更换定位销并点检";
      action.owner = "工程师" + padded(id.value % kEngineers, 2);
      action.dueOn = Date(2026, 11, 30);
      if (c.closedAt) action.doneOn = action.dueOn;
      put(m_sink, action);
    }
  }

  void items(const Complaint& c) {
    const int count = m_dice.chance(20) ? 2 : 1;
    for (int i = 1; i <= count; ++i) {
      model::ComplaintItem item;
      item.id = model::ItemId(++m_items);
      item.complaintId = c.id;
      item.position = i;
      item.partId = model::PartId(i == 1 ? m_part : 1 + m_dice.below(kParts));
      item.lot = "L" + padded(m_dice.below(100'000), 5);
      item.failure = c.failure;
      if (m_dice.chance(95)) item.defectId = model::DefectId(m_defect + 1);
      item.quantityDefective = 1 + m_dice.below(40);
      item.severity = c.severity;
      put(m_sink, item);
    }
  }

  void belongings(const Complaint& c) {
    put(m_sink, model::Decision{model::RowId(++m_rows), c.id, model::DecisionKind::severity,
                                std::string(model::keyOf(c.severity)), "", c.rule, "{}", c.policyName, 1,
                                *c.ownerId, c.createdAt});
    for (const auto name :
         {model::ClockName::firstReply, model::ClockName::preliminary, model::ClockName::finalReport})
      put(m_sink, model::CaseClock{model::ClockId(++m_rows), c.id, name, "notice", c.receivedAt, c.dueAt,
                                   "policy", c.closedAt});
    model::Reply reply;
    reply.id = model::ReplyId(++m_rows);
    reply.complaintId = c.id;
    reply.medium = "email";
    reply.text = "已收到贵司投诉，正在隔离库存，24 小时内回复初步原因。";
    reply.sentAt = c.createdAt;
    reply.sentBy = *c.ownerId;
    reply.snapshot = "{}";
    reply.sha256 = std::string(64, '0');
    put(m_sink, reply);
    model::Assignment asked;
    asked.id = model::AssignmentId(++m_rows);
    asked.complaintId = c.id;
    asked.problemId = c.problemId;
    asked.departmentId = model::DepartmentId(1 + m_dice.below(m_departments));
    asked.disciplines = "D4,D5";
    asked.question = "请分析原因";
    asked.dueOn = Date(2026, 11, 30);
    asked.state = c.closedAt ? model::AssignmentState::approved : model::AssignmentState::asked;
    asked.askedBy = *c.ownerId;
    asked.askedAt = c.createdAt;
    asked.complaintNumber = c.number;
    asked.partNumber = c.partNumber;
    asked.failure = c.failure;
    asked.rowVersion = 1;
    put(m_sink, asked);
    history(c);
  }

  void history(const Complaint& c) {
    const std::string hash(64, 'a');
    for (int seq = 1; seq <= 4; ++seq)
      m_sink("audit_event",
             {"chain", "seq", "at_us", "login", "actor", "use_case", "operation", "table_name", "row_key",
              "reason", "old_values", "new_values", "hash"},
             {c.uuid, std::to_string(seq), std::to_string(c.createdAt.microseconds + seq), "user01"s,
              "工程师01"s, "amend"s, "UPDATE"s, "complaint"s, std::to_string(c.id.value), ""s,
              R"({"title":"a"})"s, R"({"title":"b"})"s, hash});
    m_sink("audit_head", {"chain", "seq", "hash"}, {c.uuid, "4"s, hash});
  }

  void searchText(const Complaint& c) {
    const auto body =
        model::foldText(c.number + "\n" + c.externalNumber + "\n" + c.title + "\n" + c.verbatim);
    const auto grams = model::bigrams(body);
    std::string list;
    if (m_options.postgres) {
      for (const auto& gram : grams) list += (list.empty() ? "\"" : ",\"") + gram + "\"";
      m_sink("complaint_search", {"complaint_id", "body", "grams"},
             {std::to_string(c.id.value), body, "{" + list + "}"});
    } else {
      for (const auto& gram : grams) list += (list.empty() ? "" : " ") + gram;
      const auto place = std::to_string(((c.receivedAt.microseconds / 1'000'000) << 30) | c.id.value);
      m_sink("complaint_search", {"rowid", "body", "grams"}, {place, body, list});
      m_sink("complaint_search_place", {"complaint_id", "place"}, {std::to_string(c.id.value), place});
    }
  }

  static constexpr int kParts = 500;

  const BulkOptions& m_options;
  const RowSink& m_sink;
  Dice m_dice;
  int m_departments = 0;
  long long m_problems = 0;
  long long m_lastProblem = 0;
  long long m_items = 0;
  long long m_rows = 0;  ///< keys of all smaller rows
  long long m_defect = 0;
  long long m_part = 1;
};

}  // namespace

std::vector<Complaint> bulkCases(const BulkOptions& options, const RowSink& sink) {
  return Generator(options, sink).run();
}

}  // namespace octad::support
