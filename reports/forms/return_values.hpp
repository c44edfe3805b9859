#pragma once

#include "model/returns/return_file.hpp"
#include "reports/document/value.hpp"
#include "reports/forms/document_options.hpp"
#include "reports/forms/labels.hpp"

namespace octad::reports {

/// What a document about one return is made of.
struct ReturnSubject {
  const model::ReturnFile& file;
  const Labels& labels;
  const DocumentOptions& options;

  /// A reason as it was typed, or translated when the program wrote it.
  std::string reason(const std::string& text) const { return text.empty() ? text : labels.text(text); }
};

/// True for movements that count: those that were taken back, and what took them back, do not.
bool stands(const ReturnSubject& subject, const model::ReturnMovement& movement);
/// True when the movement gave pieces a finding: not for a disposition that is decided again, nor for pieces
/// that come back with the finding they had.
bool isFinding(const ReturnSubject& subject, const model::ReturnMovement& movement);
/// The days on which the pieces of a line came to a location in quarantine, "first – last" when they came on
/// several; nothing when the ledger does not tell.
std::string cameText(const ReturnSubject& subject, model::ReturnLineId line, const std::string& location);

/// Number, customer, kind, dates, ways: the head of every document.
void setReturnHead(Value& root, const ReturnSubject& subject);
/// One row a line with announced, received, missing, surplus and what became of the pieces.
Value lineRows(const ReturnSubject& subject, bool announcedOnly = false);
/// Both equations of the ledger in words (design 4.7).
Value equationRows(const ReturnSubject& subject);
/// One row a line and reason where what came differs from what was announced.
Value differenceRows(const ReturnSubject& subject);
Value testRows(const ReturnSubject& subject);
/// Confirmed units by phenomenon (S3-D28).
Value phenomenonRows(const ReturnSubject& subject);
Value findingRows(const ReturnSubject& subject);
Value scrapRows(const ReturnSubject& subject);
Value dossierRows(const ReturnSubject& subject);
/// What was decided, kept and destroyed; the total as last row. decided = shipped + credited + scrapped +
/// kept
/// + open in every row.
Value dispositionRows(const ReturnSubject& subject);
Value costRows(const ReturnSubject& subject);

/// "shipped 60, credited 40": where pieces ended.
std::string settledText(const model::ReturnBalance& balance, const Labels& labels);

}  // namespace octad::reports
