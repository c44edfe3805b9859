#include "gui/viewmodels/record_page.hpp"

#include "model/ports/reader.hpp"

namespace octad::viewmodels {

RecordPageViewModel::Failure RecordPageViewModel::counting(Failure failure) {
  return [this, failure = std::move(failure)](const std::exception_ptr& error) {
    --m_running;
    failure(error);
  };
}

void RecordPageViewModel::loadFailed(const std::exception_ptr& error) {
  m_loading = false;
  failed(error);
}

void RecordPageViewModel::suggestParts(const std::string& typed,
                                       std::function<void(std::vector<FieldSuggestion>)> answer) const {
  inBackground(
      m_session.executor, m_life,
      [store = m_session.store, typed] {
        std::vector<FieldSuggestion> found;
        for (const auto& part : store->reader().parts(typed, kSuggestions))
          found.push_back({part.number, part.name});
        return found;
      },
      std::move(answer), [](const std::exception_ptr&) {});  // no list is no reason to stop typing
}

}  // namespace octad::viewmodels
