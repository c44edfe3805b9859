#pragma once

#include "model/returns/return_file.hpp"

namespace octad::reports {

/// The return of the journey: 120 announced, 118 received, 100 confirmed, 12 without trouble found, 6
/// caused by the customer, disposed of and credited. `units` pieces have serial numbers and tests.
inline model::ReturnFile sampleReturn(int units = 24) {
  using namespace model;
  ReturnFile file;
  file.head.id = ReturnId(1);
  file.head.number = "R26-00012";
  file.head.rmaNumber = "RMA-5521";
  file.head.customerRef = "QM-88231";
  file.head.announcedOn = Date(2026, 10, 8);
  file.head.authorisedOn = Date(2026, 10, 9);
  file.head.authorisedBy = PersonId(1);
  file.head.sentOn = Date(2026, 10, 10);
  file.head.receivedOn = Date(2026, 10, 13);
  file.head.conditions = "封样寄回，外箱注明 RMA 号 Mark the RMA number on the box";
  file.head.noteNumber = "DN-70012";
  file.head.caseNumbers = "C26-00031";
  file.head.state = ReturnState::settled;
  file.customer.name = "Nordwind Automotive (Suzhou)";
  file.customer.address = "苏州工业园区 8 号 8 Industrial Park, Suzhou";
  file.parts = {{PartId(1), "PSU-12V-2A", "12V2A 适配器 adapter", "PSU", false, true}};
  Person person;
  person.id = PersonId(1);
  person.name = "王芳";
  file.people = {person};
  ReturnLine line;
  line.id = ReturnLineId(1);
  line.partId = PartId(1);
  line.lot = "L2608B";
  line.failure = "无输出 no output";
  file.lines = {line};
  const auto move = [&file](ReturnPlace from, ReturnPlace to, long long quantity,
                            Finding before = Finding::open, Finding after = Finding::open,
                            Disposition disposition = Disposition::none, std::string document = {},
                            std::string reason = {}) {
    ReturnMovement movement;
    movement.id = MovementId(static_cast<long long>(file.movements.size()) + 1);
    movement.lineId = ReturnLineId(1);
    movement.from = from;
    movement.to = to;
    movement.fromFinding = before;
    movement.toFinding = after;
    movement.disposition = disposition;
    if (from == ReturnPlace::quarantine) movement.fromLocation = "隔离区 A3";
    if (to == ReturnPlace::quarantine) movement.toLocation = "隔离区 A3";
    movement.quantity = quantity;
    movement.document = std::move(document);
    movement.reason = std::move(reason);
    movement.movedOn = Date(2026, 10, 14);
    movement.recordedBy = PersonId(1);
    file.movements.push_back(movement);
  };
  using enum ReturnPlace;
  move(outside, expected, 120);
  move(expected, quarantine, 118);
  move(expected, missing, 2, Finding::open, Finding::open, Disposition::none, {}, "外箱破损 torn box");
  move(quarantine, test, 108);
  move(quarantine, awaiting, 10, Finding::open, Finding::confirmed);
  move(test, awaiting, 90, Finding::open, Finding::confirmed);
  move(test, awaiting, 12, Finding::open, Finding::noTroubleFound);
  move(test, awaiting, 6, Finding::open, Finding::customerCaused);
  move(awaiting, work, 40, Finding::confirmed, Finding::confirmed, Disposition::scrap);
  move(work, scrapped, 40, Finding::confirmed, Finding::confirmed, Disposition::scrap, "SC-31",
       "压碎 crushed");
  move(awaiting, work, 60, Finding::confirmed, Finding::confirmed, Disposition::credit);
  move(work, credited, 60, Finding::confirmed, Finding::confirmed, Disposition::credit, "CN-2026-31");
  for (int i = 0; i < units; ++i) {
    ReturnUnit unit;
    unit.id = ReturnUnitId(i + 1);
    unit.lineId = ReturnLineId(1);
    unit.serial = "SN" + std::to_string(26100000 + i);
    unit.dateCode = "2608";
    unit.finding = i % 4 == 3 ? Finding::noTroubleFound : Finding::confirmed;
    unit.foundBy = i % 4 == 3 ? TestLevel::load : TestLevel::standard;
    unit.failure = i % 4 == 3 ? "" : i % 2 ? "无输出 no output" : "纹波超标 ripple too high";
    file.units.push_back(unit);
    UnitTest record;
    record.id = RowId(i + 1);
    record.unitId = unit.id;
    record.level = *unit.foundBy;
    record.specification = "TS-104";
    record.specificationRevision = "C";
    record.passed = i % 4 == 3;
    record.measured = record.passed ? "12.01 V, 38 mVpp" : "0.00 V";
    record.failure = unit.failure;
    record.analyst = "刘洋";
    record.testedOn = Date(2026, 10, 15);
    file.tests.push_back(record);
  }
  NtfDossier dossier;
  dossier.lineId = ReturnLineId(1);
  dossier.trigger = "12 pieces without trouble found: from 3 on the NTF process is followed.";
  dossier.dataCollection = "客户端运行 300 h，软件 2.1 300 h at the customer, software 2.1";
  dossier.systemTest = "客户台架 72 h 未复现 72 h on the bench, nothing";
  dossier.processStudy = "输入跌落未覆盖 dips of the input are not covered";
  dossier.result = "未复现 not reproduced";
  dossier.liability = Liability::shared;
  dossier.technicalFactor = 40;
  dossier.agreedWith = "Frau Becker";
  dossier.agreedOn = Date(2026, 10, 20);
  file.dossiers = {dossier};
  file.costs = {{RowId(1), ReturnId(1), CostKind::credit, 1234050, "CNY", "CN-2026-31", Date(2026, 10, 21),
                 "", false, PersonId(1)}};
  return file;
}

/// One more movement of the line.
inline model::ReturnMovement& book(model::ReturnFile& file, model::ReturnPlace from, model::ReturnPlace to,
                                   long long quantity, model::Finding before, model::Finding after,
                                   model::Date day,
                                   model::Disposition disposition = model::Disposition::none) {
  model::ReturnMovement movement;
  movement.id = model::MovementId(static_cast<long long>(file.movements.size()) + 1);
  movement.lineId = model::ReturnLineId(1);
  movement.from = from;
  movement.to = to;
  movement.fromFinding = before;
  movement.toFinding = after;
  movement.quantity = quantity;
  movement.disposition = disposition;
  movement.movedOn = day;
  movement.recordedBy = model::PersonId(1);
  return file.movements.emplace_back(movement);
}

/// The counter-movement of a movement that was wrong.
inline void takeBack(model::ReturnFile& file, model::ReturnMovement movement, model::Date day) {
  auto& back = book(file, movement.to, movement.from, movement.quantity, movement.toFinding,
                    movement.fromFinding, day, movement.disposition);
  back.fromLocation = movement.toLocation;
  back.toLocation = movement.fromLocation;
  back.reverses = movement.id;
}

}  // namespace octad::reports
