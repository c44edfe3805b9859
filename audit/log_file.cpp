#include "audit/log_file.hpp"

#include <istream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "model/core/error.hpp"
#include "model/core/moment.hpp"

namespace octad::audit {
namespace {

using model::tr;
using nlohmann::ordered_json;

constexpr int kFormat = 1;

ordered_json optionalText(const std::optional<std::string>& text) {
  return text ? ordered_json(*text) : ordered_json(nullptr);
}

std::optional<std::string> optionalText(const ordered_json& json) {
  if (json.is_null()) return std::nullopt;
  return json.get<std::string>();
}

ordered_json listed(const model::AuditHead& head) {
  return ordered_json::array({head.chain, head.seq, head.hash});
}

model::AuditHead headFrom(const ordered_json& json) {
  return {json.at(0).get<std::string>(), json.at(1).get<long long>(), json.at(2).get<std::string>()};
}

model::Checkpoint checkpointFrom(const ordered_json& json) {
  model::Checkpoint checkpoint;
  checkpoint.number = json.at("checkpoint").get<long long>();
  checkpoint.at.microseconds = json.at("at_us").get<long long>();
  checkpoint.previousRoot = json.at("previous").get<std::string>();
  checkpoint.root = json.at("root").get<std::string>();
  for (const auto& head : json.at("heads")) checkpoint.heads.push_back(headFrom(head));
  return checkpoint;
}

model::AuditEvent eventFrom(const ordered_json& json) {
  model::AuditEvent event;
  event.chain = json.at("chain").get<std::string>();
  event.seq = json.at("seq").get<long long>();
  event.atMicroseconds = json.at("at_us").get<long long>();
  event.login = json.at("login").get<std::string>();
  event.actor = json.at("actor").get<std::string>();
  event.useCase = json.at("use_case").get<std::string>();
  event.operation = json.at("operation").get<std::string>();
  event.tableName = json.at("table").get<std::string>();
  event.rowKey = json.at("key").get<std::string>();
  event.reason = optionalText(json.at("reason"));
  event.oldValues = optionalText(json.at("old"));
  event.newValues = optionalText(json.at("new"));
  event.hash = json.at("hash").get<std::string>();
  return event;
}

/// Reads the lines of one log and counts them against its last line.
class LogReader {
 public:
  explicit LogReader(const model::TrailVisitor& visitor) : m_visitor(visitor) {}

  void take(const std::string& line) {
    ++m_line;
    try {
      takeLine(ordered_json::parse(line));
    } catch (const ordered_json::exception&) {
      refuse(tr("Line {0} of the log is damaged."));
    }
  }

  std::vector<std::string> finish() {
    if (!m_ended) refuse(tr("The log ends too early, after line {0}: the file was cut short."));
    return std::move(m_only);
  }

 private:
  [[noreturn]] void refuse(const char* sentence) const {
    throw model::Invalid("log", {sentence, {std::to_string(m_line)}});
  }

  void takeLine(const ordered_json& json) {
    if (m_line == 1) {
      if (!json.contains("octad_audit_log") || json.at("octad_audit_log") != kFormat)
        throw model::Invalid(
            "log", tr("This file is no audit log of Octad, or of a newer form than this program knows."));
      if (json.contains("only"))
        for (const auto& chain : json.at("only")) m_only.push_back(chain.get<std::string>());
      return;
    }
    if (m_ended) refuse(tr("Line {0} of the log comes after its end."));
    if (json.contains("checkpoint")) {
      ++m_checkpoints;
      m_visitor.checkpoint(checkpointFrom(json));
    } else if (json.contains("head")) {
      ++m_heads;
      m_visitor.head(headFrom(json.at("head")));
    } else if (json.contains("end")) {
      const auto& end = json.at("end");
      m_ended = true;
      if (end.at("checkpoints") != m_checkpoints || end.at("heads") != m_heads ||
          end.at("events") != m_events)
        refuse(tr("The log does not have as many lines as its last one, line {0}, says."));
    } else {
      ++m_events;
      m_visitor.event(eventFrom(json));
    }
  }

  const model::TrailVisitor& m_visitor;
  std::vector<std::string> m_only;
  long long m_line = 0;
  long long m_checkpoints = 0;
  long long m_heads = 0;
  long long m_events = 0;
  bool m_ended = false;
};

}  // namespace

LogWriter::LogWriter(std::ostream& out, const std::string& database, model::Instant at,
                     const std::vector<std::string>& only)
    : m_out(out) {
  ordered_json first{{"octad_audit_log", kFormat}, {"database", database}, {"at", model::isoInstant(at)}};
  if (!only.empty()) first["only"] = only;
  m_out << first.dump() << '\n';
}

void LogWriter::write(const model::Checkpoint& checkpoint) {
  ++m_checkpoints;
  ordered_json heads = ordered_json::array();
  for (const auto& head : checkpoint.heads) heads.push_back(listed(head));
  m_out << ordered_json{{"checkpoint", checkpoint.number},
                        {"at_us", checkpoint.at.microseconds},
                        {"previous", checkpoint.previousRoot},
                        {"root", checkpoint.root},
                        {"heads", std::move(heads)}}
               .dump()
        << '\n';
}

void LogWriter::write(const model::AuditHead& head) {
  ++m_heads;
  m_out << ordered_json{{"head", listed(head)}}.dump() << '\n';
}

void LogWriter::write(const model::AuditEvent& event) {
  ++m_events;
  m_out << ordered_json{{"chain", event.chain},
                        {"seq", event.seq},
                        {"at_us", event.atMicroseconds},
                        {"login", event.login},
                        {"actor", event.actor},
                        {"use_case", event.useCase},
                        {"operation", event.operation},
                        {"table", event.tableName},
                        {"key", event.rowKey},
                        {"reason", optionalText(event.reason)},
                        {"old", optionalText(event.oldValues)},
                        {"new", optionalText(event.newValues)},
                        {"hash", event.hash}}
               .dump()
        << '\n';
}

void LogWriter::end() {
  m_out << ordered_json{{"end", {{"checkpoints", m_checkpoints}, {"heads", m_heads}, {"events", m_events}}}}
               .dump()
        << '\n';
}

std::vector<std::string> readLog(std::istream& in, const model::TrailVisitor& visitor) {
  LogReader reader(visitor);
  std::string line;
  while (std::getline(in, line)) reader.take(line);
  return reader.finish();
}

}  // namespace octad::audit
