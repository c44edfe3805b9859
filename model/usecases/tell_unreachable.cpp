#include "model/usecases/tell_unreachable.hpp"

#include <algorithm>

#include "model/ports/notice_rows.hpp"
#include "model/ports/reader.hpp"

namespace octad::model {

namespace {
constexpr int kUnreadLooked = 500;
}

std::optional<Notice> unreachableNotice(Store& store, const Mail& mail, Instant now) {
  const auto people = store.reader().people();
  const bool current = std::any_of(people.begin(), people.end(), [&mail](const Person& person) {
    return person.id == mail.personId && person.active && person.email == mail.address;
  });
  if (!current) return std::nullopt;
  const auto unread = store.notices().inbox(mail.personId, true, kUnreadLooked);
  const bool told = std::any_of(unread.begin(), unread.end(), [&mail](const Notice& notice) {
    return notice.condition == ReminderCondition::unreachable && notice.subject == mail.address;
  });
  if (told) return std::nullopt;
  Notice notice;
  notice.noticeKey = std::string(keyOf(ReminderCondition::unreachable)) +
                     "/mail:" + std::to_string(mail.id.value) + "/" +
                     std::to_string(now.microseconds / 1'000'000);
  notice.personId = mail.personId;
  notice.condition = ReminderCondition::unreachable;
  notice.level = NoticeLevel::owner;
  notice.number = "✉ " + std::to_string(mail.id.value);  // as octadctl mail list has it
  notice.subject = mail.address;
  notice.detail = mail.error;
  notice.madeAt = now;
  return notice;
}

}  // namespace octad::model
