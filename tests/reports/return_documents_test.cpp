// The papers of a return and the containment summary.
#include "reports/forms/return_documents.hpp"

#include <gtest/gtest.h>

#include "model/core/catalogue.hpp"
#include "model/core/error.hpp"
#include "model/returns/return_state.hpp"
#include "reports/charts/barcode.hpp"
#include "reports/forms/return_values.hpp"
#include "tests/reports/render_support.hpp"
#include "tests/reports/return_sample.hpp"
#include "tests/reports/rich_case.hpp"

namespace octad::reports {
namespace {

using tests::contains;
using tests::joinedText;

std::string printed(ReturnDocument document, DocumentLanguage language, const model::ReturnFile& file,
                    DocumentFormat format = DocumentFormat::pdf) {
  DocumentOptions options;
  options.language = language;
  options.format = format;
  options.printedAt = tests::october(31, 14);
  options.company = "华东电源";
  return returnDocument(
      document, file, tests::kRichHash, [](model::ReturnAttachmentId) { return std::string(); }, options);
}

/// The line of a printed text that holds `what`.
std::string lineWith(const std::string& text, const std::string& what) {
  const auto at = text.find(what);
  return at == std::string::npos ? std::string() : text.substr(at, text.find('\n', at) - at);
}

TEST(ReturnDocuments, SayWhatTheirReadersLookFor) {
  const auto file = sampleReturn();
  const auto english = [&file](ReturnDocument document) {
    return joinedText(printed(document, DocumentLanguage::english, file));
  };
  const auto note = english(ReturnDocument::note);
  for (const char* wanted : {"RMA-5521", "Nordwind", "PSU-12V-2A", "120", "Please write the RMA number"})
    EXPECT_TRUE(contains(note, wanted)) << wanted;
  const auto discrepancy = english(ReturnDocument::discrepancy);
  for (const char* wanted :
       {"118", "Missing", "torn box", "120 announced + 0 surplus = 118 received + 2 missing"})
    EXPECT_TRUE(contains(discrepancy, wanted)) << wanted;
  const auto tests = english(ReturnDocument::tests);
  for (const char* wanted : {"SN26100000", "TS-104 C", "ripple too high", "failed"})
    EXPECT_TRUE(contains(tests, wanted)) << wanted;
  const auto scrap = english(ReturnDocument::scrap);
  for (const char* wanted : {"SC-31", "40", "crushed"}) EXPECT_TRUE(contains(scrap, wanted)) << wanted;
  const auto ffa = english(ReturnDocument::ffa);
  for (const char* wanted : {"not reproduced", "40 %", "12,340.50 CNY", "No trouble found", "CN-2026-31"})
    EXPECT_TRUE(contains(ffa, wanted)) << wanted;
}

TEST(ReturnDocuments, WhatIsStillToComeIsNoAgreement) {
  auto file = sampleReturn();
  std::erase_if(file.movements, [](const model::ReturnMovement& movement) {
    return movement.to == model::ReturnPlace::missing;
  });
  const auto text = joinedText(printed(ReturnDocument::discrepancy, DocumentLanguage::english, file));
  EXPECT_TRUE(contains(text, "2 announced pieces are still to come."));
  EXPECT_FALSE(contains(text, "What came is what was announced."));
}

TEST(ReturnDocuments, TheAuthorisationIsAddressed) {
  EXPECT_TRUE(contains(joinedText(printed(ReturnDocument::note, DocumentLanguage::english, sampleReturn())),
                       "8 Industrial Park, Suzhou"));
}

// The customer gets what was agreed: where it goes, and none of the pieces that nobody announced.
TEST(ReturnDocuments, TheAuthorisationHoldsWhatWasAnnounced) {
  auto file = sampleReturn();
  file.customer.address.clear();
  file.head.rmaNumber = "RMA-2026-1122-334-ABCDEFGH-0099";
  auto wrong = file.lines.front();
  wrong.id = model::ReturnLineId(2);
  wrong.position = 2;
  wrong.nature = model::LineNature::wrongPart;
  wrong.lot = "L-WRONG";
  file.lines.push_back(wrong);
  const auto text = joinedText(printed(ReturnDocument::note, DocumentLanguage::english, file));
  EXPECT_FALSE(contains(text, "Business address")) << text;
  EXPECT_TRUE(contains(text, "Send the goods to")) << text;
  EXPECT_FALSE(contains(text, "L-WRONG")) << text;
  EXPECT_FALSE(contains(text, "\xe2\x80\x90")) << "no hyphen that is not in the number";
}

TEST(ReturnDocuments, FindingsAreNoPhenomena) {
  auto file = sampleReturn();
  for (auto& unit : file.units) unit.failure.clear();
  const Labels labels(DocumentLanguage::english);
  const auto rows = phenomenonRows({file, labels, {}});
  ASSERT_EQ(rows.list()->size(), 1U);
  EXPECT_EQ(*rows.list()->front().map()->at("phenomenon").text(), "no phenomenon recorded");
}

TEST(ReturnDocuments, SignaturesAreNotAloneOnAPage) {
  const auto pages =
      tests::pageTexts(printed(ReturnDocument::discrepancy, DocumentLanguage::bilingual, sampleReturn()));
  ASSERT_FALSE(pages.empty());
  EXPECT_TRUE(contains(pages.back(), "Signatures") && contains(pages.back(), "Difference"));
}

TEST(ReturnDocuments, NobodyPrintsAnAuthorisationThatWasNotGiven) {
  auto file = sampleReturn();
  file.head.authorisedOn.reset();
  EXPECT_THROW(printed(ReturnDocument::note, DocumentLanguage::english, file), model::Refused);
}

TEST(ReturnDocuments, TheRuleThatAskedForADossierSpeaksTheLanguageOfThePaper) {
  auto file = sampleReturn();
  ASSERT_FALSE(file.dossiers.empty());
  file.dossiers.front().trigger =
      model::Catalogue().sentence(*model::ntfTrigger(file, file.line(file.dossiers.front().lineId)));
  EXPECT_FALSE(contains(joinedText(printed(ReturnDocument::ffa, DocumentLanguage::chinese, file)),
                        "without trouble found"));
}

// Pieces can have a finding although no unit with a serial number has one.
TEST(ReturnDocuments, TestReportsShowFindingsOfPiecesWithoutSerialNumbers) {
  auto file = sampleReturn(2);
  for (auto& unit : file.units) unit.finding = model::Finding::open;
  const auto text = joinedText(printed(ReturnDocument::tests, DocumentLanguage::english, file));
  for (const char* wanted : {"Findings", "Confirmed", "Customer-caused"})
    EXPECT_TRUE(contains(text, wanted)) << wanted;
  EXPECT_FALSE(contains(text, "By phenomenon"));
}

TEST(ReturnDocuments, TheLastFindingIsTheLastThatStands) {
  auto file = sampleReturn();
  file.movements[6].movedOn = model::Date(2026, 10, 17);
  using enum model::ReturnPlace;
  using model::Finding;
  // A finding that is taken back, and a disposition that is decided again: neither is a finding.
  const auto wrong = book(file, test, awaiting, 1, Finding::open, Finding::transport, {2026, 10, 24});
  takeBack(file, wrong, {2026, 10, 25});
  const auto decided = book(file, awaiting, work, 6, Finding::customerCaused, Finding::customerCaused,
                            {2026, 10, 26}, model::Disposition::returnAsIs);
  takeBack(file, decided, {2026, 10, 27});
  book(file, work, awaiting, 5, Finding::confirmed, Finding::confirmed, {2026, 10, 28},
       model::Disposition::scrap);
  const auto text = joinedText(printed(ReturnDocument::ffa, DocumentLanguage::english, file));
  EXPECT_TRUE(contains(lineWith(text, "Last finding"), "2026-10-17")) << text;
}

TEST(ReturnDocuments, LabelsTellWhenTheirPiecesCame) {
  using enum model::ReturnPlace;
  using model::Finding;
  auto file = sampleReturn(0);
  file.movements.resize(2);
  EXPECT_TRUE(
      contains(joinedText(printed(ReturnDocument::labels, DocumentLanguage::english, file)), "2026-10-14"))
      << "the day of the ledger, not the first of the return";
  // The place is emptied and filled again by a later delivery; a booking that was wrong tells nothing.
  book(file, quarantine, test, 118, Finding::open, Finding::open, {2026, 10, 15}).fromLocation = "隔离区 A3";
  auto& later = book(file, surplus, quarantine, 20, Finding::open, Finding::open, {2026, 10, 22});
  later.toLocation = "隔离区 A3";
  auto& wrong = book(file, surplus, quarantine, 9, Finding::open, Finding::open, {2026, 10, 23});
  wrong.toLocation = "隔离区 A3";
  takeBack(file, wrong, {2026, 10, 24});
  auto text = joinedText(printed(ReturnDocument::labels, DocumentLanguage::english, file));
  EXPECT_TRUE(contains(text, "2026-10-22")) << text;
  EXPECT_FALSE(contains(text, "2026-10-14") || contains(text, "2026-10-23")) << text;
  book(file, surplus, quarantine, 5, Finding::open, Finding::open, {2026, 10, 29}).toLocation = "隔离区 A3";
  text = joinedText(printed(ReturnDocument::labels, DocumentLanguage::english, file));
  EXPECT_TRUE(contains(text, "2026-10-22 – 2026-10-29")) << text;
}

// Every row of the dispositions, and their total, says where each decided piece is.
TEST(ReturnDocuments, DispositionsAddUp) {
  using enum model::ReturnPlace;
  using model::Finding;
  auto file = sampleReturn(0);
  book(file, awaiting, retained, 2, Finding::noTroubleFound, Finding::noTroubleFound, {2026, 10, 22});
  book(file, awaiting, destroyed, 3, Finding::noTroubleFound, Finding::noTroubleFound, {2026, 10, 22});
  book(file, awaiting, external, 4, Finding::noTroubleFound, Finding::noTroubleFound, {2026, 10, 22});
  const Labels labels(DocumentLanguage::english);
  const auto rows = dispositionRows({file, labels, {}});
  ASSERT_EQ(rows.list()->size(), 5U) << "scrap, credit, retained, destroyed, total";
  for (const auto& row : *rows.list()) {
    long long sum = 0;
    for (const char* field : {"shipped", "credited", "scrapped", "kept", "open"})
      sum += std::stoll(*row.map()->at(field).text());
    EXPECT_EQ(std::to_string(sum), *row.map()->at("decided").text());
  }
  EXPECT_EQ(*rows.list()->back().map()->at("decided").text(), "105");
  EXPECT_EQ(*rows.list()->back().map()->at("kept").text(), "5");
}

TEST(ReturnDocuments, DatesStandOnOneLine) {
  for (const auto language : {DocumentLanguage::chinese, DocumentLanguage::bilingual})
    for (const auto document : {ReturnDocument::scrap, ReturnDocument::discrepancy})
      EXPECT_TRUE(contains(joinedText(printed(document, language, sampleReturn())), "2026-10-14"))
          << model::labelOf(document);
}

TEST(ReturnDocuments, DifferencesNameWhatTheMissingPiecesAre) {
  auto file = sampleReturn();
  file.lines[0].nature = model::LineNature::wrongPart;
  const Labels labels(DocumentLanguage::english);
  auto rows = differenceRows({file, labels, {}});
  ASSERT_EQ(rows.list()->size(), 1U);
  EXPECT_EQ(*rows.list()->front().map()->at("what").text(), "Missing · Wrong part");
  // Turned up later: the report says so, or it would not agree with the lines above it.
  book(file, model::ReturnPlace::missing, model::ReturnPlace::quarantine, 1, model::Finding::open,
       model::Finding::open, {2026, 10, 22});
  rows = differenceRows({file, labels, {}});
  ASSERT_EQ(rows.list()->size(), 2U);
  EXPECT_EQ(*rows.list()->back().map()->at("what").text(), "Missing → Quarantine · Wrong part");
}

TEST(ReturnDocuments, SpeakTheLanguagesOfTheirReaders) {
  const auto file = sampleReturn();
  for (const auto& entry : model::EnumKeys<ReturnDocument>::entries) {
    auto labelled = file;
    if (entry.value == ReturnDocument::labels) labelled.movements.resize(3);
    const auto chinese = joinedText(printed(entry.value, DocumentLanguage::chinese, labelled));
    EXPECT_TRUE(contains(chinese, "返") || contains(chinese, "隔离") || contains(chinese, "报废") ||
                contains(chinese, "失效"))
        << entry.key;
    EXPECT_FALSE(contains(chinese, "[[")) << entry.key;
    EXPECT_FALSE(printed(entry.value, DocumentLanguage::bilingual, labelled, DocumentFormat::html).empty());
  }
}

TEST(ReturnDocuments, PrintNothingThatIsNotThere) {
  model::ReturnFile empty = sampleReturn(0);
  empty.movements.clear();
  for (const auto document : {ReturnDocument::labels, ReturnDocument::tests, ReturnDocument::scrap,
                              ReturnDocument::ffa, ReturnDocument::discrepancy})
    EXPECT_THROW(printed(document, DocumentLanguage::english, empty), model::Refused);
}

TEST(ReturnDocuments, FiveHundredUnitsRepeatTheirHeader) {
  const auto pages =
      tests::pageTexts(printed(ReturnDocument::tests, DocumentLanguage::english, sampleReturn(500)));
  ASSERT_GT(pages.size(), 5U);
  for (const auto& page : pages) EXPECT_TRUE(!contains(page, "SN2610") || contains(page, "Serial number"));
}

// A scanner reads what the label says.
TEST(ReturnDocuments, LabelsAreReadByAScanner) {
  auto file = sampleReturn();
  file.movements.resize(2);
  const tests::ScratchFolder folder;
  const auto path =
      folder.write("labels.pdf", printed(ReturnDocument::labels, DocumentLanguage::bilingual, file));
  tests::outputOf("pdftoppm -r 200 -png '" + path + "' '" + path + "'");
  EXPECT_TRUE(contains(tests::outputOf("zbarimg -q --raw '" + path + "'-*.png"), "R26-00012/1"));
  const auto code = toPng(barcodeDrawing("qr", "R26-00012", BarcodeKind::qr, 120, 120), 4);
  const auto qr = folder.write("qr.png", code);
  EXPECT_TRUE(contains(tests::outputOf("convert '" + qr + "' -bordercolor white -border 40 '" + qr +
                                       "' && zbarimg -q --raw '" + qr + "'"),
                       "R26-00012"));
}

TEST(ContainmentSummary, SaysWhatWasSortedAndFromWhereOnItIsGood) {
  DocumentOptions options;
  options.language = DocumentLanguage::english;
  options.printedAt = tests::october(31, 14);
  auto file = tests::richCase();
  const auto text = joinedText(containmentSummary(file, tests::kRichHash, options));
  for (const char* wanted : {"Clean point", "12,361", "2026-10-11", "1,200", "risk accepted by"})
    EXPECT_TRUE(contains(text, wanted)) << wanted;
  EXPECT_TRUE(contains(text, file.problem.cleanPoint)) << file.problem.cleanPoint;
}

TEST(ContainmentSummary, SaysWhenAContainmentEnded) {
  model::CaseFile file = tests::richCase();
  DocumentOptions options;
  options.language = DocumentLanguage::english;
  options.printedAt = tests::october(31, 14);
  const auto text = [&] { return joinedText(containmentSummary(file, tests::kRichHash, options)); };
  EXPECT_FALSE(contains(text(), "Lifted on")) << "in force";
  for (auto& action : file.actions)
    if (action.kind == model::ActionKind::containment) action.liftedOn = model::Date(2026, 10, 30);
  EXPECT_TRUE(contains(text(), "Lifted on 2026-10-30"));
}

TEST(ContainmentSummary, NamesTheLocationsNobodyCounted) {
  model::CaseFile file = tests::richCase();
  DocumentOptions options;
  options.language = DocumentLanguage::english;
  options.printedAt = tests::october(31, 14);
  const auto text = [&] { return joinedText(containmentSummary(file, tests::kRichHash, options)); };
  EXPECT_TRUE(contains(text(), "Not counted yet: At the supplier"));
  model::SweepRow supplier;
  supplier.location = model::SweepLocation::supplier;
  supplier.notApplicable = "own part";
  file.sweep.push_back(supplier);
  EXPECT_FALSE(contains(text(), "Not counted yet"));
}

}  // namespace
}  // namespace octad::reports
