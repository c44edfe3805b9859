#include "db/mapping/json_rows.hpp"

#include <gtest/gtest.h>

#include "model/access/people.hpp"
#include "model/cases/master_data.hpp"

namespace octad::db {
namespace {

TEST(JsonRows, NoRows) {
  EXPECT_TRUE(readJsonRows<model::Part>("[]").empty());
  EXPECT_TRUE(readJsonRows<model::Part>(" [ ] ").empty());
}

TEST(JsonRows, ValuesInTheOrderOfTheDescription) {
  const auto rows = readJsonRows<model::Customer>(
      "[[1, \"C1\", \"\xE5\xAE\xBF\", \"\", null, 1, \"\", \"\"], \n [-2,\"\",\"b\",\"c\",50,0,\"oem\",\"cs1\"]]");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].id.value, 1);
  EXPECT_EQ(rows[0].name, "\xE5\xAE\xBF");
  EXPECT_EQ(rows[0].ppmTarget, std::nullopt);
  EXPECT_TRUE(rows[0].active);
  EXPECT_EQ(rows[1].id.value, -2);
  EXPECT_EQ(rows[1].ppmTarget, 50);
  EXPECT_FALSE(rows[1].active);
  EXPECT_EQ(rows[1].specialStatus, "cs1");
}

TEST(JsonRows, EscapesOfBothDatabases) {
  const auto rows = readJsonRows<model::Defect>(
      R"([[1,"a\"b\\c\/d\b\f\n\r\te","\u4e2d\ud83d\ude00\u00e9\u0001","other",1]])");
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].name, "a\"b\\c/d\b\f\n\r\te");
  EXPECT_EQ(rows[0].nameEn, "\xE4\xB8\xAD\xF0\x9F\x98\x80\xC3\xA9\x01");
  EXPECT_EQ(rows[0].kind, model::DefectKind::other);
}

TEST(JsonRows, RolesAreJoinedByCommas) {
  const auto rows =
      readJsonRows<model::Person>(R"([[1,"li","","",null,1,"auditor,cqe"],[2,"wu","","",3,1,null]])");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].roles, (std::vector{model::Role::auditor, model::Role::cqe}));
  EXPECT_TRUE(rows[1].roles.empty());
  EXPECT_EQ(rows[1].departmentId, model::DepartmentId(3));
}

TEST(JsonRows, AnythingElseIsRefused) {
  for (const char* text :
       {"", "[", "[[", "[[1", "{}", "[1]", "[[1,\"a\",\"b\",\"other\"]]", "[[1,\"a\",\"b\",\"other\",1,2]]",
        "[[1,\"a\",\"b\",\"odd\",1]]", "[[1,\"a\",\"b,\"other\",1]]", "[[1,\"\\x\",\"b\",\"other\",1]]",
        "[[1,\"\\u12\",\"b\",\"other\",1]]", "[[true,\"a\",\"b\",\"other\",1]]"})
    EXPECT_THROW(readJsonRows<model::Defect>(text), std::runtime_error) << text;
}

}  // namespace
}  // namespace octad::db
