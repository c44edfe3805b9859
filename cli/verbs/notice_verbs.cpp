// Notices: the job that gives them, and the inbox of whoever asks.
#include <ostream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/mail_verbs.hpp"
#include "cli/verbs/table_text.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "model/core/error.hpp"
#include "model/ports/notice_rows.hpp"
#include "model/usecases/mark_notice.hpp"
#include "model/usecases/run_jobs.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::tr;
using std::string;

namespace {

constexpr int kInboxLength = 500;

/// A clock that stands at the moment that was asked for.
class StandingClock : public model::Clock {
 public:
  explicit StandingClock(model::Instant at) : m_at(at) {}
  model::Instant now() const override { return m_at; }

 private:
  model::Instant m_at;
};

nlohmann::ordered_json jsonOf(const MailDone& mails) {
  return {{"queued", mails.queued.queued}, {"without_address", mails.queued.withoutAddress},
          {"sent", mails.sent.sent},       {"refused", mails.sent.refused},
          {"waiting", mails.sent.waiting}, {"failed", mails.sent.failed}};
}

void printDone(Context& context, const model::JobsDone& done, const std::optional<MailDone>& mails) {
  const auto say = [&context](const model::Message& message) {
    context.out() << context.text(message) << '\n';
  };
  const auto number = [](long long value) { return std::to_string(value); };
  say({tr("{0} open matters looked at: {1} new notices, {2} given before."),
       {number(done.open), number(done.given), number(done.known)}});
  if (done.deemed > 0)
    say({tr("{0} final replies recorded as not answered within the time of the policy."), {number(done.deemed)}});
  if (!mails) return;
  say({tr("Mails: {0} sent, {1} waiting, {2} refused or given up."),
       {number(mails->sent.sent), number(mails->sent.waiting),
        number(mails->sent.refused + mails->sent.failed)}});
  if (mails->queued.withoutAddress > 0)
    say({tr("{0} people have notices and no e-mail address. Give them one: octadctl person address LOGIN "
            "--to "
            "ADDRESS"),
         {number(mails->queued.withoutAddress)}});
}

void runJobs(Context& context, const Arguments& arguments) {
  const StandingClock clock(context.moment(arguments, "at").value_or(context.clock().now()));
  const auto done = model::RunJobs(model::Workplace{context.store(), clock, context.actor()}).execute();
  const auto mails = arguments.flag("no-mail") ? std::nullopt : sendMails(context, clock);
  if (!context.options().json) return printDone(context, done, mails);
  nlohmann::ordered_json answer{
      {"at", db::toJson(clock.now())}, {"open", done.open}, {"given", done.given}, {"known", done.known},
      {"deemed", done.deemed}};
  if (mails) answer["mails"] = jsonOf(*mails);
  context.print(answer);
}

void inbox(Context& context, const Arguments& arguments) {
  const auto actor = context.actor();
  const auto notices = context.store().notices().inbox(actor.id, !arguments.flag("all"), kInboxLength);
  const auto zone = context.zone();
  if (context.options().json) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& notice : notices) {
      auto line = db::toJson(notice);
      line["words"] = context.text(model::noticeWords(notice, zone));
      list.push_back(std::move(line));
    }
    return context.print({{"person", actor.login}, {"notices", std::move(list)}});
  }
  if (notices.empty()) {
    context.out() << context.text(arguments.flag("all") ? tr("No notices.") : tr("No unread notices."))
                  << '\n';
    return;
  }
  std::vector<std::vector<string>> rows;
  for (const auto& notice : notices)
    rows.push_back({std::to_string(notice.id.value), context.local(notice.madeAt),
                    context.label(notice.condition), notice.number, notice.customerName, notice.subject,
                    context.text(model::noticeWords(notice, zone))});
  printTable(context.out(), rows, rows.front().size());
}

void markRead(Context& context, const Arguments& arguments) {
  const auto number = arguments.number("notice");
  if (number.has_value() == arguments.flag("all"))
    throw UsageError(context.text(tr("Give the number of a notice (octadctl inbox shows them), or --all.")));
  const auto marked = model::MarkNotice(context.workplace())
                          .execute(number ? std::optional(model::NoticeId(*number)) : std::nullopt);
  if (number && marked == 0)
    throw model::NotFound({tr("You have no unread notice {0}. octadctl inbox shows those you have."),
                           {std::to_string(*number)}});
  if (context.options().json) {
    auto answer = nlohmann::ordered_json::object();
    answer["read"] = marked;
    return context.print(answer);
  }
  context.out() << context.text({tr("{0} marked as read."), {std::to_string(marked)}}) << '\n';
}

}  // namespace

std::vector<Verb> noticeVerbs() {
  return {{"inbox",
           {},
           "your notices that are unread",
           [](auto& add) { add("all", bool_switch(), "those read before too"); },
           inbox},
          {"inbox read",
           {},
           "mark notices as read: octadctl inbox read NOTICE, or --all",
           [](auto& add) {
             add("notice", value<string>(), "number of the notice")("all", bool_switch(), "all of them");
           },
           markRead,
           {"notice"}},
          {"jobs run",
           {},
           "give the notices whose time has come and send the digests; for a timer (administrator)",
           [](auto& add) {
             add("at", value<string>(), "as if it were then: YYYY-MM-DD HH:MM")("no-mail", bool_switch(),
                                                                                "give notices only");
           },
           runJobs}};
}

}  // namespace octad::cli
