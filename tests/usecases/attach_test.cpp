#include "model/core/sha256.hpp"
#include "model/usecases/attach_file.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

/// A source that gives the text in pieces.
ChunkSource sourceOf(std::string text) {
  auto position = std::make_shared<std::size_t>(0);
  return [text = std::move(text), position](std::size_t limit) {
    const std::string piece = text.substr(*position, limit);
    *position += piece.size();
    return piece;
  };
}

class AttachTest : public UseCaseTest {
 protected:
  NewAttachment fileOf(ComplaintId id, const std::string& name, const std::string& bytes) {
    NewAttachment file;
    file.target = target(id);
    file.originalName = name;
    file.sha256 = sha256Hex(bytes);
    file.size = static_cast<long long>(bytes.size());
    return file;
  }
  AttachmentSaved attach(ComplaintId id, const std::string& name, const std::string& bytes,
                         const std::string& login = "wang") {
    return AttachFile(as(login)).execute(fileOf(id, name, bytes), sourceOf(bytes));
  }
  std::string stored(AttachmentId id) {
    std::string bytes;
    reader().readAttachment(id, [&bytes](std::string_view chunk) { bytes += chunk; });
    return bytes;
  }
};

const std::string kPng = std::string("\x89PNG\r\n\x1A\n", 8) + "picture";

TEST_P(AttachTest, StoresBytesOnce) {
  const auto one = registerCase();
  const auto two = registerCase();
  const auto first = attach(one, "照片.png", kPng);
  EXPECT_FALSE(first.alreadyKnown);
  EXPECT_TRUE(first.id);
  EXPECT_EQ(stored(first.id), kPng);
  const auto second = attach(two, "photo.png", kPng);
  EXPECT_TRUE(second.alreadyKnown);
  EXPECT_NE(first.id, second.id);
  const auto again = attach(one, "照片.png", kPng);
  EXPECT_TRUE(again.alreadyKnown);
  EXPECT_EQ(again.id, first.id);
  const CaseFile file = open(one);
  ASSERT_EQ(file.attachments.size(), 1u);
  EXPECT_EQ(file.attachments[0].mediaType, "image/png");
  EXPECT_EQ(file.attachments[0].fileName, "照片.png");
}

TEST_P(AttachTest, LargeFilesComeInChunks) {
  const auto id = registerCase();
  std::string bytes(2 * 1024 * 1024 + 17, 'x');
  bytes[5] = '\0';
  const auto saved = attach(id, "data.bin", bytes);
  EXPECT_EQ(stored(saved.id), bytes);
}

TEST_P(AttachTest, RefusesWhatIsNoEvidence) {
  const auto id = registerCase();
  const auto fieldOf = [&](const std::string& name, const std::string& bytes) {
    return invalidField([&] { attach(id, name, bytes); });
  };
  EXPECT_EQ(fieldOf("empty.txt", ""), "file");
  EXPECT_EQ(fieldOf("photo.jpg", "MZ\x90 program"), "file");
  EXPECT_EQ(fieldOf("photo.jpg",
                    "\x7F"
                    "ELF program"),
            "file");
  EXPECT_EQ(fieldOf("notes.txt", "#!/bin/sh\nrm"), "file");
  EXPECT_EQ(fieldOf("run.bat", "echo"), "file");
  bool asked = false;
  auto large = fileOf(id, "film.mp4", "x");
  large.size = 5LL * 1024 * 1024 * 1024;
  EXPECT_EQ(invalidField([&] {
              AttachFile(as("wang")).execute(large, [&asked](std::size_t) {
                asked = true;
                return std::string();
              });
            }),
            "file");
  EXPECT_FALSE(asked) << "refused before reading";
  auto changed = fileOf(id, "a.txt", "before");
  EXPECT_EQ(invalidField([&] { AttachFile(as("wang")).execute(changed, sourceOf("after!")); }), "file");
  changed = fileOf(id, "a.txt", "before");
  EXPECT_EQ(invalidField([&] { AttachFile(as("wang")).execute(changed, sourceOf("before and more")); }),
            "file");
  EXPECT_TRUE(open(id).attachments.empty());
  EXPECT_EQ(refusedRule([&] { attach(id, "a.txt", "text", "sun"); }), "right");
}

INSTANTIATE_TEST_SUITE_P(Databases, AttachTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

TEST(FileName, IsSafeOnEveryFileSystem) {
  EXPECT_EQ(cleanFileName("report.pdf"), "report.pdf");
  EXPECT_EQ(cleanFileName("../../etc/passwd"), "passwd");
  EXPECT_EQ(cleanFileName("C:\\Users\\x\\照片 1.jpg"), "照片 1.jpg");
  EXPECT_EQ(cleanFileName("CON.txt"), "_CON.txt");
  EXPECT_EQ(cleanFileName("nul"), "_nul");
  EXPECT_EQ(cleanFileName("LPT1 .doc"), "_LPT1 .doc");
  EXPECT_EQ(cleanFileName("control.txt"), "control.txt");
  EXPECT_EQ(cleanFileName("report. . ."), "report");
  EXPECT_EQ(cleanFileName("abc\u202Efdp.exe"), "abcfdp.exe");
  EXPECT_EQ(cleanFileName("a\nb\x01.txt"), "ab.txt");
  EXPECT_EQ(cleanFileName("a<b>:\"|?*.txt"), "a_b______.txt");
  EXPECT_EQ(cleanFileName(".."), "file");
  EXPECT_EQ(cleanFileName(""), "file");
  EXPECT_EQ(cleanFileName("\xFF\xFE"), "file");
  std::string emoji;
  for (int i = 0; i < 64; ++i) emoji += "😀";
  const auto shortened = cleanFileName(emoji + ".jpeg");
  EXPECT_LE(shortened.size(), 240u);
  EXPECT_TRUE(shortened.ends_with("😀.jpeg"));
  EXPECT_TRUE(cleanFileName(std::string(5000, 'a') + ".png").ends_with("a.png"));
}

TEST(MediaType, ByFirstBytesThenByName) {
  EXPECT_EQ(mediaTypeOf(kPng, "x.jpg"), "image/png");
  EXPECT_EQ(mediaTypeOf("\xFF\xD8\xFF\xE0", "x"), "image/jpeg");
  EXPECT_EQ(mediaTypeOf("%PDF-1.7", "x"), "application/pdf");
  EXPECT_EQ(mediaTypeOf("PK\x03\x04", "x.XLSX"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  EXPECT_EQ(mediaTypeOf("PK\x03\x04", "x.zip"), "application/zip");
  EXPECT_EQ(mediaTypeOf("whatever", "x"), "application/octet-stream");
  EXPECT_THROW(mediaTypeOf("MZ", "x.jpg"), Invalid);
  EXPECT_THROW(mediaTypeOf("text", "x.PS1"), Invalid);
}

TEST(Sha256, KnownAnswers) {
  EXPECT_EQ(sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256Hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256Hex(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

}  // namespace
}  // namespace octad::model
