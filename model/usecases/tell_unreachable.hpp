#pragma once

#include <optional>

#include "model/ports/unit_of_work.hpp"
#include "model/work/mail.hpp"
#include "model/work/notice.hpp"

namespace octad::model {

/// The notice by which the receiver of a mail learns that it did not arrive: `mail.error` says why. None when
/// the person has another address by now, or an unread notice about this one already.
std::optional<Notice> unreachableNotice(Store& store, const Mail& mail, Instant now);

}  // namespace octad::model
