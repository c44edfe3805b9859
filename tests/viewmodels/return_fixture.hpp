#pragma once

#include <string>
#include <utility>
#include <vector>

#include "gui/viewmodels/return_action_forms.hpp"
#include "gui/viewmodels/return_page.hpp"
#include "model/core/uuid.hpp"
#include "model/ports/return_reader.hpp"
#include "model/usecases/announce_return.hpp"
#include "model/usecases/guide_return.hpp"
#include "model/usecases/move_returned.hpp"
#include "model/usecases/receive_return.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {

using Place = model::ReturnPlace;
using model::Finding;

/// Returns in a small database, worked on through the viewmodels.
class ReturnSessionTest : public SessionTest {
 protected:
  model::Workplace as(const std::string& login) {
    return {database.store(), database.clock(), database.actor(login)};
  }
  model::ReturnReader& returns() { return database.store().reader().returns(); }
  model::ReturnId announce(long long pieces, const std::string& caseNumber = {}) {
    model::NewReturn input;
    input.uuid = model::newUuid();
    model::NewReturnLine line;
    line.caseNumber = caseNumber;
    line.quantity = pieces;
    if (caseNumber.empty()) {
      input.customer = "甲公司";
      input.withoutCase = "regular return";
      line.part = "P-100";
    }
    input.lines = {line};
    return model::AnnounceReturn(as("wang")).execute(input).id;
  }
  void receive(model::ReturnId id, long long counted, const std::string& reason = {}) {
    model::ReturnReceipt receipt;
    receipt.target = {id, 0, {}};
    receipt.lines = {{returns().open(id).lines.front().id, counted, reason}};
    model::ReceiveReturn(as("wang")).execute(receipt);
  }
  void move(model::ReturnId id, Place from, Place to, long long pieces, Finding finding = Finding::open) {
    model::ReturnTransfer input;
    input.target = {id, 0, {}};
    input.lineId = returns().open(id).lines.front().id;
    input.from = from;
    input.to = to;
    input.quantity = pieces;
    input.finding = finding;
    input.reason = "because";
    model::MoveReturned(as("wang")).execute(input);
  }
  /// 120 announced, 118 received and tested: 100 confirmed, 12 without trouble found, 6 customer-caused.
  model::ReturnId tested() {
    const auto id = announce(120);
    receive(id, 118, "two lost on the way");
    move(id, Place::quarantine, Place::test, 118);
    move(id, Place::test, Place::awaiting, 100, Finding::confirmed);
    move(id, Place::test, Place::awaiting, 12, Finding::noTroubleFound);
    move(id, Place::test, Place::awaiting, 6, Finding::customerCaused);
    return id;
  }
  /// Carries a form out on the page; the message of the refusal, empty when it was stored.
  std::string carryOut(ReturnPageViewModel& page, const ReturnForm& form, const FormValues& values,
                       std::string* field = nullptr) {
    FormValues typed = startValues(form);
    for (const auto& [name, value] : values) typed[name] = value;
    std::string refused;
    page.run(
        newUuid(),
        [&form, &typed](model::Workplace workplace, model::ReturnTarget target) {
          return form.execute(std::move(workplace), std::move(target), typed);
        },
        {},
        [&](const std::exception_ptr& error) {
          try {
            std::rethrow_exception(error);
          } catch (const model::Error& ours) {
            refused = translator(ours.message());
            if (field) *field = ours.field();
          }
        });
    return refused;
  }
};

}  // namespace octad::viewmodels
