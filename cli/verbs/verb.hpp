#pragma once

#include <boost/program_options.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/core/time.hpp"

namespace octad::cli {

class Context;

/// Wrong usage of a verb: exit code 2 with one sentence.
class UsageError : public std::exception {
 public:
  explicit UsageError(std::string text) : m_text(std::move(text)) {}
  const char* what() const noexcept override { return m_text.c_str(); }

 private:
  std::string m_text;
};

/// The options of one call, read by name.
class Arguments {
 public:
  explicit Arguments(boost::program_options::variables_map values) : m_values(std::move(values)) {}

  bool has(const char* name) const { return m_values.count(name) > 0; }
  bool flag(const char* name) const { return has(name) && m_values[name].as<bool>(); }
  /// Empty when not given.
  std::string text(const char* name) const {
    return has(name) ? m_values[name].as<std::string>() : std::string();
  }
  std::vector<std::string> texts(const char* name) const;
  /// Whole number of an option; Invalid(name) for anything else.
  std::optional<long long> number(const char* name) const;
  /// YYYY-MM-DD; Invalid(name) for anything else.
  std::optional<model::Date> date(const char* name) const;

 private:
  boost::program_options::variables_map m_values;
};

/// One verb: `octadctl <name> <positional…> [options]`.
struct Verb {
  std::string name;                     ///< "case accept"
  std::vector<std::string> positional;  ///< arguments without dashes, all needed; "UNIT...": one or more
  std::string summary;                  ///< one line for --help
  std::function<void(boost::program_options::options_description_easy_init&)> options;
  std::function<void(Context&, const Arguments&)> run;
  std::vector<std::string> trailing = {};  ///< options that may stand without their name, in this order
};

/// Every verb of the program, in the order of the help.
const std::vector<Verb>& allVerbs();

// The verbs of each subject, in files of their own.
std::vector<Verb> databaseVerbs();
std::vector<Verb> serverVerbs();
std::vector<Verb> loginVerbs();
std::vector<Verb> importVerbs();
std::vector<Verb> caseVerbs();
std::vector<Verb> workVerbs();
std::vector<Verb> noticeVerbs();
std::vector<Verb> mailVerbs();
std::vector<Verb> decisionVerbs();
std::vector<Verb> departmentVerbs();
std::vector<Verb> challengeVerbs();
std::vector<Verb> assessVerbs();
std::vector<Verb> masterVerbs();
std::vector<Verb> disciplineVerbs();
std::vector<Verb> customerVerbs();
std::vector<Verb> recordVerbs();
std::vector<Verb> caseClockVerbs();
std::vector<Verb> campaignVerbs();
std::vector<Verb> timeMetricsVerbs();
std::vector<Verb> returnVerbs();
std::vector<Verb> returnMoveVerbs();
std::vector<Verb> historyVerbs();
std::vector<Verb> coverageVerbs();
std::vector<Verb> compareVerbs();
std::vector<Verb> lintVerbs();
std::vector<Verb> similarVerbs();
std::vector<Verb> lessonVerbs();
std::vector<Verb> sweepVerbs();
std::vector<Verb> classifyVerbs();
std::vector<Verb> clockVerbs();
std::vector<Verb> policyVerbs();
std::vector<Verb> reportVerbs();
std::vector<Verb> metricsVerbs();
std::vector<Verb> auditVerbs();
std::vector<Verb> proofVerbs();
std::vector<Verb> signingVerbs();
std::vector<Verb> auditPlaceVerbs();

}  // namespace octad::cli
