#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/action_forms.hpp"
#include "gui/viewmodels/case_page.hpp"
#include "gui/viewmodels/list_read.hpp"
#include "model/eightd/similar_cases.hpp"

namespace octad::viewmodels {

/// The cases like the one of a page, the most similar first; read in the background.
class SimilarCasesViewModel final : public ListRead {
 public:
  explicit SimilarCasesViewModel(CasePageViewModel& page);

  /// Reads the list of the case as the page has it now. Without words of failures nothing is compared.
  void refresh();
  const std::vector<model::SimilarCase>& cases() const { return m_cases; }
  /// The line of a case; null when it is not in the list.
  const model::SimilarCase* find(model::ComplaintId id) const;

 private:
  CasePageViewModel& m_page;
  std::vector<model::SimilarCase> m_cases;
};

/// "same part, same failure, text 63 %".
std::string similarReasons(const model::Similarity& similarity, const Translator& text);

/// "One 8D with C26-00012 (Nordwind)"; without a text when the 8D serves this case alone.
model::Message sharedWords(const model::CaseFile& file);

/// What is decided so far, or that it is not; with the cases that the 8D serves too.
std::vector<model::Message> similarSummary(const model::CaseFile& file);
/// True while a decision is wanted before the 8D goes out.
bool similarWanted(const model::CaseFile& file);

/// Why nothing can be decided about a case of the list (null: about none of them); none when it can.
std::optional<model::Message> whyNotDecideSimilar(const CasePageViewModel& page,
                                                  model::SimilarVerdict verdict,
                                                  const model::SimilarCase* other);
/// Asks for the reason and decides (DecideSimilar); without `other`: none of them, the problem is new.
ActionForm similarForm(model::SimilarVerdict verdict, const model::SimilarCase* other);

}  // namespace octad::viewmodels
