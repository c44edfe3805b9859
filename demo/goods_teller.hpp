#pragma once

#include <map>
#include <string>

#include "model/ports/clock.hpp"
#include "model/ports/unit_of_work.hpp"
#include "model/returns/return_file.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::demo {

/// Tells of returned goods through the use cases; the clock is moved by whoever tells the case.
class GoodsTeller {
 public:
  GoodsTeller(model::Store& store, const model::Clock& clock, std::string cqe);

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
  void tell(const Goods& goods);
  /// Two days of sorting at one location of a problem whose sweep is not finished.
  void sortStock(model::ComplaintId complaint);

 private:
  model::Workplace as(const std::string& login);
  model::ReturnFile open(model::ReturnId id);
  void move(model::ReturnId id, model::ReturnPlace from, model::ReturnPlace to, long long quantity,
            model::Finding finding = model::Finding::open);
  void dispose(model::ReturnId id, model::Finding of, model::Disposition disposition, long long quantity);
  void carryOut(model::ReturnId id, model::Disposition disposition, model::ReturnPlace from,
                model::ReturnPlace to, const std::string& document);
  model::ReturnId announce(const Goods& goods);
  void receive(model::ReturnId id, const Goods& goods);
  void test(model::ReturnId id, unsigned seed);
  void findAll(model::ReturnId id, long long noTrouble);
  void concludeNtf(model::ReturnId id);
  void settle(model::ReturnId id, const Goods& goods);

  model::Store& m_store;
  const model::Clock& m_clock;
  std::string m_cqe;
  std::map<std::string, model::Actor> m_people;
};

}  // namespace octad::demo
