#pragma once

#include <string>
#include <vector>

#include "gui/viewmodels/translator.hpp"
#include "model/returns/return_file.hpp"

namespace octad::viewmodels {

/// What was found of one line.
struct FindingRow {
  model::ReturnLineId lineId;
  std::string line;
  long long confirmed = 0;
  long long noTroubleFound = 0;
  long long customerCaused = 0;
  long long transport = 0;
  long long open = 0;       ///< received, no finding yet
  long long undecided = 0;  ///< confirmed without a case, to be decided on
  model::ComplaintId caseId;
  std::string caseNumber;  ///< empty: none, or one that may not be seen
  model::Message ntf;      ///< what the NTF rule says; without a text when there is nothing to say
  bool ntfWaits = false;   ///< its pieces wait for the dossier
};
std::vector<FindingRow> findingRows(const model::ReturnFile& file);

/// Units that were found, counted by what was seen (S3-D28); the most frequent first.
struct PhenomenonRow {
  std::string phenomenon;
  model::Finding finding = model::Finding::open;
  long long units = 0;
};
std::vector<PhenomenonRow> phenomenonRows(const model::ReturnFile& file);

/// Decisions on confirmed pieces and NTF dossiers, as one list of what was decided.
struct DecisionRow {
  std::string line;
  model::Message what;
  std::string words;  ///< reason, or result of the dossier
  std::string who;
  std::string when;
  bool open = false;  ///< a dossier that is not concluded
  model::ReturnLineId lineId;
};
std::vector<DecisionRow> decisionRows(const model::ReturnFile& file, const model::Zone& zone,
                                      const Translator& text);

/// Pieces with one finding and one disposition, and what became of them.
struct DispositionRow {
  std::string line;
  model::Finding finding = model::Finding::open;
  model::Disposition disposition = model::Disposition::none;
  long long decided = 0;
  long long work = 0;
  long long ready = 0;
  long long shipped = 0;
  long long credited = 0;
  long long scrapped = 0;
};
/// Pieces that await their disposition come with disposition none.
std::vector<DispositionRow> dispositionRows(const model::ReturnFile& file);

/// "1,200.50".
std::string amountText(long long minor);

struct CostRow {
  std::string day;
  model::CostKind kind = model::CostKind::other;
  std::string amount;  ///< with its sign
  std::string currency;
  std::string document;
  std::string note;
  std::string who;
  bool reversal = false;
};
std::vector<CostRow> costRows(const model::ReturnFile& file);
/// "CNY 1,200.50 · EUR 80.00", amounts taken back subtracted; empty without costs.
std::string costTotals(const model::ReturnFile& file);

}  // namespace octad::viewmodels
