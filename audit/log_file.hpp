#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "model/audit/trail.hpp"

namespace octad::audit {

/// The exported audit trail: one JSON object a line. First the kind of file, then checkpoints, heads and
/// events (those of a chain together and in order), last how many of each there are, so that a file that was
/// cut short is seen. Documented in docs/audit-log.md.
class LogWriter {
 public:
  /// `only`: the log has the events of these chains and of no others.
  LogWriter(std::ostream& out, const std::string& database, model::Instant at,
            const std::vector<std::string>& only = {});
  void write(const model::Checkpoint& checkpoint);
  void write(const model::AuditHead& head);
  void write(const model::AuditEvent& event);
  void end();

 private:
  std::ostream& m_out;
  long long m_checkpoints = 0;
  long long m_heads = 0;
  long long m_events = 0;
};

/// Reads a log line by line; gives the only chains whose events it has, nothing when it has all. Throws
/// model::Invalid("log") with the number of the line that is no line of a log, and when the file is no log,
/// is cut short, or goes on after its end.
std::vector<std::string> readLog(std::istream& in, const model::TrailVisitor& visitor);

}  // namespace octad::audit
