#include <filesystem>
#include <fstream>
#include <ostream>
#include <sys/stat.h>

#include "audit/checkpoint.hpp"
#include "audit/log_file.hpp"
#include "audit/signature.hpp"
#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/verb.hpp"
#include "model/core/error.hpp"
#include "model/usecases/take_checkpoint.hpp"
#include "reports/document/save_file.hpp"

// What an auditor needs to check the audit trail without this program: key, checkpoints, exported log.
namespace octad::cli {

using boost::program_options::value;
using model::tr;
using std::string;

namespace {

void newKey(Context& context, const Arguments& arguments) {
  const std::filesystem::path secret = needed(arguments, "output");
  const std::filesystem::path open = secret.string() + ".pub";
  for (const auto& path : {secret, open})
    if (std::filesystem::exists(path))
      throw model::Refused(
          "key",
          {tr("{0} is there already; a key is never overwritten. Choose another name."), {path.string()}});
  const audit::KeyPair pair = audit::newKeyPair();
  reports::saveFile(open, pair.publicPem);
  ::umask(S_IRWXG | S_IRWXO);  // before the secret is written, not after
  reports::saveFile(secret, pair.privatePem);
  context.out() << context.text(
                       {tr("Private key: {0}. Keep it where the database's administrator cannot read it. "
                           "Public key for auditors: {1}."),
                        {secret.string(), open.string()}})
                << '\n';
}

void checkpoint(Context& context, const Arguments& arguments) {
  // The key is read before anything is stored: a checkpoint nobody signed is worth little.
  const string key = arguments.has("key") ? context.readText(arguments.text("key")) : string();
  if (!key.empty()) audit::sign("", key);
  const model::Checkpoint taken = model::TakeCheckpoint(context.workplace()).execute();
  if (taken.heads.empty()) {
    context.err() << context.text(tr("Nothing has changed since the last checkpoint; none was made."))
                  << '\n';
    return;
  }
  audit::SignedRoot root{taken.number, taken.root, audit::statementOf(taken), {}};
  string text = root.statement;
  if (!key.empty()) {
    root.signatureHex = audit::sign(root.statement, key);
    text = audit::textOf(root);
  }
  if (arguments.has("output"))
    reports::saveFile(arguments.text("output"), text);
  else
    context.out() << text;
  if (context.options().json)
    context.print({{"number", taken.number}, {"root", taken.root}, {"chains", taken.heads.size()}});
}

void exportLog(Context& context, const Arguments& arguments) {
  const std::filesystem::path path = needed(arguments, "output");
  const std::filesystem::path part = path.string() + ".part";
  std::ofstream file(part, std::ios::binary);
  audit::LogWriter log(file, context.displayedDatabase(), context.clock().now());
  context.reader().readTrail({[&log](const model::Checkpoint& one) { log.write(one); },
                              [&log](const model::AuditHead& one) { log.write(one); },
                              [&log](const model::AuditEvent& one) { log.write(one); }});
  log.end();
  file.close();
  if (!file) {
    std::filesystem::remove(part);
    throw model::Refused("file",
                         {tr("{0} cannot be written; is the disk full? Nothing was kept."), {path.string()}});
  }
  std::filesystem::rename(part, path);
  context.out() << context.text({tr("{0} written."), {path.string()}}) << '\n';
}

}  // namespace

std::vector<Verb> proofVerbs() {
  const auto output = [](auto& add, const char* help) { add("output,o", value<string>(), help); };
  return {
      {"audit key",
       {},
       "make a key pair to sign checkpoints with",
       [output](auto& add) { output(add, "file of the private key; the public one gets .pub"); },
       newKey},
      {"audit checkpoint",
       {},
       "bind the audit trail as it is now",
       [output](auto& add) {
         add("key", value<string>(), "private key to sign it with");
         output(add, "file to keep away from the database; otherwise it is printed");
       },
       checkpoint},
      {"audit export",
       {},
       "write the audit trail for octadverify",
       [output](auto& add) { output(add, "file"); },
       exportLog},
  };
}

}  // namespace octad::cli
