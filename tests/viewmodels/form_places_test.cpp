// Where in a form a mistake belongs.
#include "gui/viewmodels/form_places.hpp"

#include <gtest/gtest.h>

namespace octad::viewmodels {

TEST(FormPlaces, AMistakeFindsTheFieldThatItIsAbout) {
  const std::vector<std::string> names{"name",
                                       "rules",
                                       "approvals.0.step",
                                       "approvals.0.class",
                                       "sets.1.name",
                                       "sets.1.clocks.0.name",
                                       "sets.1.clocks.1.name"};
  EXPECT_EQ(placeOfMistake(names, "name"), "name");
  EXPECT_EQ(placeOfMistake(names, "approvals.0.class"), "approvals.0.class");
  EXPECT_EQ(placeOfMistake(names, "approvals.0"), "approvals.0.step") << "a whole row: its first field";
  EXPECT_EQ(placeOfMistake(names, "sets.1.clocks.1"), "sets.1.clocks.1.name");
  EXPECT_EQ(placeOfMistake(names, "sets.1.clocks"), "sets.1.clocks.0.name");
  EXPECT_EQ(placeOfMistake(names, "approvals.0.unknown"), "approvals.0.step");
  EXPECT_EQ(placeOfMistake(names, "rules.3"), "rules") << "a part of a field: the field";
  EXPECT_EQ(placeOfMistake(names, "approvals"), "") << "a list as a whole is no row of it";
  EXPECT_EQ(placeOfMistake(names, "approvals.7"), "");
  EXPECT_EQ(placeOfMistake(names, "elsewhere"), "");
  EXPECT_EQ(placeOfMistake(names, ""), "");
}

}  // namespace octad::viewmodels
