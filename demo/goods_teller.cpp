#include "demo/goods_teller.hpp"

#include <algorithm>

#include "demo/photo.hpp"
#include "model/core/sha256.hpp"
#include "model/core/zone.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/return_reader.hpp"
#include "model/returns/return_state.hpp"
#include "model/usecases/announce_return.hpp"
#include "model/usecases/attach_to_return.hpp"
#include "model/usecases/book_return_cost.hpp"
#include "model/usecases/close_return.hpp"
#include "model/usecases/count_sweep.hpp"
#include "model/usecases/guide_return.hpp"
#include "model/usecases/move_returned.hpp"
#include "model/usecases/ntf_process.hpp"
#include "model/usecases/receive_return.hpp"
#include "model/usecases/return_units.hpp"

namespace octad::demo {

using model::Disposition;
using model::Finding;
using model::ReturnPlace;

namespace {

constexpr const char* kWarehouse = "he";
constexpr const char* kTester = "liu";
constexpr const char* kFinance = "fang";
constexpr std::size_t kNamedUnits = 12;  ///< pieces that get a serial number

}  // namespace

GoodsTeller::GoodsTeller(model::Store& store, MovedClock& clock, std::string cqe)
    : m_store(store), m_clock(clock), m_cqe(std::move(cqe)) {
  for (const auto& person : store.reader().people())
    m_people[person.login] = {person.id, person.name, person.login, person.roles, person.departmentId};
}

void GoodsTeller::after(int hours) {
  m_clock.move(std::min(model::plusSeconds(m_clock.now(), 3600LL * hours), m_limit));
}

model::Workplace GoodsTeller::as(const std::string& login) {
  return {m_store, m_clock, m_people.at(login)};
}

model::ReturnFile GoodsTeller::open(model::ReturnId id) {
  return m_store.reader().returns().open(id);
}

void GoodsTeller::move(model::ReturnId id, ReturnPlace from, ReturnPlace to, long long quantity,
                       Finding finding) {
  if (quantity == 0) return;
  model::ReturnTransfer input;
  input.target.id = id;
  input.lineId = open(id).lines.front().id;
  input.from = from;
  input.to = to;
  input.quantity = quantity;
  input.finding = finding;
  if (to == ReturnPlace::quarantine) input.toLocation = "隔离区 A" + std::to_string(id.value % 6 + 1);
  model::MoveReturned(as(m_cqe)).execute(input);
}

void GoodsTeller::dispose(model::ReturnId id, Finding of, Disposition disposition, long long quantity) {
  if (quantity == 0) return;
  model::ReturnTransfer input;
  input.target.id = id;
  const auto file = open(id);
  input.lineId = file.lines.front().id;
  input.from = ReturnPlace::awaiting;
  input.to = ReturnPlace::work;
  input.fromFinding = of;
  input.disposition = disposition;
  // Named units go first; the rest goes by number.
  for (const auto& unit : file.units)
    if (unit.place == input.from && unit.finding == of &&
        static_cast<long long>(input.units.size()) < quantity)
      input.units.push_back(unit.id);
  const long long named = static_cast<long long>(input.units.size());
  if (named > 0) model::MoveReturned(as(m_cqe)).execute(input);
  input.units.clear();
  input.quantity = quantity - named;
  if (input.quantity > 0) model::MoveReturned(as(m_cqe)).execute(input);
}

void GoodsTeller::carryOut(model::ReturnId id, Disposition disposition, ReturnPlace from, ReturnPlace to,
                           const std::string& document) {
  const auto file = open(id);
  const auto balance = file.balance();
  for (const auto& entry : model::EnumKeys<Finding>::entries) {
    model::ReturnTransfer input;
    input.target.id = id;
    input.lineId = file.lines.front().id;
    input.from = from;
    input.to = to;
    input.fromFinding = entry.value;
    input.disposition = disposition;
    input.document = document;
    input.quantity = balance.at(from, entry.value, disposition);
    for (const auto& unit : file.units)
      if (unit.place == from && unit.finding == entry.value && unit.disposition == disposition)
        input.units.push_back(unit.id);
    const long long named = static_cast<long long>(input.units.size());
    if (named > 0) model::MoveReturned(as(m_cqe)).execute(input);
    input.units.clear();
    input.quantity -= named;
    if (input.quantity > 0) model::MoveReturned(as(m_cqe)).execute(input);
  }
}

/// Keeps a file with the return, or with one of its units.
void GoodsTeller::attach(model::ReturnId id, model::ReturnPaper paper, const std::string& name,
                         const std::string& bytes, std::optional<model::ReturnUnitId> unit) {
  model::NewReturnAttachment file;
  file.target.id = id;
  file.unitId = unit;
  file.paper = paper;
  file.originalName = name;
  file.size = static_cast<long long>(bytes.size());
  file.sha256 = model::sha256Hex(bytes);
  std::size_t read = 0;
  model::AttachToReturn(as(m_cqe)).execute(file, [&bytes, &read](std::size_t limit) {
    const std::string chunk = bytes.substr(read, limit);
    read += chunk.size();
    return chunk;
  });
}

model::ReturnId GoodsTeller::announce(const Goods& goods) {
  model::NewReturn input;
  input.blind = goods.blind;
  input.customer = goods.customer;
  input.kind = goods.seed % 3 == 0   ? model::ReturnKind::batchReject
               : goods.seed % 3 == 1 ? model::ReturnKind::lineReject
                                     : model::ReturnKind::field;
  input.treatment = goods.seed % 2 ? model::Treatment::replace : model::Treatment::credit;
  if (goods.caseNumber.empty() && !goods.blind) input.withoutCase = "正常换货, 非质量问题";
  input.customerRef = "RN-" + std::to_string(2600 + goods.seed);
  const model::Date today = model::Zone(m_store.reader().setting("zone")).date(m_clock.now());
  if (!goods.blind) {
    input.expectedOn = today.plusDays(3);
    input.replacementDueOn = today.plusDays(14);
  }
  model::NewReturnLine line;
  line.caseNumber = goods.caseNumber;
  line.part = goods.part;
  line.lot = goods.caseNumber.empty() ? "L2608B" : "";
  line.quantity = goods.announced;
  input.lines = {line};
  return model::AnnounceReturn(as(goods.blind ? kWarehouse : m_cqe)).execute(input).id;
}

void GoodsTeller::receive(model::ReturnId id, const Goods& goods) {
  model::ReturnReceipt receipt;
  receipt.target.id = id;
  receipt.noteNumber = "DN-" + std::to_string(70000 + goods.seed);
  receipt.lines = {{open(id).lines.front().id, goods.received,
                    goods.received == goods.announced ? "" : "外箱破损, 承运商已确认短少"}};
  model::ReceiveReturn(as(kWarehouse)).execute(receipt);
}

/// A dozen pieces with serial numbers, tested one by one; the first fail the standard test.
void GoodsTeller::test(model::ReturnId id, unsigned seed) {
  const auto line = open(id).lines.front().id;
  model::NewUnits units;
  units.target.id = id;
  units.lineId = line;
  units.place = ReturnPlace::test;
  const auto count =
      std::min<std::size_t>(kNamedUnits, static_cast<std::size_t>(open(id).balance().at(ReturnPlace::test)));
  for (std::size_t i = 0; i < count; ++i)
    units.units.push_back({"SN" + std::to_string(26100000 + seed * 100 + i), "2608", ""});
  if (units.units.empty()) return;
  model::AddReturnUnits(as(m_cqe)).execute(units);
  model::UnitTests failed;
  failed.target.id = id;
  if (seed % 3 == 1) failed.level = model::TestLevel::load;
  failed.specification = "TS-" + std::to_string(100 + seed % 7);
  failed.specificationRevision = "C";
  failed.analyst = m_people.at(kTester).name;
  failed.finding = Finding::confirmed;
  model::UnitTests passed = failed;
  passed.level = model::TestLevel::load;
  passed.finding.reset();
  const auto file = open(id);
  for (std::size_t i = 0; i < file.units.size(); ++i) {
    if (i % 4 != 3)
      failed.readings.push_back({file.units[i].id, false, "10.8 V", file.lines.front().failure});
    else
      passed.readings.push_back({file.units[i].id, true, "12.01 V", ""});
  }
  if (seed % 4 == 3)
    attach(id, model::ReturnPaper::photo, "unit.png", boardPhoto(seed), file.units.front().id);
  model::RecordUnitTests(as(m_cqe)).execute(failed);
  if (!passed.readings.empty()) model::RecordUnitTests(as(m_cqe)).execute(passed);
}

/// Everything still in test gets its finding: of the rest one in eight has no trouble, and of larger returns
/// a piece is the customer's doing and now and then one the carrier's.
void GoodsTeller::findAll(model::ReturnId id, const Goods& goods) {
  auto file = open(id);
  model::ReturnTransfer named;
  named.target.id = id;
  named.lineId = file.lines.front().id;
  named.from = ReturnPlace::test;
  named.to = ReturnPlace::awaiting;
  named.finding = Finding::noTroubleFound;
  named.foundBy = model::TestLevel::ntf;
  for (const auto& unit : file.units)
    if (unit.place == ReturnPlace::test) named.units.push_back(unit.id);
  if (!named.units.empty()) model::MoveReturned(as(m_cqe)).execute(named);
  long long left = file.balance().at(ReturnPlace::test) - static_cast<long long>(named.units.size());
  const auto find = [&](long long pieces, Finding finding) {
    pieces = std::clamp(pieces, 0LL, left);
    move(id, ReturnPlace::test, ReturnPlace::awaiting, pieces, finding);
    left -= pieces;
  };
  find(goods.received / 8 - static_cast<long long>(named.units.size()), Finding::noTroubleFound);
  find(goods.received / 15, Finding::customerCaused);
  find(goods.seed % 5 == 0 ? 1 : 0, Finding::transport);
  find(left, Finding::confirmed);
}

void GoodsTeller::concludeNtf(model::ReturnId id) {
  const auto file = open(id);
  if (!model::ntfTrigger(file, file.lines.front())) return;
  model::NtfEntry entry;
  entry.target.id = id;
  entry.lineId = file.lines.front().id;
  entry.dataCollection =
      "客户端运行 300 h, 软件 2.1, 常温 / 300 h at the customer, software 2.1, room temperature";
  entry.systemTest = "客户台架 72 h 未复现 / 72 h on the customer's bench, nothing";
  entry.processStudy = "输入跌落未覆盖, 测试规范待补充 / dips of the input are not covered by the test";
  entry.result = "未复现, 怀疑输入跌落 / not reproduced, dips of the input suspected";
  entry.liability = model::Liability::shared;
  entry.technicalFactor = 40;
  entry.agreedWith = "Frau Becker / 张工";
  entry.agreedOn = model::Zone(m_store.reader().setting("zone")).date(m_clock.now());
  entry.conclude = true;
  model::WriteNtfDossier(as(m_cqe)).execute(entry);
}

/// Half of what is confirmed is repaired with the customer's word, or credited; the rest is scrapped.
void GoodsTeller::disposeAll(model::ReturnId id, const Goods& goods) {
  const auto balance = open(id).balance();
  const long long confirmed = balance.found(Finding::confirmed);
  const bool repaired = goods.seed % 4 == 2;
  if (repaired)
    attach(id, model::ReturnPaper::authorisation, "repair-release.txt",
           "返修授权 / Repair release\nRMA " + open(id).head.rmaNumber + ", " +
               std::to_string(confirmed / 2) + " pcs\n");
  dispose(id, Finding::confirmed, repaired ? Disposition::repair : Disposition::credit, confirmed / 2);
  dispose(id, Finding::confirmed, Disposition::scrap, confirmed - confirmed / 2);
  dispose(id, Finding::noTroubleFound, Disposition::returnAsIs, balance.found(Finding::noTroubleFound));
  dispose(id, Finding::customerCaused, Disposition::returnAsIs, balance.found(Finding::customerCaused));
  dispose(id, Finding::transport, Disposition::scrap, balance.found(Finding::transport));
}

void GoodsTeller::settle(model::ReturnId id, const Goods& goods) {
  const std::string number = std::to_string(goods.seed);
  carryOut(id, Disposition::credit, ReturnPlace::work, ReturnPlace::credited, "CN-2026-" + number);
  carryOut(id, Disposition::scrap, ReturnPlace::work, ReturnPlace::scrapped, "SC-" + number);
  carryOut(id, Disposition::repair, ReturnPlace::work, ReturnPlace::ready, "IR-" + number);
  carryOut(id, Disposition::repair, ReturnPlace::ready, ReturnPlace::shipped, "DN-OUT-" + number);
  carryOut(id, Disposition::returnAsIs, ReturnPlace::work, ReturnPlace::shipped, "DN-OUT-" + number);
  if (open(id).balance().at(ReturnPlace::credited) > 0) {
    model::CostEntry cost;
    cost.target.id = id;
    cost.amount = std::to_string(120 * goods.received) + ".00";
    cost.currency = "CNY";
    cost.document = "CN-2026-" + number;
    model::BookReturnCost(as(kFinance)).execute(cost);
  }
  model::CloseReturn(as(m_cqe)).execute({{id, 0, {}}, {}});
}

void GoodsTeller::tell(const Goods& goods, model::Instant from, model::Instant limit) {
  m_clock.move(from);
  m_limit = limit;
  const model::ReturnId id = announce(goods);
  const auto reached = [&goods](Until step) { return goods.until <= step; };
  if (!goods.blind) {
    if (reached(Until::announced)) return;
    after(6);
    model::AuthoriseReturn(as(m_cqe)).execute(
        {{id, 0, {}}, {}, "请在外箱标注 RMA 号 / mark the RMA number on the box", model::CostBearer::us, {}});
    after(20);
    model::SendReturn(as(m_cqe)).execute({{id, 0, {}},
                                          goods.seed % 2 ? "顺丰" : "DHL",
                                          "DN-" + std::to_string(70000 + goods.seed),
                                          model::CostBearer::undecided,
                                          {},
                                          {}});
    if (reached(Until::sent)) return;
    after(48 + static_cast<int>(goods.seed % 4) * 24);
    receive(id, goods);
  }
  if (reached(Until::received)) return;
  after(3);
  move(id, ReturnPlace::quarantine, ReturnPlace::quarantine, goods.received);
  if (reached(Until::stored)) return;
  after(20);
  move(id, ReturnPlace::quarantine, ReturnPlace::test, goods.received);
  test(id, goods.seed);
  if (reached(Until::inTest)) return;
  after(48 + static_cast<int>(goods.seed % 3) * 24);
  findAll(id, goods);
  if (reached(Until::found)) return;
  after(24);
  concludeNtf(id);
  disposeAll(id, goods);
  if (reached(Until::working)) return;
  after(48);
  settle(id, goods);
}

void GoodsTeller::sortStock(model::ComplaintId complaint) {
  const auto file = m_store.reader().openCase(complaint);
  for (const auto& row : file.sweep) {
    if (row.open() <= 0 || !row.notApplicable.empty()) continue;
    model::SweepEntry entry;
    entry.sweepId = row.id;
    entry.ok = row.open() * 2 / 3;
    entry.ng = std::min<long long>(2, row.open() - entry.ok);
    entry.note = "按批次全检 / 100 % inspection by lot";
    model::CountSweep(as(kWarehouse)).execute(entry);
  }
}

}  // namespace octad::demo
