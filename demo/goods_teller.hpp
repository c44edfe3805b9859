#pragma once

#include <map>
#include <string>

#include "demo/moved_clock.hpp"
#include "model/ports/unit_of_work.hpp"
#include "model/returns/return_file.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::demo {

/// Tells of returned goods through the use cases, moving the clock as days go by.
class GoodsTeller {
 public:
  GoodsTeller(model::Store& store, MovedClock& clock, std::string cqe);

  /// How far a return has come.
  enum class Until { announced, sent, received, stored, inTest, found, working, closed };
  struct Goods {
    std::string caseNumber;  ///< empty: a regular return
    std::string customer;
    std::string part;
    long long announced = 0;
    long long received = 0;
    unsigned seed = 0;
    bool blind = false;
    Until until = Until::closed;
  };
  /// Announced at `from`, or there at that time; nothing happens after `limit`.
  void tell(const Goods& goods, model::Instant from, model::Instant limit);
  /// Two days of sorting at one location of a problem whose sweep is not finished.
  void sortStock(model::ComplaintId complaint);

 private:
  void after(int hours);
  model::Workplace as(const std::string& login);
  model::ReturnFile open(model::ReturnId id);
  void move(model::ReturnId id, model::ReturnPlace from, model::ReturnPlace to, long long quantity,
            model::Finding finding = model::Finding::open);
  void attach(model::ReturnId id, model::ReturnPaper paper, const std::string& name, const std::string& bytes,
              std::optional<model::ReturnUnitId> unit = {});
  void disposeAll(model::ReturnId id, const Goods& goods);
  void dispose(model::ReturnId id, model::Finding of, model::Disposition disposition, long long quantity);
  void carryOut(model::ReturnId id, model::Disposition disposition, model::ReturnPlace from,
                model::ReturnPlace to, const std::string& document);
  model::ReturnId announce(const Goods& goods);
  void receive(model::ReturnId id, const Goods& goods);
  void test(model::ReturnId id, unsigned seed);
  void findAll(model::ReturnId id, const Goods& goods);
  void concludeNtf(model::ReturnId id);
  void settle(model::ReturnId id, const Goods& goods);

  model::Store& m_store;
  MovedClock& m_clock;
  model::Instant m_limit{};
  std::string m_cqe;
  std::map<std::string, model::Actor> m_people;
};

}  // namespace octad::demo
