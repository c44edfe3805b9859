#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/list_read.hpp"
#include "model/work/notice.hpp"

namespace octad::viewmodels {

enum class InboxColumn { made, condition, number, customer, words, subject };

/// What the person at the window was told, the newest first. What is read stays where it is until the list is
/// read again.
class InboxViewModel final : public ListRead {
 public:
  explicit InboxViewModel(Session& session);

  void refresh();
  /// Shows those read before too.
  void showAll(bool all);
  bool allShown() const { return m_all; }

  long rowCount() const { return static_cast<long>(m_shown.size()); }
  const model::Notice* row(long index) const;
  std::string cell(long index, InboxColumn column) const;
  bool isUnread(long index) const;
  /// The row of the notice selected last; -1 when it is gone.
  long selectedRow() const;
  void select(long index);

  void markRead(long index);
  void markAllRead();

  /// None until read.
  std::optional<long long> unreadCount() const { return m_unread; }

 private:
  struct Loaded;
  void mark(std::optional<model::NoticeId> only);

  std::vector<model::Notice> m_shown;
  std::optional<long long> m_unread;
  bool m_all = false;
  std::optional<model::NoticeId> m_selected;
  Lifetime m_alive;
};

}  // namespace octad::viewmodels
