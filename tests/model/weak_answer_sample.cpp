#include "tests/model/weak_answer_sample.hpp"

// Boost 1.74's property tree still uses the old placeholders and says so without this.
#define BOOST_BIND_GLOBAL_PLACEHOLDERS

#include <boost/property_tree/json_parser.hpp>
#include <sstream>

#include "tests/model/case_table.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

using Tree = boost::property_tree::ptree;

/// Fills the described members that the file of rules can have; anything else does not compile.
struct FromTree {
  const Tree& tree;

  template <class Value>
  void operator()(std::string_view name, Value& value) const {
    if (const auto child = tree.get_child_optional(std::string(name))) read(*child, value);
  }

 private:
  static void read(const Tree& from, std::string& value) { value = from.data(); }
  static void read(const Tree& from, int& value) { value = from.get_value<int>(); }
  template <Keyed Enum>
  static void read(const Tree& from, Enum& value) {
    value = fromKey<Enum>(from.data()).value();
  }
  template <Described Record>
  static void read(const Tree& from, Record& record) {
    forEachMember(record, FromTree{from});
  }
  template <class Value>
  static void read(const Tree& from, std::vector<Value>& values) {
    for (const auto& [key, entry] : from) read(entry, values.emplace_back());
  }
};

}  // namespace

WeakAnswerRules shippedWeakAnswerRules() {
  std::istringstream content(sourceFile("templates/policies/weak-answers.json"));
  Tree tree;
  boost::property_tree::read_json(content, tree);
  WeakAnswerRules rules;
  forEachMember(rules, FromTree{tree});
  return rules;
}

}  // namespace octad::tests
