#include "gui/viewmodels/find_number.hpp"

#include "model/ports/reader.hpp"
#include "model/ports/return_reader.hpp"

namespace octad::viewmodels {

void findNumber(const Session& session, const Lifetime& lifetime, const std::string& typed,
                std::function<void(const NumberFound&)> then,
                std::function<void(std::exception_ptr)> failed) {
  inBackground(
      session.executor, lifetime,
      [store = session.store, typed] {
        NumberFound found;
        found.complaint = store->reader().findCase(typed);
        if (!found.complaint) found.goods = store->reader().returns().find(typed);
        return found;
      },
      std::move(then), std::move(failed));
}

}  // namespace octad::viewmodels
