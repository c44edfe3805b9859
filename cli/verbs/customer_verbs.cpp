#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/verb.hpp"
#include "model/usecases/reply_customer.hpp"

namespace octad::cli {

using boost::program_options::value;
using model::tr;
using std::string;

namespace {

void reply(Context& context, const Arguments& arguments) {
  model::CustomerReply input;
  input.target = context.target(arguments.text("NUMBER"));
  input.stage = keyed<model::ReplyStage>(needed(arguments, "stage"), "stage");
  if (arguments.has("medium")) input.medium = arguments.text("medium");
  input.recipient = arguments.text("to");
  input.text = arguments.text("text");
  // Sending is never blocked, only warned about (design 5).
  for (const auto& warning :
       model::SendReply::warnings(context.reader().openCase(input.target.id), input.stage))
    context.err() << context.text(tr("Warning: ")) << context.text(warning) << '\n';
  context.done(model::SendReply(context.workplace()).execute(input),
               {tr("{0} sent"), {model::translated(model::labelOf(input.stage))}});
}

void answer(Context& context, const Arguments& arguments) {
  model::CustomerAnswer input;
  input.target = context.target(arguments.text("NUMBER"));
  input.status = keyed<model::CustomerStatus>(needed(arguments, "status"), "status");
  input.text = arguments.text("text");
  input.disciplines = arguments.text("disciplines");
  if (const auto id = arguments.number("reply")) input.replyId = model::ReplyId(*id);
  context.done(model::RecordCustomerAnswer(context.workplace()).execute(input),
               {tr("customer's answer recorded: {0}"), {model::translated(model::labelOf(input.status))}});
}

}  // namespace

std::vector<Verb> customerVerbs() {
  return {
      {"case reply",
       {"NUMBER"},
       "record a reply sent to the customer",
       [](auto& add) {
         add("stage", value<string>(), "first, 3d, 5d, 8d, letter")("to", value<string>(), "recipient")(
             "medium", value<string>(), "email (when not given), portal, phone, letter, meeting")(
             "text", value<string>(), "what was sent");
       },
       reply},
      {"case answer",
       {"NUMBER"},
       "record the customer's answer to a reply",
       [](auto& add) {
         add("status", value<string>(), "accepted, provisionally, objected, no_answer")(
             "text", value<string>(), "the customer's words")("reply", value<string>(),
                                                              "id of the reply; the newest when not given")(
             "disciplines", value<string>(),
             "of an objection: what it is about, D2 to D7; by the stage when not given");
       },
       answer},
  };
}

}  // namespace octad::cli
