#pragma once

#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace octad::tests {

/// The server of tests/support/smtp_sink.py, on a port of this machine; ends with this object.
class SmtpSink {
 public:
  SmtpSink();
  ~SmtpSink();
  SmtpSink(const SmtpSink&) = delete;
  SmtpSink& operator=(const SmtpSink&) = delete;

  std::string url() const { return "smtp://127.0.0.1:" + std::to_string(m_port); }
  /// What came, parsed back.
  std::vector<nlohmann::json> mails() const;
  /// The files with what it reported about mails that it took, in that order.
  std::vector<std::string> reports() const;

 private:
  std::string m_folder;
  int m_child = -1;
  int m_input = -1;  ///< the child ends when this is closed
  int m_port = 0;
};

}  // namespace octad::tests
