#include "cli/verbs/mail_reports.hpp"

#include <ostream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/verb.hpp"
#include "model/core/error.hpp"
#include "model/usecases/note_report.hpp"
#include "reports/exchange/mail_reader.hpp"

namespace octad::cli {

using model::tr;

void noteBounce(Context& context, const Arguments& arguments) {
  const std::string path = arguments.text("FILE");
  const auto mail = path == "-" ? reports::parseMail(context.readText(path)) : reports::readMail(path);
  if (!mail.report)
    throw model::Invalid("file",
                         tr("This mail is no report of a mail server about another mail. A complaint is read "
                            "with octadctl import FILE.eml."));
  noteReport(context, *mail.report);
}

void noteReport(Context& context, const model::DeliveryReport& report) {
  const auto noted = model::NoteReport(context.workplace()).execute(report);
  if (!context.options().json) {
    context.out() << context.text(noted.words) << '\n';
    return;
  }
  context.print({{"mail", noted.mail.id.value},
                 {"address", noted.mail.address},
                 {"action", model::keyOf(noted.action)},
                 {"reason", noted.reason},
                 {"state", model::keyOf(noted.mail.state)},
                 {"noted_before", noted.before},
                 {"message", context.text(noted.words)}});
}

}  // namespace octad::cli
