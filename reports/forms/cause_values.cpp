// D4: causes by type with their proof, and the chain of whys that led to them.
#include <algorithm>

#include "reports/forms/case_words.hpp"
#include "reports/forms/report_subject.hpp"
#include "reports/forms/typeset.hpp"
#include "reports/forms/why_chain.hpp"

namespace octad::reports {
namespace {

using model::CauseResult;
using model::tr;

std::string_view resultChip(CauseResult result) {
  if (result == CauseResult::confirmed) return "ok";
  return result == CauseResult::excluded ? "other" : "warn";
}

std::string verifiedText(const model::Cause& cause) {
  return joined(" · ", {cause.verifiedBy, dateText(cause.verifiedOn)});
}

}  // namespace

std::vector<const model::WhyStep*> whyChain(const model::CaseFile& file, model::CauseId cause) {
  std::vector<const model::WhyStep*> steps;
  for (const auto& step : file.whySteps)
    if (step.causeId == cause) steps.push_back(&step);
  std::stable_sort(steps.begin(), steps.end(),
                   [](const auto* left, const auto* right) { return left->position < right->position; });
  return steps;
}

WhyTree whyTreeOf(const ReportSubject& subject) {
  WhyTree tree;
  const auto& file = subject.file;
  tree.problem = file.complaint.title.empty() ? file.problem.title : file.complaint.title;
  tree.noEvidenceText = subject.labels.text(tr("no evidence"));
  for (const auto* cause : subject.causes()) {
    if (cause->result == CauseResult::excluded) continue;
    const auto steps = whyChain(file, cause->id);
    if (steps.empty()) continue;
    WhyNode node;
    node.text = forCustomer(cause->textCustomer, cause->text);
    node.tag = model::keyOf(cause->type);
    node.evidence = cause->proof.empty() ? cause->method : cause->proof;
    if (cause->result == CauseResult::confirmed) node.verified = subject.labels.of(cause->result);
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
      if (step == steps.rbegin() && ((*step)->answer == cause->text || (*step)->answer == node.text))
        continue;
      WhyNode parent;
      parent.text = (*step)->answer;
      parent.evidence = (*step)->evidence;
      parent.children.push_back(std::move(node));
      node = std::move(parent);
    }
    tree.branches.push_back(std::move(node));
  }
  return tree;
}

Value causeRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  for (const auto* cause : subject.causes()) {
    rows.add(Value()
                 .set("no", subject.causeNumber(cause->id))
                 .set("code", model::keyOf(cause->type))
                 .set("type", subject.labels.of(cause->type))
                 .set("text", forCustomer(cause->textCustomer, cause->text))
                 .set("method", cause->method)
                 .set("proof", cause->proof)
                 .set("result", subject.labels.of(cause->result))
                 .set("chip", resultChip(cause->result))
                 .set("verified", verifiedText(*cause)));
  }
  return rows;
}

Value whyRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  for (const auto* cause : subject.causes()) {
    bool first = true;
    int count = 0;
    for (const auto* step : whyChain(subject.file, cause->id)) {
      rows.add(Value()
                   .set("cause",
                        first ? subject.causeNumber(cause->id) + " " + std::string(model::keyOf(cause->type))
                              : std::string())
                   .set("why", std::to_string(++count))
                   .set("answer", step->answer)
                   .set("evidence", step->evidence));
      first = false;
    }
  }
  return rows;
}

}  // namespace octad::reports
