#pragma once

#include <deque>
#include <gtest/gtest.h>
#include <memory>
#include <string>

#include "gui/viewmodels/keeping.hpp"
#include "gui/viewmodels/session.hpp"
#include "model/ports/reader.hpp"
#include "tests/support/test_database.hpp"

namespace octad::viewmodels {

/// Keeps work until the test lets it run, to see what happens in between.
class HeldExecutor final : public Executor {
 public:
  void run(std::function<void()> work, std::function<void(std::exception_ptr)> done) override {
    m_jobs.push_back(
        [work = std::move(work), done = std::move(done)] { ImmediateExecutor().run(work, done); });
  }
  std::size_t waiting() const { return m_jobs.size(); }
  void runNext() {
    const auto job = std::move(m_jobs.front());
    m_jobs.pop_front();
    job();
  }
  void runAll() {
    while (!m_jobs.empty()) runNext();
  }

 private:
  std::deque<std::function<void()>> m_jobs;
};

/// A small SQLite database and somebody working in it.
class SessionTest : public testing::Test {
 protected:
  Session sessionOf(const std::string& login, Executor& executor) {
    // The database outlives the session: it is only lent.
    const std::shared_ptr<model::Store> lent(std::shared_ptr<model::Store>(), &database.store());
    return {lent,        database.clock(),      executor,
            translator,  database.actor(login), model::Zone("Asia/Shanghai"),
            "test.octad"};
  }

  support::TestDatabase database{support::DatabaseKind::sqlite};
  ImmediateExecutor immediate;
  HeldExecutor held;
  Translator translator;
  MemoryDrafts drafts;
};

}  // namespace octad::viewmodels
