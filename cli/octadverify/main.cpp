#include <algorithm>
#include <boost/program_options.hpp>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>

#include "audit/verification.hpp"
#include "model/core/catalogue.hpp"
#include "model/core/error.hpp"
#include "templates/templates.hpp"

// octadverify: what an auditor runs on an exported audit trail and the signed roots that were kept elsewhere.
// It needs neither Octad nor its database, only the public key.
namespace {

namespace options = boost::program_options;
using octad::model::tr;

constexpr int kFine = 0;
constexpr int kFaults = 1;
constexpr int kUsage = 2;

octad::model::Catalogue catalogueFor(const std::string& language) {
  using octad::model::Catalogue;
  using octad::model::Language;
  if (language != "zh") return Catalogue();
  return {Language::chinese, octad::resources::octad_templates().at("locale/zh_CN.mo")};
}

std::string readFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw octad::model::Invalid("file", {tr("{0} cannot be read."), {path}});
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<octad::audit::SignedRoot> readRoots(const std::vector<std::string>& paths) {
  std::vector<octad::audit::SignedRoot> roots;
  for (const auto& path : paths) {
    const auto root = octad::audit::parseSignedRoot(readFile(path));
    if (!root) throw octad::model::Invalid("root", {tr("{0} is no signed checkpoint."), {path}});
    roots.push_back(*root);
  }
  return roots;
}

int verify(const options::variables_map& given, const octad::model::Catalogue& catalogue) {
  std::ifstream log(given["log"].as<std::string>(), std::ios::binary);
  if (!log) throw octad::model::Invalid("log", {tr("{0} cannot be read."), {given["log"].as<std::string>()}});
  const auto roots = readRoots(given.count("root") ? given["root"].as<std::vector<std::string>>()
                                                   : std::vector<std::string>{});
  const auto result = octad::audit::verifyLog(log, roots, readFile(given["key"].as<std::string>()));
  for (const auto& fault : result.report.faults)
    std::cout << fault.chain << " #" << fault.seq << ": " << catalogue.sentence(fault.what) << '\n';
  const auto number = [](long long value) { return std::to_string(value); };
  std::cout << catalogue.sentence({tr("{0} events in {1} chains checked, {2} faults"),
                                   {number(result.report.events), number(result.report.chains),
                                    number(static_cast<long long>(result.report.faults.size()))}})
            << '\n';
  if (result.onlyChains > 0)
    std::cout << catalogue.sentence(
                     {tr("This log has {0} chains only, those of one case; it says nothing about "
                         "other cases."),
                      {number(result.onlyChains)}})
              << '\n';
  std::cout
      << catalogue.sentence(
             {tr("{0} checkpoints; proven by signature up to checkpoint {1}. Events after it: {2}; those "
                 "could have been rewritten unseen."),
              {number(result.checkpoints), number(result.signedUpTo), number(result.eventsNotSigned)}})
      << '\n';
  if (result.report.faults.empty()) return kFine;
  std::cerr << catalogue.text(
                   tr("The audit trail was altered. Keep the database as it is and tell the administrator."))
            << '\n';
  return kFaults;
}

int run(int argc, char** argv) {
  options::options_description description("Options");
  description.add_options()("log", options::value<std::string>(),
                            "exported audit trail (octadctl audit export)")(
      "key", options::value<std::string>(), "public key of the checkpoints")(
      "root", options::value<std::vector<std::string>>()->multitoken(),
      "signed checkpoints that were kept away from the database")(
      "lang", options::value<std::string>(), "language of the answers: zh, en")("help", "this help");
  options::positional_options_description positional;
  positional.add("log", 1);
  options::variables_map given;
  try {
    options::store(options::command_line_parser(argc, argv).options(description).positional(positional).run(),
                   given);
  } catch (const options::error& error) {
    std::cerr << error.what() << '\n';
    return kUsage;
  }
  if (given.count("help") || !given.count("log") || !given.count("key")) {
    (given.count("help") ? std::cout : std::cerr)
        << "octadverify - checks an exported audit trail of Octad without Octad\n\n"
           "Usage: octadverify LOG --key PUBLIC.pem [--root FILE…] [--lang zh|en]\n\n"
        << description
        << "\nExit codes: 0 nothing found, 1 the trail was altered or a file is damaged, 2 wrong usage.\n";
    return given.count("help") ? kFine : kUsage;
  }
  const auto catalogue = catalogueFor(given.count("lang") ? given["lang"].as<std::string>() : "");
  try {
    return verify(given, catalogue);
  } catch (const octad::model::Error& error) {
    std::cerr << catalogue.sentence(error.message()) << '\n';
    return kFaults;
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "octadverify stopped: " << error.what() << '\n';
    return kFaults;
  }
}
