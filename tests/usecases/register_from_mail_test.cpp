#include "model/usecases/register_from_mail.hpp"

#include "model/core/uuid.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

class RegisterFromMailTest : public UseCaseTest {
 protected:
  NewComplaint notice() {
    NewComplaint input;
    input.uuid = newUuid();
    input.customer = "甲公司";
    input.title = "无输出";
    input.messageId = "4711@customer.example";
    NewItem item;
    item.part = "P-100";
    item.failure = "无输出";
    item.quantityDefective = 3;
    input.items = {item};
    return input;
  }
  const std::vector<MailFile> m_files{
      {"照片.png", "image/png", std::string("\x89PNG\r\n\x1A\n", 8) + "picture"},
      {"tool.exe", "application/octet-stream", std::string("MZ\x90\0", 4)},
      {"mail.eml", "message/rfc822", "From: a@b\r\n\r\ntext"}};
};

TEST_P(RegisterFromMailTest, KeepsTheFilesAndTellsWhatItCannot) {
  const auto done = RegisterFromMail(as("wang")).execute(notice(), m_files);
  EXPECT_EQ(done.kept, 2);
  ASSERT_EQ(done.refused.size(), 1U);
  EXPECT_EQ(done.refused.front().args.front(), "tool.exe");
  const CaseFile file = open(done.saved.id);
  EXPECT_EQ(file.complaint.messageId, "4711@customer.example");
  ASSERT_EQ(file.attachments.size(), 2U);
  std::string bytes;
  reader().readAttachment(file.attachments.front().id, [&bytes](std::string_view chunk) { bytes += chunk; });
  EXPECT_EQ(bytes, m_files.front().bytes);
}

TEST_P(RegisterFromMailTest, DoneAgainItIsThereOnce) {
  const NewComplaint input = notice();
  const auto first = RegisterFromMail(as("wang")).execute(input, m_files);
  const auto again = RegisterFromMail(as("wang")).execute(input, m_files);
  EXPECT_EQ(again.saved.number, first.saved.number);
  EXPECT_EQ(open(first.saved.id).attachments.size(), 2U);
  EXPECT_EQ(reader().caseCount({}), 1);
}

TEST_P(RegisterFromMailTest, TheSameMailIsFoundAgain) {
  EXPECT_FALSE(reader().caseOfMail("4711@customer.example"));
  EXPECT_FALSE(reader().caseOfMail(""));
  const auto done = RegisterFromMail(as("wang")).execute(notice(), {});
  EXPECT_EQ(reader().caseOfMail("4711@customer.example"), done.saved.id);
  EXPECT_FALSE(reader().caseOfMail("other@customer.example"));
  NewComplaint typed = notice();
  typed.messageId.clear();
  RegisterFromMail(as("wang")).execute(typed, {});
  EXPECT_FALSE(reader().caseOfMail("")) << "what was typed came by no mail";
}

INSTANTIATE_TEST_SUITE_P(Databases, RegisterFromMailTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
