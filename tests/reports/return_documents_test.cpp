// The papers of a return and the containment summary.
#include "reports/forms/return_documents.hpp"

#include <gtest/gtest.h>

#include "model/core/error.hpp"
#include "reports/charts/barcode.hpp"
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
  for (const auto document : {ReturnDocument::labels, ReturnDocument::tests, ReturnDocument::scrap})
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

}  // namespace
}  // namespace octad::reports
