#pragma once

#include <string>

#include "gui/returns/return_page.hpp"
#include "model/core/uuid.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/return_reader.hpp"
#include "model/usecases/announce_return.hpp"
#include "model/usecases/move_returned.hpp"
#include "model/usecases/receive_return.hpp"
#include "tests/gui/case_page_window.hpp"
#include "tests/gui/journey_steps.hpp"

namespace octad::gui {

/// The page of a return in a real window.
class ReturnPageWindow : public CasePageWindow {
 protected:
  model::Workplace as(const std::string& login) {
    return {database.store(), database.clock(), database.actor(login)};
  }
  model::ReturnReader& returns() { return database.store().reader().returns(); }
  model::ReturnFile stored() { return returns().open(returnId); }
  void announce(long long pieces) {
    model::NewReturn input;
    input.uuid = model::newUuid();
    input.customer = "甲公司";
    input.withoutCase = "regular return";
    model::NewReturnLine line;
    line.part = "P-100";
    line.quantity = pieces;
    input.lines = {line};
    returnId = model::AnnounceReturn(as("wang")).execute(input).id;
  }
  void receive(long long counted) {
    model::ReturnReceipt receipt;
    receipt.target = {returnId, 0, {}};
    receipt.lines = {{stored().lines.front().id, counted, {}}};
    model::ReceiveReturn(as("wang")).execute(receipt);
  }
  ReturnPage& openReturn(const std::string& login = "wang") {
    host.session().actor = database.actor(login);
    shownReturn = new ReturnPage(frame, host, returnId, {});
    show(shownReturn);
    rest();
    return *shownReturn;
  }
  void rest() {
    EXPECT_TRUE(patiently([this] {
      const auto& model = shownReturn->viewModel();
      return model.loaded() && !model.loading() && !model.busy() && !executor.busy();
    }));
    settle();
  }
  void choose(viewmodels::ReturnTab tab) {
    shownReturn->choose(tab);
    settle();
  }
  wxWindow* inPage(const std::string& name) { return findVisible(shownReturn, name); }

  model::ReturnId returnId;
  ReturnPage* shownReturn = nullptr;
};

}  // namespace octad::gui
