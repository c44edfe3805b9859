#include "model/usecases/saved_views.hpp"

#include <algorithm>

#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

void KeepView::save(const SavedView& view) {
  requireRight(m_workplace.actor, Right::read);
  SavedView kept = view;
  kept.personId = m_workplace.actor.id;
  kept.name = cleanLine(view.name, "name", kNameLength);
  const auto known = m_workplace.store.reader().savedViews(kept.personId);
  const auto same = std::find_if(known.begin(), known.end(),
                                 [&kept](const SavedView& other) { return other.name == kept.name; });
  kept.id = same == known.end() ? RowId{} : same->id;
  const auto unit = m_workplace.store.begin(
      {m_workplace.actor, "keep-view", {}, m_workplace.clock.now(), {}, fingerprint(kept)});
  if (kept.id)
    updateRecord(*unit, kept);
  else
    insertRecord(*unit, kept);
  unit->commit({});
}

void KeepView::remove(const SavedView& view) {
  requireRight(m_workplace.actor, Right::read);
  const auto known = m_workplace.store.reader().savedViews(m_workplace.actor.id);
  const auto own = std::find_if(known.begin(), known.end(),
                                [&view](const SavedView& other) { return other.id == view.id; });
  if (own == known.end()) return;  // removed in another window already
  const auto unit = m_workplace.store.begin(
      {m_workplace.actor, "remove-view", {}, m_workplace.clock.now(), {}, fingerprint(*own)});
  unit->remove(Row(*own));
  unit->commit({});
}

}  // namespace octad::model
