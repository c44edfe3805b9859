#include "gui/viewmodels/kept_form.hpp"

#include "model/core/error.hpp"
#include "model/ports/reader.hpp"

namespace octad::viewmodels {

using model::Message;
using model::tr;

FieldProblem problemOf(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const model::Error& ours) {
    return {ours.field(), ours.message()};
  } catch (const std::exception& other) {
    return {{}, Message(tr("Something unexpected happened: {0}"), {other.what()})};
  }
}

std::string KeptForm::journalKey(const char* form, const Session& session) {
  return std::string(form) + "|" + session.databaseName + "|" + std::to_string(session.actor.id.value);
}

void KeptForm::refuse(FieldProblem problem) {
  m_saving = false;
  m_refusals = {std::move(problem)};
  savingChanged();
  refused();
}

void KeptForm::findCustomers(const std::string& text,
                             std::function<void(std::vector<model::Customer>)> then) {
  m_choosing.renew();
  inBackground(
      m_session.executor, m_choosing,
      [store = m_session.store, text] { return store->reader().customers(text, kSuggestions); },
      std::move(then), [](const std::exception_ptr&) {});
}

void KeptForm::findParts(const std::string& text, std::function<void(std::vector<model::Part>)> then) {
  m_choosing.renew();
  inBackground(
      m_session.executor, m_choosing,
      [store = m_session.store, text] { return store->reader().parts(text, kSuggestions); }, std::move(then),
      [](const std::exception_ptr&) {});
}

}  // namespace octad::viewmodels
