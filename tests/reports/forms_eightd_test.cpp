#include <gtest/gtest.h>
#include <set>

#include "model/core/error.hpp"
#include "model/eightd/signing.hpp"
#include "reports/forms/catalogues.hpp"
#include "reports/forms/eightd_report.hpp"
#include "reports/forms/working_paper.hpp"
#include "templates/templates.hpp"
#include "tests/reports/render_support.hpp"
#include "tests/reports/rich_case.hpp"

namespace octad::reports {
namespace {

using tests::contains;
using tests::joinedText;
using tests::kRichHash;
using tests::occurrences;
using tests::pageTexts;
using tests::richCase;
using tests::richPhotos;

DocumentOptions optionsFor(DocumentLanguage language, DocumentFormat format = DocumentFormat::pdf) {
  DocumentOptions options;
  options.language = language;
  options.format = format;
  options.printedAt = tests::october(31, 14);
  options.company = "华东电源";
  options.companyEn = "Huadong Power";
  return options;
}

std::string report(const model::CaseFile& file, DocumentLanguage language,
                   DocumentFormat format = DocumentFormat::pdf) {
  return eightDReport(file, kRichHash, richPhotos, optionsFor(language, format));
}

/// Text without white space, so that line breaks in narrow columns do not matter.
std::string packed(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\n') out += c;
  return out;
}

TEST(FormsEightD, EveryPartOfACaseIsPrinted) {
  const auto pages = pageTexts(report(richCase(), DocumentLanguage::english));
  EXPECT_GE(pages.size(), 4U);
  EXPECT_LE(pages.size(), 9U);
  std::string all;
  for (const auto& page : pages) {
    EXPECT_TRUE(contains(page, "Uncontrolled copy")) << page;
    EXPECT_TRUE(contains(page, "Printed 2026-10-31 14:00 (Asia/Shanghai)")) << page;
    EXPECT_TRUE(contains(page, "Record hash 3f2a 91c0 5d7e 4b61")) << page;
    EXPECT_TRUE(contains(page, "C26-00412")) << page;
    all += page;
  }
  const auto text = packed(all);
  for (const char* part : {"Huadong Power",
                           "8D report",
                           "Major complaint",
                           "QN-2026-77310",
                           "2026-10-09 14:00",
                           "2026-10-23",
                           "PSU-12V-2A",
                           "20260918",
                           "4,500 ppm",
                           "Emergency response",
                           "Team leader",
                           "lijun@octad.example",
                           "Customer statement (verbatim)",
                           "Line stopped for 40 minutes",
                           "No output, open joint at J3",
                           "19,692",
                           "risk accepted by: 赵敏",
                           "20261012-A",
                           "sorting report",
                           "TUA",
                           "TUN",
                           "SUA",
                           "SUN",
                           "J3 在板边",
                           "Flux lost its activity",
                           "Root cause",
                           "Main cause",
                           "Measurement",
                           "Proof before rollout",
                           "试产 200",
                           "Side effects: 交期晚 1 天",
                           "4M-2026-118 · PCN / PPAP: Granted PCN-26-014",
                           "3 lots · Sample (pieces): 3,600",
                           "8 × 4 × 6 = 192 → 8 × 2 × 3 = 48",
                           "2 号波峰焊线 wave soldering line 2",
                           "新项目 PSU-24V new project",
                           "thanked in the quality meeting",
                           "Excluded",
                           "Hypothesis",
                           "cross-section",
                           "Replace the heater",
                           "4.1TUA",
                           "97 %",
                           "Not effective",
                           "Effective",
                           "3,600",
                           "PFMEA-PSU-03",
                           "D → E",
                           "Not affected: 设计未变",
                           "Overdue",
                           "R26-00007",
                           "Accepted by customer",
                           "Please add the field stock.",
                           "on behalf of: Manufacturing engineering",
                           "Satisfied",
                           "furnace-profile.pdf",
                           kRichHash,
                           "Open solder joint at J3"}) {
    EXPECT_TRUE(contains(text, packed(part))) << part;
  }
}

TEST(FormsEightD, SignaturesArePrintedAndSupersededOnesSaySo) {
  auto file = richCase();
  EXPECT_FALSE(contains(packed(joinedText(report(file, DocumentLanguage::english))), packed("Hash of the record")));
  auto signature = model::unsignedRow(file, model::subjectFrom(file, "D4"));
  signature.meaning = model::SignatureMeaning::approved;
  signature.printedName = "签名人";
  signature.signedAt = tests::october(20, 15);
  signature.reauthenticated = model::Reauthentication::password;
  file.signatures.push_back(signature);
  const auto valid = packed(joinedText(report(file, DocumentLanguage::english)));
  for (const char* part : {"Signatures", "D4 Root cause, revision", "Approved", "签名人", "2026-10-20 15:00"})
    EXPECT_TRUE(contains(valid, packed(part))) << part;
  EXPECT_FALSE(contains(valid, packed("superseded")));
  file.causes.front().proof += " 又改了";
  EXPECT_TRUE(contains(packed(joinedText(report(file, DocumentLanguage::english))),
                       packed("superseded: the record was changed afterwards")));
}

TEST(FormsEightD, AMarkedPhotoIsPrintedWithItsMarksAndOthersAsTheyCame) {
  const auto all = joinedText(report(richCase(), DocumentLanguage::english));
  EXPECT_EQ(occurrences(packed(all), packed("open joint here")), 1U);
  const auto html = report(richCase(), DocumentLanguage::english, DocumentFormat::html);
  EXPECT_EQ(occurrences(html, "data:image/png"), 1U) << "the photo without marks is the file itself";
  auto unmarked = richCase();
  unmarked.pictureMarks.clear();
  EXPECT_EQ(occurrences(report(unmarked, DocumentLanguage::english, DocumentFormat::html), "data:image/png"),
            2U);
}

TEST(FormsEightD, PagesAreNumbered) {
  const auto pages = pageTexts(report(richCase(), DocumentLanguage::chinese));
  const auto count = std::to_string(pages.size());
  for (std::size_t i = 0; i < pages.size(); ++i)
    EXPECT_TRUE(contains(packed(pages[i]), "第" + std::to_string(i + 1) + "页，共" + count + "页"))
        << pages[i];
}

TEST(FormsEightD, LabelsAreInTheLanguageOfTheDocument) {
  const auto chinese = packed(joinedText(report(richCase(), DocumentLanguage::chinese)));
  for (const char* label : {"8D报告", "华东电源", "重大客诉", "根本原因", "库存排查", "效果验证", "无效",
                            "非受控副本", "附件清单", "组长", "审批"})
    EXPECT_TRUE(contains(chinese, label)) << label;
  for (const char* label : {"Stockswee", "Uncontrolledcopy", "Rootcause", "Huadong"})
    EXPECT_FALSE(contains(chinese, label)) << label;
  const auto both = packed(joinedText(report(richCase(), DocumentLanguage::bilingual)));
  for (const char* label : {"8D报告/8Dreport", "库存排查/Stocksweep", "非受控副本/Uncontrolledcopy",
                            "重大客诉/Majorcomplaint", "华东电源/HuadongPower"})
    EXPECT_TRUE(contains(both, label)) << label;
}

TEST(FormsEightD, InternalWordingIsNotLeaked) {
  for (const auto format : {DocumentFormat::pdf, DocumentFormat::html}) {
    const auto bytes = report(richCase(), DocumentLanguage::bilingual, format);
    const auto text = format == DocumentFormat::pdf ? packed(joinedText(bytes)) : bytes;
    for (const char* word : tests::kInternalWords) EXPECT_FALSE(contains(text, word)) << word;
    EXPECT_FALSE(contains(text, "C26-00420")) << "the case of another customer";
    EXPECT_FALSE(contains(text, "12,640")) << "our loss";
    EXPECT_FALSE(contains(text, "Rejected")) << "an internal rejection";
  }
}

TEST(FormsEightD, InternalWordingStandsInWhereThereIsNoOther) {
  auto file = richCase();
  file.disciplines[4].text = "Only wording there is";
  file.disciplines[4].textCustomer.clear();
  EXPECT_TRUE(contains(joinedText(report(file, DocumentLanguage::english)), "Only wording there is"));
}

TEST(FormsEightD, StepsThatAreNotDoneSaySo) {
  auto file = richCase();
  file.disciplines[4].state = model::DisciplineState::rejected;
  file.disciplines[5].state = model::DisciplineState::submitted;
  file.disciplines[8].state = model::DisciplineState::open;
  file.disciplines[8].textCustomer.clear();
  file.replies.clear();
  const auto text = joinedText(report(file, DocumentLanguage::english));
  EXPECT_TRUE(contains(text, "Steps still open: D4, D5, D8")) << text;
  EXPECT_TRUE(contains(text, "Open: the entries below are work in progress."));
  EXPECT_TRUE(contains(text, "Submitted: the entries below are under review."));
  EXPECT_TRUE(contains(text, "Open: nothing is recorded for this step yet."));
  EXPECT_FALSE(contains(text, "All steps of this report are approved"));
}

TEST(FormsEightD, OtherIssuesGetAShorterForm) {
  auto file = richCase();
  const auto full = pageTexts(report(file, DocumentLanguage::english)).size();
  file.complaint.severity = model::SeverityClass::other;
  file.team.clear();
  file.actions.clear();
  file.documentChanges.clear();
  file.verifications.clear();
  file.readAcross.clear();
  file.problem.effectCriterion.clear();
  file.problem.effectWindow.reset();
  file.problem.effectSample.reset();
  for (const auto code : {1, 5, 6, 7}) file.disciplines[static_cast<std::size_t>(code)].textCustomer.clear();
  const auto pages = pageTexts(report(file, DocumentLanguage::english));
  EXPECT_LT(pages.size(), full);
  EXPECT_TRUE(contains(pages.front(), "Steps without an entry: D1, D5, D6, D7")) << pages.front();
}

TEST(FormsEightD, AnEmptyCaseIsADocument) {
  for (const auto format : {DocumentFormat::pdf, DocumentFormat::html, DocumentFormat::xlsx})
    EXPECT_FALSE(eightDReport({}, "", {}, optionsFor(DocumentLanguage::bilingual, format)).empty());
  auto file = model::CaseFile{};
  file.complaint.severity = model::SeverityClass::major;
  const auto text = joinedText(eightDReport(file, "", {}, optionsFor(DocumentLanguage::english)));
  EXPECT_TRUE(contains(text, "Steps still open: D0, D1, D2, D3, D4, D5, D6, D7, D8")) << text;
  EXPECT_TRUE(contains(text, "No step has been approved yet."));
  EXPECT_FALSE(contains(text, "Record hash"));
}

TEST(FormsEightD, ACancelledCaseIsMarked) {
  auto file = richCase();
  file.complaint.state = model::CaseState::cancelled;
  EXPECT_TRUE(contains(report(file, DocumentLanguage::english, DocumentFormat::html), "class=\"watermark\""));
}

TEST(FormsEightD, PhotosThatCannotBeReadAreNamed) {
  const auto options = optionsFor(DocumentLanguage::english, DocumentFormat::html);
  const auto missing = [](model::AttachmentId) -> std::string { throw model::NotFound("gone"); };
  EXPECT_TRUE(contains(eightDReport(richCase(), "", missing, options), "is not at hand"));
  const auto broken = [](model::AttachmentId) { return std::string("no picture"); };
  EXPECT_TRUE(contains(eightDReport(richCase(), "", broken, options), "is no readable PNG"));
}

TEST(FormsEightD, WhatPeopleTypedStaysText) {
  auto file = richCase();
  const std::string typed = "<b>{{number}}</b> [[8D report]] {{{x}}} &amp;";
  file.complaint.title = typed;
  file.disciplines[4].textCustomer = typed;
  file.causes[0].textCustomer = typed;
  EXPECT_TRUE(contains(packed(joinedText(report(file, DocumentLanguage::chinese))), packed(typed)));
  EXPECT_TRUE(contains(report(file, DocumentLanguage::chinese, DocumentFormat::html),
                       "&lt;b&gt;{{number}}&lt;/b&gt; [[8D report]] {{{x}}} &amp;amp;"));
}

TEST(FormsEightD, HtmlIsSelfContained) {
  const auto html = report(richCase(), DocumentLanguage::bilingual, DocumentFormat::html);
  for (const char* active : {"http:", "https:", "file:", "<script", "<link", "src=\"//", "@import", "url("})
    EXPECT_FALSE(contains(html, active)) << active;
  EXPECT_EQ(occurrences(html, "data:image/png;base64,"), 1U);
  EXPECT_EQ(occurrences(html, "data:image/svg+xml;base64,"), 3U) << "why-tree, fishbone, marked photo";
  EXPECT_TRUE(contains(html, "alt=\""));
}

TEST(FormsEightD, PdfHoldsNothingActive) {
  const tests::ScratchFolder folder;
  const auto path = folder.write("r.pdf", report(richCase(), DocumentLanguage::bilingual));
  const auto plain = tests::outputOf("qpdf --qdf --object-streams=disable " + path + " -");
  for (const char* name : {"/JavaScript", "/JS ", "/Launch", "/OpenAction", "/EmbeddedFile", "/URI"})
    EXPECT_FALSE(contains(plain, name)) << name;
}

TEST(FormsEightD, EqualInputGivesEqualBytes) {
  for (const auto format : {DocumentFormat::pdf, DocumentFormat::xlsx})
    EXPECT_EQ(report(richCase(), DocumentLanguage::bilingual, format),
              report(richCase(), DocumentLanguage::bilingual, format));
}

TEST(FormsEightD, EveryLabelOfTheFormsIsTranslated) {
  const auto chinese = chineseCatalogue();
  std::set<std::string> missing;
  for (const auto& [name, bytes] : resources::octad_templates()) {
    if (!name.ends_with(".xhtml")) continue;
    for (auto at = bytes.find("[["); at != std::string_view::npos; at = bytes.find("[[", at + 2)) {
      const auto label = bytes.substr(at + 2, bytes.find("]]", at) - at - 2);
      if (!chinese.has(label)) missing.emplace(label);
    }
  }
  EXPECT_TRUE(missing.empty()) << testing::PrintToString(missing);
}

TEST(FormsEightD, ManyActionsPhotosAndLongTextsFillPagesWithoutLosingAny) {
  auto file = richCase();
  const auto action = file.actions.at(2);
  std::string longText;
  for (int i = 0; i < 9; ++i) longText += "更换加热管并增加断线报警 broken-wire alarm, ";
  file.actions.clear();
  for (int i = 1; i <= 60; ++i) {
    file.actions.push_back(action);
    file.actions.back().id = model::ActionId(i);
    file.actions.back().textCustomer = "A" + std::to_string(1000 + i) + " " + longText;
  }
  const auto photo = file.attachments.front();
  file.attachments.clear();
  file.pictureMarks.clear();
  for (int i = 1; i <= 12; ++i) {
    file.attachments.push_back(photo);
    file.attachments.back().id = model::AttachmentId(i);
    file.attachments.back().caption = "photo no. " + std::to_string(100 + i);
    model::PictureMark mark;
    mark.attachmentId = model::AttachmentId(i);
    mark.x2 = 5000;
    mark.y2 = 5000;
    mark.text = "M" + std::to_string(100 + i);
    if (i % 2 == 0) file.pictureMarks.push_back(mark);
  }
  for (auto& step : file.whySteps) step.answer += " " + longText;
  for (const auto language :
       {DocumentLanguage::chinese, DocumentLanguage::english, DocumentLanguage::bilingual}) {
    const auto pages = pageTexts(report(file, language));
    std::string all;
    for (const auto& page : pages) {
      EXPECT_GT(packed(page).size(), 250U) << "an empty page";
      all += packed(page);
    }
    for (int i = 1; i <= 60; ++i)
      EXPECT_EQ(occurrences(all, "A" + std::to_string(1000 + i)), 1U)
          << "the plan of D5 has every action once";
    for (int i = 1; i <= 12; ++i) {
      EXPECT_GE(occurrences(all, "photono." + std::to_string(100 + i)), 1U);
      EXPECT_EQ(occurrences(all, "M" + std::to_string(100 + i)), i % 2 == 0 ? 1U : 0U);
    }
    EXPECT_LT(pages.size(), 45U);
  }
}

TEST(WorkingPaper, HoldsWhatTheCustomerDoesNotRead) {
  auto file = richCase();
  auto& candidate = file.candidates.front();
  candidate.effect = 2;
  candidate.risk = 3;
  candidate.cost = 4;
  candidate.time = 5;
  model::SimilarDecision similar;
  similar.otherNumber = "C26-00077";
  similar.verdict = model::SimilarVerdict::recurrence;
  similar.reason = "same heater";
  file.similarDecisions = {similar};
  model::AcceptedWeakness passed;
  passed.answer = "operator error";
  passed.rule = "operator_error";
  passed.reason = "the customer's own operator";
  file.acceptedWeaknesses = {passed};
  const auto text = packed(joinedText(workingPaper(file, kRichHash, optionsFor(DocumentLanguage::english))));
  for (const char* part :
       {"Not for the customer", "INTERNAL-ACTION candidate", "14", "C26-00077", "Recurrence", "same heater",
        "D4 · operator error", "customer's own operator", "Cause (D4)"})
    EXPECT_TRUE(contains(text, packed(part))) << part;
  EXPECT_TRUE(contains(text, "!")) << "the holes of the coverage are marked";
  EXPECT_THROW(workingPaper(file, kRichHash, optionsFor(DocumentLanguage::english, DocumentFormat::xlsx)),
               model::Invalid);
}

}  // namespace
}  // namespace octad::reports
