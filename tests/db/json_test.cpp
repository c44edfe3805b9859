#include "db/mapping/json.hpp"

#include <gtest/gtest.h>

#include "model/cases/case_file.hpp"
#include "model/cases/queries.hpp"
#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/policy/classification.hpp"
#include "model/policy/policy.hpp"

namespace octad::db {
namespace {

using model::Date;
using model::Instant;
using model::Invalid;

std::string fieldOf(const std::string& text) {
  try {
    fromJson<model::ClassifyInput>(parseJson(text, "input"));
  } catch (const Invalid& error) {
    return error.field();
  }
  return "accepted";
}

TEST(Json, EveryMemberOfACaseComesBack) {
  model::CaseFile file;
  file.complaint.id = model::ComplaintId(7);
  file.complaint.title = "划伤 \"A\" \\ 100% \n";
  file.complaint.receivedAt = Instant{1'795'338'000'123'456};
  file.complaint.requestedDate = Date(2026, 11, 22);
  file.complaint.safety = true;
  file.complaint.ownerId = model::PersonId(3);
  file.items.resize(2);
  file.items[1].quantityDelivered = 0;
  file.people.resize(1);
  file.people[0].roles = {model::Role::cqe, model::Role::auditor};
  const auto text = toJson(file).dump();
  const auto back = fromJson<model::CaseFile>(parseJson(text, "file"));
  EXPECT_EQ(model::fingerprint(file), model::fingerprint(back));
  EXPECT_EQ(toJson(back).dump(), text);
}

TEST(Json, InstantsAreIsoInUtc) {
  EXPECT_EQ(isoInstant(Instant{0}), "1970-01-01T00:00:00Z");
  EXPECT_EQ(isoInstant(Instant{-1}), "1969-12-31T23:59:59.999999Z");
  for (const long long at : {1'795'338'000'000'000LL, 1'795'338'000'000'001LL, 1'709'164'799'500'000LL})
    EXPECT_EQ(parseIsoInstant(isoInstant(Instant{at})), Instant{at});
  EXPECT_EQ(parseIsoInstant("2026-11-22T17:00:00+08:00"), parseIsoInstant("2026-11-22T09:00:00Z"));
  EXPECT_EQ(parseIsoInstant("2026-11-22T17:00+0800"), parseIsoInstant("2026-11-22T09:00:00.0Z"));
}

TEST(Json, InstantsWithoutZoneOrOutOfRangeAreRefused) {
  for (const char* text : {"", "2026-11-22", "2026-11-22T09:00:00", "2026-11-22 09:00:00Z",
                           "2026-02-30T09:00:00Z", "2026-11-22T24:00:00Z", "2026-11-22T09:60:00Z",
                           "2026-11-22T09:00:60Z", "2026-11-22T09:00:00.Z", "2026-11-22T09:00:00.1234567Z",
                           "2026-11-22T09:00:00ZZ", "2026-11-22T-9:00:00Z", "2026-11-22T09:00:00+15:00"})
    EXPECT_FALSE(parseIsoInstant(text)) << text;
}

TEST(Json, FaultsNameTheirPath) {
  EXPECT_EQ(fieldOf(R"({"items":[{"qty_defective":1.5}]})"), "items.0.qty_defective");
  EXPECT_EQ(fieldOf(R"({"items":[{},{"qty_defective":"1"}]})"), "items.1.qty_defective");
  EXPECT_EQ(fieldOf(R"({"items":[{"qty_defective":9223372036854775808}]})"), "items.0.qty_defective");
  EXPECT_EQ(fieldOf(R"({"items":[{"defect_kind":"odd"}]})"), "items.0.defect_kind");
  EXPECT_EQ(fieldOf(R"({"items":[{"part":null}]})"), "items.0.part");
  EXPECT_EQ(fieldOf(R"({"items":[{"part":"a\u0000b"}]})"), "items.0.part");
  EXPECT_EQ(fieldOf(R"({"items":{}})"), "items");
  EXPECT_EQ(fieldOf(R"({"items":[7]})"), "items.0");
  EXPECT_EQ(fieldOf(R"({"safety":1})"), "safety");
  EXPECT_EQ(fieldOf(R"({"saftey":true})"), "saftey");
  EXPECT_EQ(fieldOf(R"([])"), "");
  EXPECT_EQ(fieldOf(R"({"safety":true,)"), "input");
  EXPECT_EQ(fieldOf(R"({"items":[{"qty_delivered":null}],"penalty":false})"), "accepted");
}

TEST(Json, UnknownKeysAreRefusedWithTheKnownOnes) {
  try {
    fromJson<model::Route>(parseJson(R"({"mach":"a"})", "route"), "routes");
    FAIL();
  } catch (const Invalid& error) {
    EXPECT_EQ(error.field(), "routes.mach");
    EXPECT_EQ(error.message().args.at(1), "match, department");
  }
}

TEST(Json, WhatTheDatabaseBuiltMayHaveNumbersAsBooleansAndAnyOrder) {
  const auto part =
      fromJson<model::Part>(parseJson(R"({"name":"x","extra":1,"active":0,"safety_relevant":1,"id":5})", "p"),
                            {}, JsonMode::lenient);
  EXPECT_EQ(part.id.value, 5);
  EXPECT_EQ(part.name, "x");
  EXPECT_FALSE(part.active);
  EXPECT_TRUE(part.safetyRelevant);
  EXPECT_EQ(fromJson<model::Sample>(parseJson(R"({"arrived_at":1795338000000001})", "s")).arrivedAt,
            Instant{1'795'338'000'000'001});
}

TEST(Json, NumbersThatDoNotFitTheMemberAreRefused) {
  EXPECT_THROW(fromJson<model::Route>(parseJson("null", "r")), Invalid);
  EXPECT_THROW(fromJson<model::Policy>(parseJson(R"({"revision":3000000000})", "p")), Invalid);
}

}  // namespace
}  // namespace octad::db
