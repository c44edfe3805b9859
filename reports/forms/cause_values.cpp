// D4: causes by type with their proof, and the chain of whys that led to them.
#include <algorithm>

#include "model/eightd/why_tree.hpp"
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

bool hasSteps(const model::CaseFile& file, model::CauseId cause) {
  return std::any_of(file.whySteps.begin(), file.whySteps.end(),
                     [cause](const model::WhyStep& step) { return step.causeId == cause; });
}

/// The numbers of a tree as on paper: 1, 2, 2.1, 2.2, 3.
struct WhyLines {
  Value& rows;
  std::string cause;  ///< said in the first line only
  std::string rootCause;

  void add(const model::WhyTreeNode& node, const std::string& number) {
    const auto& step = *node.step;
    rows.add(Value()
                 .set("cause", cause)
                 .set("why", number)
                 .set("answer", step.answer)
                 .set("root", step.rootCause ? rootCause : std::string())
                 .set("evidence", step.evidence));
    cause.clear();
    int branch = 0;
    for (const auto& child : node.children)
      if (!child.onMainChain) add(child, number + "." + std::to_string(++branch));
  }
};

std::string verifiedText(const model::Cause& cause) {
  return joined(" · ", {cause.verifiedBy, dateText(cause.verifiedOn)});
}

}  // namespace

WhyTree whyTreeOf(const ReportSubject& subject) {
  WhyTree tree;
  const auto& file = subject.file;
  tree.problem = file.complaint.title.empty() ? file.problem.title : file.complaint.title;
  tree.noEvidenceText = subject.labels.text(tr("no evidence"));
  for (const auto* cause : subject.causes()) {
    if (cause->result == CauseResult::excluded || !hasSteps(file, cause->id)) continue;
    const CauseWords words{
        forCustomer(cause->textCustomer, cause->text), cause->proof.empty() ? cause->method : cause->proof,
        cause->result == CauseResult::confirmed ? subject.labels.of(cause->result) : std::string()};
    tree.branches.push_back(whyBranch(*cause, file.whySteps, words, subject.labels.text(tr("Root cause"))));
  }
  return tree;
}

Fishbone fishboneOf(const ReportSubject& subject) {
  std::vector<model::Cause> causes;
  for (const auto* cause : subject.causes()) causes.push_back(*cause);
  const auto& file = subject.file;
  return fishboneOf(
      causes, file.complaint.title.empty() ? file.problem.title : file.complaint.title,
      [](const model::Cause& cause) { return forCustomer(cause.textCustomer, cause.text); },
      [&subject](const char* text) { return subject.labels.text(text); });
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
                 .set("branch", cause->branch ? subject.labels.of(*cause->branch) : std::string())
                 .set("rank", cause->rank ? subject.labels.of(*cause->rank) : std::string())
                 .set("verified", verifiedText(*cause)));
  }
  return rows;
}

Value whyRows(const ReportSubject& subject) {
  Value rows{Value::List{}};
  for (const auto* cause : subject.causes()) {
    WhyLines lines{rows, subject.causeNumber(cause->id) + " " + std::string(model::keyOf(cause->type)),
                   subject.labels.text(tr("Root cause"))};
    const auto roots = model::whyTree(subject.file.whySteps, cause->id);
    int count = 0;
    for (const auto* node = roots.empty() ? nullptr : &roots.front(); node;) {
      lines.add(*node, std::to_string(++count));
      node =
          !node->children.empty() && node->children.front().onMainChain ? &node->children.front() : nullptr;
    }
  }
  return rows;
}

}  // namespace octad::reports
