#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace octad::viewmodels {

/// Runs work away from the window. `done` comes back on the thread that owns the windows, with the exception
/// of the work or null.
class Executor {
 public:
  virtual ~Executor() = default;
  virtual void run(std::function<void()> work, std::function<void(std::exception_ptr)> done) = 0;
};

/// Runs everything at once on the calling thread: for tests and for programs without a window.
class ImmediateExecutor final : public Executor {
 public:
  void run(std::function<void()> work, std::function<void(std::exception_ptr)> done) override;
};

/// Owned by whoever waits for results; once it is gone (or renewed) results that are still under way are
/// dropped.
class Lifetime {
 public:
  Lifetime() : m_token(std::make_shared<int>(0)) {}
  Lifetime(const Lifetime&) = delete;
  Lifetime& operator=(const Lifetime&) = delete;
  std::weak_ptr<void> token() const { return m_token; }
  /// Everything started before is dropped.
  void renew() { m_token = std::make_shared<int>(0); }

 private:
  std::shared_ptr<void> m_token;
};

/// Runs `work` and hands its result to `then`, or its exception to `failed`; neither is called when the
/// lifetime ended meanwhile. Work whose owner is gone before it began is not done at all.
template <class Work, class Then>
void inBackground(Executor& executor, const Lifetime& lifetime, Work work, Then then,
                  std::function<void(std::exception_ptr)> failed) {
  using Result = std::invoke_result_t<Work>;
  auto result = std::make_shared<std::optional<Result>>();
  executor.run(
      [work = std::move(work), result, token = lifetime.token()]() mutable {
        if (!token.expired()) *result = work();
      },
      [then = std::move(then), failed = std::move(failed), result,
       token = lifetime.token()](std::exception_ptr error) mutable {
        if (token.expired()) return;
        if (error)
          failed(error);
        else if (*result)
          then(std::move(**result));
      });
}

}  // namespace octad::viewmodels
