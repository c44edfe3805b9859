#pragma once

#include <gtest/gtest.h>
#include <string>
#include <utility>

#include "model/core/sha256.hpp"
#include "model/core/uuid.hpp"
#include "model/eightd/gates.hpp"
#include "model/ports/return_reader.hpp"
#include "model/returns/return_state.hpp"
#include "model/usecases/announce_return.hpp"
#include "model/usecases/attach_to_return.hpp"
#include "model/usecases/book_return_cost.hpp"
#include "model/usecases/close_complaint.hpp"
#include "model/usecases/close_return.hpp"
#include "model/usecases/count_sweep.hpp"
#include "model/usecases/decide_confirmed.hpp"
#include "model/usecases/guide_return.hpp"
#include "model/usecases/keep_sample.hpp"
#include "model/usecases/mend_units.hpp"
#include "model/usecases/move_returned.hpp"
#include "model/usecases/ntf_process.hpp"
#include "model/usecases/receive_return.hpp"
#include "model/usecases/record_sample.hpp"
#include "model/usecases/return_units.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {

using Place = ReturnPlace;

/// Short words for what every test of returned goods does.
class ReturnTest : public UseCaseTest {
 protected:
  std::string number(ComplaintId id) { return open(id).complaint.number; }
  ReturnFile openReturn(ReturnId id) { return reader().returns().open(id); }
  static ReturnTarget at(ReturnId id) { return {id, 0, {}}; }
  ReturnLineId lineOf(ReturnId id) { return openReturn(id).lines.front().id; }
  ReturnBalance balance(ReturnId id) { return openReturn(id).balance(); }

  NewReturn goods(long long quantity, const std::string& caseNumber = {}) {
    NewReturn input;
    input.uuid = newUuid();
    if (caseNumber.empty()) {
      input.customer = "甲公司";
      input.withoutCase = "正常退换货";
    }
    input.lines = {
        {caseNumber.empty() ? "P-100" : "", "", "", caseNumber, 0, {}, LineNature::asAnnounced, quantity}};
    return input;
  }
  ReturnId announce(long long quantity, const std::string& caseNumber = {}) {
    return AnnounceReturn(as("wang")).execute(goods(quantity, caseNumber)).id;
  }
  void receive(ReturnId id, long long counted, const std::string& reason = {}) {
    ReturnReceipt receipt;
    receipt.target = at(id);
    receipt.lines = {{lineOf(id), counted, reason}};
    ReceiveReturn(as("wang")).execute(receipt);
  }
  ReturnTransfer transfer(ReturnId id, Place from, Place to, long long quantity,
                          Finding finding = Finding::open) {
    ReturnTransfer input;
    input.target = at(id);
    input.lineId = lineOf(id);
    input.from = from;
    input.to = to;
    input.quantity = quantity;
    input.finding = finding;
    return input;
  }
  void move(const ReturnTransfer& input) { MoveReturned(as("wang")).execute(input); }
  void dispose(ReturnId id, Finding of, Disposition disposition, long long quantity) {
    auto input = transfer(id, Place::awaiting, Place::work, quantity);
    input.fromFinding = of;
    input.disposition = disposition;
    move(input);
  }
  void carryOut(ReturnId id, Disposition disposition, Place from, Place to, long long quantity,
                const std::string& document) {
    auto input = transfer(id, from, to, quantity);
    input.disposition = disposition;
    input.document = document;
    move(input);
  }
  void attach(ReturnId id, ReturnPaper paper) {
    const std::string bytes = "%PDF-1.4 authorised";
    NewReturnAttachment input;
    input.target = at(id);
    input.paper = paper;
    input.originalName = "authorisation.pdf";
    input.size = static_cast<long long>(bytes.size());
    Sha256 hash;
    hash.update(bytes);
    input.sha256 = hash.hex();
    bool read = false;
    AttachToReturn(as("wang")).execute(input, [&](std::size_t) {
      return std::exchange(read, true) ? std::string() : bytes;
    });
  }
  void writeDossier(ReturnId id, bool conclude) {
    NtfEntry entry;
    entry.target = at(id);
    for (const auto& dossier : openReturn(id).dossiers) entry.dossierId = dossier.id;
    entry.lineId = lineOf(id);
    entry.dataCollection = "Software 2.1, 300 h in the field";
    if (conclude) {
      entry.systemTest = "At the customer's bench, 72 h, nothing";
      entry.processStudy = "Test coverage of input dips is low";
      entry.result = "Not reproduced; input dips suspected";
      entry.liability = Liability::shared;
      entry.technicalFactor = 40;
      entry.agreedWith = "Ms Bauer, Nordwind";
      entry.agreedOn = today();
      entry.conclude = true;
    }
    WriteNtfDossier(as("wang")).execute(entry);
  }
  void expectBalanced(ReturnId id) {
    const ReturnBalance b = balance(id);
    EXPECT_EQ(b.announced() + b.surplus(), b.received() + b.missing() + b.expected());
    EXPECT_EQ(b.received(), b.at(Place::quarantine) + b.at(Place::test) + b.at(Place::awaiting) +
                                b.at(Place::external) + b.at(Place::retained) + b.at(Place::destroyed) +
                                b.disposed());
    const GoodsReturn& head = openReturn(id).head;
    EXPECT_EQ(head.announced, b.announced());
    EXPECT_EQ(head.received, b.received());
    EXPECT_EQ(head.openPieces, b.open());
  }
};

}  // namespace octad::model
