#include "reports/forms/eightd_report.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "reports/charts/picture_marks.hpp"
#include "reports/forms/case_words.hpp"
#include "reports/forms/eightd_workbook.hpp"
#include "reports/forms/form.hpp"
#include "reports/forms/report_subject.hpp"
#include "reports/forms/why_chain.hpp"
#include "reports/render/picture.hpp"

namespace octad::reports {
namespace {

using model::ActionKind;
using model::DisciplineCode;
using model::tr;

/// A table and whether it has rows, so that a form can leave out table and head together.
void setTable(Value& step, const std::string& name, Value rows) {
  const bool any = !rows.list()->empty();
  step.set("any" + name, any).set(name, std::move(rows));
}

bool hasRows(const Value& step, const std::string& name) {
  return *step.map()->at("any" + name).condition();
}

struct StepContent {
  DisciplineCode code;
  Value tables;
  bool empty = true;
};

/// What is recorded for each discipline beside its wording.
std::vector<StepContent> stepContents(const ReportSubject& subject) {
  std::vector<StepContent> steps;
  const auto add = [&steps](DisciplineCode code, std::vector<std::pair<std::string, Value>> tables,
                            bool more = false) {
    StepContent step{code, {}, !more};
    for (auto& [name, rows] : tables) {
      setTable(step.tables, name, std::move(rows));
      step.empty = step.empty && !hasRows(step.tables, name);
    }
    steps.push_back(std::move(step));
  };
  const auto& file = subject.file;
  bool anyDone = false;
  for (const auto* action : subject.actions(ActionKind::corrective)) anyDone = anyDone || action->doneOn;
  add(DisciplineCode::d0, {});
  add(DisciplineCode::d1, {{"team", teamRows(subject)}});
  add(DisciplineCode::d2,
      {{"facts", factRows(subject)}, {"isnots", isNotRows(subject)}, {"items", itemRows(subject)}}, true);
  add(DisciplineCode::d3,
      {{"sweep", sweepRows(subject)}, {"actions", actionRows(subject, ActionKind::containment)}});
  setCleanPoint(steps.back().tables, subject);
  add(DisciplineCode::d4, {{"causes", causeRows(subject)}, {"whys", whyRows(subject)}});
  add(DisciplineCode::d5, {{"actions", actionRows(subject, ActionKind::corrective)}});
  add(DisciplineCode::d6,
      {{"actions", actionRows(subject, ActionKind::corrective)}, {"checks", verificationRows(subject)}});
  const std::string plan = effectPlanText(subject);
  steps.back().empty = !anyDone && file.verifications.empty() && plan.empty();
  steps.back().tables.set("plan", plan);
  add(DisciplineCode::d7, {{"actions", actionRows(subject, ActionKind::preventive)},
                           {"documents", documentRows(subject)},
                           {"across", readAcrossRows(subject)}});
  add(DisciplineCode::d8, {{"replies", replyRows(subject)}});
  setClosing(steps.back().tables, subject);
  steps.back().tables.set("recognition", file.problem.recognition);
  return steps;
}

/// How the causes of D4 are drawn.
struct CauseDrawings {
  std::vector<WhyTree> trees;  ///< parts of one, each wide enough to be read
  Fishbone fishbone;
};

std::string treeName(std::size_t part) {
  return "why-tree-" + std::to_string(part + 1);
}

Value treeFigures(const CauseDrawings& drawings) {
  Value figures{Value::List{}};
  for (std::size_t part = 0; part < drawings.trees.size(); ++part) {
    Value figure;
    figure.set("drawing", treeName(part)).set("last", part + 1 == drawings.trees.size());
    figures.add(std::move(figure));
  }
  return figures;
}

/// Steps, the strip that shows their states at one glance, and the line that says how far the report is.
void setSteps(Value& root, const ReportSubject& subject, const CauseDrawings& drawings) {
  const bool shortForm = subject.file.complaint.severity == model::SeverityClass::other;
  Value strip{Value::List{}};
  std::string open;
  std::string left;
  for (auto& content : stepContents(subject)) {
    const std::string code(model::keyOf(content.code));
    auto step = disciplineValues(subject, content.code, content.empty);
    strip.add(step);
    const auto& map = *step.map();
    if (!*map.at("done").condition()) open += (open.empty() ? "" : ", ") + code;
    const bool nothing = content.empty && map.at("text").text()->empty() && !*map.at("hasPhotos").condition();
    if (shortForm && nothing) {
      left += (left.empty() ? "" : ", ") + code;
      continue;
    }
    for (const auto& [name, value] : *content.tables.map()) step.set(name, value);
    if (content.code == DisciplineCode::d4)
      step.set("tree", !drawings.trees.empty())
          .set("trees", treeFigures(drawings))
          .set("fishbone", !drawings.fishbone.bones.empty());
    root.set("d" + code.substr(1), std::move(step));
  }
  const auto& labels = subject.labels;
  root.set("strip", std::move(strip))
      .set("interim", open.empty() ? std::string()
                                   : labels.sentence({tr("Interim report. Steps still open: {0}"), {open}}))
      .set("final", open.empty() ? labels.text(tr("All steps of this report are approved or not required."))
                                 : std::string())
      .set("leftOut", left.empty()
                          ? std::string()
                          : labels.sentence({tr("Short form. Steps without an entry: {0}"), {left}}));
}

Value rootValues(const ReportSubject& subject, const std::string& recordHash, const CauseDrawings& drawings) {
  Value root;
  setCaseHead(root, subject);
  setSteps(root, subject, drawings);
  setTable(root, "returns", returnRows(subject));
  setTable(root, "approvals", approvalRows(subject));
  setTable(root, "signatures", signatureRows(subject));
  setTable(root, "files", attachmentRows(subject));
  setTable(root, "photos", photoRows(subject, ""));
  Value closing;
  setClosing(closing, subject);
  root.set("sign", std::move(closing)).set("recordHash", recordHash);
  return root;
}

std::map<std::string, std::string> photosOf(const model::CaseFile& file, const AttachmentBytes& bytes) {
  std::map<std::string, std::string> photos;
  for (const auto& attachment : file.attachments) {
    if (!isPhoto(attachment) || !bytes) continue;
    try {
      photos[photoName(attachment)] = bytes(attachment.id);
    } catch (const model::NotFound&) {
      continue;  // the form shows a notice in its place
    }
  }
  return photos;
}

/// A photo with its marks is a drawing: the file itself stays as it came. Photos that cannot be shown are
/// left to the notice that stands for them.
void markPhotos(FormParts& parts, const model::CaseFile& file) {
  constexpr double kMarkedAt = 260;  // points; the width at which marks have the size they were made for
  for (const auto& attachment : file.attachments) {
    const auto photo = parts.images.find(photoName(attachment));
    auto marks = marksOf(file, attachment.id);
    if (photo == parts.images.end() || marks.empty()) continue;
    const PictureHeader header = readPictureHeader(photo->second);
    if (header.kind == PictureKind::unreadable || header.tooLarge()) continue;
    const auto picture = Picture::load(photo->second, header);
    if (!picture) continue;
    Drawing drawing;
    drawing.name = photo->first;
    drawing.width = kMarkedAt;
    drawing.height = kMarkedAt * header.shownHeight() / std::max(1, header.shownWidth());
    drawing.description = attachment.caption;
    drawing.draw = [picture, marks = std::move(marks)](cairo_t* cr, double width, double height) {
      picture->paint(cr, 0, 0, width, height);
      drawMarks(cr, width, height, marks);
    };
    parts.drawings[photo->first] = std::move(drawing);
  }
}

}  // namespace

std::string eightDReport(const model::CaseFile& file, const std::string& recordHash,
                         const AttachmentBytes& bytes, const DocumentOptions& options) {
  const Labels labels(options.language);
  const ReportSubject subject{file, labels, options};
  if (options.format == DocumentFormat::xlsx) return eightDWorkbook(subject, recordHash);
  CauseDrawings drawings{legibleParts(whyTreeOf(subject)), fishboneOf(subject)};
  const auto values = rootValues(subject, recordHash, drawings);
  FormParts parts;
  parts.title = labels.text(tr("8D report"));
  parts.number = subject.number();
  parts.recordHash = recordHash;
  if (file.complaint.state == model::CaseState::cancelled) parts.watermark = labels.of(file.complaint.state);
  parts.images = photosOf(file, bytes);
  markPhotos(parts, file);
  for (std::size_t part = 0; part < drawings.trees.size(); ++part)
    parts.drawings[treeName(part)] = whyTreeDrawing(treeName(part), std::move(drawings.trees[part]));
  if (!drawings.fishbone.bones.empty())
    parts.drawings["fishbone"] = fishboneDrawing("fishbone", std::move(drawings.fishbone));
  return renderForm("report_8d", values, std::move(parts), labels, options);
}

}  // namespace octad::reports
