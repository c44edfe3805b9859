#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "gui/viewmodels/form_body.hpp"
#include "gui/viewmodels/session.hpp"
#include "gui/viewmodels/signal.hpp"

namespace octad::viewmodels {

/// A form together with the page it belongs to: what a dialog asks of the two, whatever the page shows.
class FormSubject {
 public:
  virtual ~FormSubject() = default;
  virtual const FormBody& form() const = 0;
  virtual Session& session() const = 0;
  /// Emitted after the page was read again, or could not be.
  virtual Signal& changed() const = 0;
  virtual FailureSignal& failed() const = 0;
  virtual void load() const = 0;
  /// Carries the form out; the same request id again happens once.
  virtual void run(const std::string& requestId, FormValues typed, std::function<void()> saved,
                   std::function<void(std::exception_ptr)> refused) const = 0;
  /// Why it cannot be carried out (any more); none when it can.
  virtual std::optional<model::Message> whyNot() const = 0;
  /// The same form from what is stored now; null when it holds nothing that somebody else could change.
  virtual std::unique_ptr<FormSubject> again() const = 0;
};

/// `Page` is a viewmodel with session, load, run, changed and failed; `Form` a FormBody with again, whyNot
/// and execute.
template <class Page, class Form>
class FormOfPage final : public FormSubject {
 public:
  FormOfPage(Page& page, Form form) : m_page(page), m_form(std::move(form)) {}

  const FormBody& form() const override { return m_form; }
  Session& session() const override { return m_page.session(); }
  Signal& changed() const override { return m_page.changed; }
  FailureSignal& failed() const override { return m_page.failed; }
  void load() const override { m_page.load(); }
  void run(const std::string& requestId, FormValues typed, std::function<void()> saved,
           std::function<void(std::exception_ptr)> refused) const override {
    m_page.run(
        requestId,
        [execute = m_form.execute, typed = std::move(typed)](model::Workplace workplace, auto target) {
          return execute(std::move(workplace), std::move(target), typed);
        },
        [saved = std::move(saved)](const auto&) { saved(); }, std::move(refused));
  }
  std::optional<model::Message> whyNot() const override {
    return m_form.whyNot ? m_form.whyNot(m_page) : std::nullopt;
  }
  std::unique_ptr<FormSubject> again() const override {
    return m_form.again ? std::make_unique<FormOfPage>(m_page, m_form.again(m_page)) : nullptr;
  }

 private:
  Page& m_page;
  Form m_form;
};

}  // namespace octad::viewmodels
