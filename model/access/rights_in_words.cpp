#include "model/access/rights_in_words.hpp"

namespace octad::model {

const char* rightInWords(Right right) {
  switch (right) {
    case Right::registerComplaint:
      return tr("Register complaints");
    case Right::handleComplaint:
      return tr("Handle complaints: accept, assign, review, reply, verify, reopen");
    case Right::answerAssignment:
      return tr("Answer the questions asked of your department");
    case Right::checkAction:
      return tr("Mark actions as done and checked");
    case Right::announceReturn:
      return tr("Announce returned goods");
    case Right::recordReturn:
      return tr("Receive, count, store and ship returned goods");
    case Right::testReturn:
      return tr("Record tests and findings of returned goods");
    case Right::disposeReturn:
      return tr("Decide what is done with returned goods");
    case Right::bookCost:
      return tr("Book costs and credit notes");
    case Right::countSweep:
      return tr("Count stock sweeps");
    case Right::approveClosing:
      return tr("Approve closings of cases that somebody else owns");
    case Right::import:
      return tr("Import registers and shipments");
    case Right::audit:
      return tr("Use the auditor's place: samples, proof, export");
    case Right::administer:
      return tr("Administer people, settings and house rules");
    case Right::read:
      return tr("Read what the role shows");
  }
  return "";
}

std::vector<Right> allRights() {
  return {Right::registerComplaint,
          Right::handleComplaint,
          Right::answerAssignment,
          Right::checkAction,
          Right::announceReturn,
          Right::recordReturn,
          Right::testReturn,
          Right::disposeReturn,
          Right::bookCost,
          Right::countSweep,
          Right::approveClosing,
          Right::import,
          Right::audit,
          Right::administer,
          Right::read};
}

std::vector<Right> rightsOf(const Actor& actor) {
  std::vector<Right> held;
  for (const Right right : allRights())
    if (may(actor, right)) held.push_back(right);
  return held;
}

}  // namespace octad::model
