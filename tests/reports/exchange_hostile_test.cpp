// Files made to harm: bombs, entities, lies about sizes, and 2,000 random mutations of good files.
#include <chrono>
#include <gtest/gtest.h>
#include <random>

#include "exchange_support.hpp"

using namespace octad::reports;
using namespace octad::reports::exchange_test;

namespace {

constexpr const char* kSheet = "xl/worksheets/sheet1.xml";

// The address sanitizer keeps freed memory for a while, so only the plain build can measure it.
#if defined(__SANITIZE_ADDRESS__)
constexpr double kUnmeasured = 1e6;
#else
constexpr double kUnmeasured = 0;
#endif

/// Memory in use, in megabytes.
double residentMegabytes() {
  std::ifstream file("/proc/self/statm");
  double total = 0;
  double resident = 0;
  file >> total >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

/// So many zero bytes as a zip source, without having them in memory.
zip_int64_t zeros(void* state, void* data, zip_uint64_t length, zip_source_cmd_t command) {
  auto& left = *static_cast<std::pair<zip_uint64_t, zip_uint64_t>*>(state);
  switch (command) {
    case ZIP_SOURCE_OPEN:
      left.second = left.first;
      return 0;
    case ZIP_SOURCE_READ: {
      const zip_uint64_t size = std::min(length, left.second);
      std::fill_n(static_cast<char*>(data), size, ' ');
      left.second -= size;
      return static_cast<zip_int64_t>(size);
    }
    case ZIP_SOURCE_STAT: {
      auto* const stat = static_cast<zip_stat_t*>(data);
      zip_stat_init(stat);
      stat->size = left.first;
      stat->valid = ZIP_STAT_SIZE;
      return sizeof(zip_stat_t);
    }
    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                            ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
    default:
      return 0;
  }
}

/// Adds a part of `size` blanks to a workbook.
void addBlanks(const std::filesystem::path& path, const char* name, zip_uint64_t size) {
  std::pair<zip_uint64_t, zip_uint64_t> state{size, size};
  int error = 0;
  zip_t* const archive = zip_open(path.c_str(), ZIP_CREATE, &error);
  ASSERT_NE(archive, nullptr);
  zip_source_t* const source = zip_source_function(archive, &zeros, &state);
  ASSERT_GE(zip_file_add(archive, name, source, ZIP_FL_OVERWRITE), 0);
  ASSERT_EQ(zip_close(archive), 0);
}

void put32(std::string& bytes, std::size_t at, std::uint32_t value) {
  for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(value >> (8 * i));
}

/// Writes another unpacked size into the directory of a zip file and into the part's own header.
void lieAboutSize(const std::filesystem::path& path, const std::string& part, std::uint32_t size) {
  std::string bytes = bytesOf(path);
  for (std::size_t at = 0; (at = bytes.find("PK", at)) != std::string::npos; ++at) {
    if (bytes.compare(at, 4, "PK\x01\x02") == 0 && bytes.compare(at + 46, part.size(), part) == 0)
      put32(bytes, at + 24, size);
    if (bytes.compare(at, 4, "PK\x03\x04") == 0 && bytes.compare(at + 30, part.size(), part) == 0)
      put32(bytes, at + 22, size);
  }
  std::ofstream(path, std::ios::binary) << bytes;
}

class ExchangeHostile : public ::testing::Test {
 protected:
  std::filesystem::path save(const Parts& parts) { return pack(m_folder.path() / "t.xlsx", parts); }

  /// Refused within two seconds and without taking memory.
  std::string quickly(const std::filesystem::path& path) {
    const double before = residentMegabytes();
    const auto start = std::chrono::steady_clock::now();
    const std::string sentence = refusal(path);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
    EXPECT_LT(residentMegabytes() - before, 50.0 + kUnmeasured);
    return sentence;
  }

  TempFolder m_folder;
};

}  // namespace

TEST_F(ExchangeHostile, ZipBombByTotalSize) {
  const auto path = save(workbook(""));
  addBlanks(path, "xl/media/filler.bin", 600ull * 1024 * 1024);
  EXPECT_NE(quickly(path).find("unpacks to more than 512 MB"), std::string::npos);
}

TEST_F(ExchangeHostile, ZipBombByRatio) {
  const auto path = save(workbook(""));
  addBlanks(path, kSheet, 64ull * 1024 * 1024);
  EXPECT_NE(quickly(path).find("packed more than 200 to 1"), std::string::npos);
}

TEST_F(ExchangeHostile, ZipBombThatLiesAboutItsSize) {
  const auto path = save(workbook(""));
  addBlanks(path, kSheet, 64ull * 1024 * 1024);
  lieAboutSize(path, kSheet, 4000);
  EXPECT_NE(quickly(path).find("packed more than 200 to 1"), std::string::npos);
}

TEST_F(ExchangeHostile, ManySmallBombs) {
  Parts parts = workbook("");
  for (int i = 0; i < 40; ++i) parts["xl/media/" + std::to_string(i)] = std::string(512 * 1024, ' ');
  EXPECT_NE(quickly(save(parts)).find("packed more than 200 to 1"), std::string::npos);
}

TEST_F(ExchangeHostile, TooManyParts) {
  Parts parts = workbook("");
  for (int i = 0; i < 10000; ++i) parts["x/" + std::to_string(i)] = "";
  EXPECT_NE(quickly(save(parts)).find("10006 parts"), std::string::npos);
}

TEST_F(ExchangeHostile, PartsThatOverlap) {
  // Two entries of the directory point to the same packed bytes, as in the bombs without nesting.
  std::string noise(3000000, ' ');
  std::mt19937 random(7);
  for (char& c : noise) c = static_cast<char>(random());
  Parts parts = workbook("");
  parts["a.bin"] = noise;
  parts["b.bin"] = "";
  const auto path = save(parts);
  std::string bytes = bytesOf(path);
  std::size_t a = 0;
  std::size_t b = 0;
  for (std::size_t at = 0; (at = bytes.find("PK\x01\x02", at)) != std::string::npos; ++at) {
    if (bytes.compare(at + 46, 5, "a.bin") == 0) a = at;
    if (bytes.compare(at + 46, 5, "b.bin") == 0) b = at;
  }
  ASSERT_TRUE(a != 0 && b != 0);
  bytes.replace(b + 10, 18, bytes.substr(a + 10, 18));  // method … sizes
  bytes.replace(b + 42, 4, bytes.substr(a + 42, 4));    // offset
  EXPECT_NE(quickly(m_folder.write("overlap.xlsx", bytes)).find("b.bin of the workbook is damaged"),
            std::string::npos);
}

TEST_F(ExchangeHostile, DocTypeAnywhere) {
  for (const auto& [name, content] : workbook("<row><c t=\"inlineStr\"><is><t>&amp;</t></is></c></row>")) {
    Parts parts = workbook("<row><c t=\"inlineStr\"><is><t>x</t></is></c></row>");
    const std::size_t root = content.find("?>") + 2;
    parts[name].insert(root, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>");
    const std::string sentence = quickly(save(parts));
    EXPECT_NE(sentence.find("DOCTYPE"), std::string::npos) << name << ": " << sentence;
    EXPECT_NE(sentence.find(name), std::string::npos) << sentence;
  }
  Parts unused = workbook("");
  unused["docProps/app.xml"] = "<!DOCTYPE x><x/>";
  EXPECT_NE(quickly(save(unused)).find("docProps/app.xml"), std::string::npos);
  Parts laughs = workbook("<row><c t=\"inlineStr\"><is><t>&c;</t></is></c></row>");
  laughs[kSheet].insert(
      laughs[kSheet].find("?>") + 2,
      "<!DOCTYPE x [<!ENTITY a \"ha ha ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>");
  EXPECT_NE(quickly(save(laughs)).find("DOCTYPE"), std::string::npos);
}

TEST_F(ExchangeHostile, EndlessXml) {
  const std::string blanks(20 * 1024 * 1024, 'x');
  EXPECT_NE(quickly(pack(m_folder.path() / "a.xlsx", workbook("<row r=\"" + blanks + "\"/>"), false))
                .find("is damaged"),
            std::string::npos);
  EXPECT_NE(quickly(pack(m_folder.path() / "b.xlsx",
                         workbook("<row><c t=\"str\"><v>" + blanks + "</v></c></row>"), false))
                .find("Row 1 holds more than 1048576 bytes of text at cell A1"),
            std::string::npos);
  Parts shared = workbook("");
  replaceIn(shared["xl/sharedStrings.xml"], "划伤", blanks);
  EXPECT_NE(quickly(pack(m_folder.path() / "c.xlsx", shared, false)).find("Shared text 0"),
            std::string::npos);
}

TEST_F(ExchangeHostile, SharedTextsAreCountedInTheRow) {
  std::string cells;
  for (int i = 0; i < 20; ++i) cells += "<c t=\"s\"><v>0</v></c>";
  Parts parts = workbook("<row>" + cells + "</row>");
  replaceIn(parts["xl/sharedStrings.xml"], "划伤", std::string(100000, 'x'));
  EXPECT_NE(quickly(save(parts)).find("Row 1 holds more than"), std::string::npos);
}

TEST_F(ExchangeHostile, LongCsvTakesNoMemory) {
  const auto path = m_folder.path() / "long.csv";
  {
    std::ofstream file(path, std::ios::binary);
    for (int i = 0; i < 400000; ++i)
      file << i << ",划伤,\"two\nlines\",the quick brown fox jumps over the lazy dog\r\n";
  }
  const double before = residentMegabytes();
  const auto reader = openTable(path);
  long long rows = 0;
  while (reader->next()) ++rows;
  EXPECT_EQ(rows, 400000);
  EXPECT_LT(residentMegabytes() - before, 10.0 + kUnmeasured);
}

TEST_F(ExchangeHostile, RandomMutationsNeverCrash) {
  std::vector<std::pair<std::string, std::string>> files;  // name, content
  for (const char* name : {"complaint-log-2026.csv", "complaint-log-2025.gb18030.csv",
                           "complaint-log-2026.xlsx", "nhtsa-complaints.tsv", "calendar-cn-2026.csv"})
    files.emplace_back(name, bytesOf(fixture(name)));
  const Parts good = workbook(
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"2\"><v>46105.5</v></c></row><row "
      "r=\"2\"><c "
      "r=\"A2\" t=\"inlineStr\"><is><t>x</t></is></c><c r=\"C2\"><f>1+1</f><v>2</v></c></row>");
  std::mt19937 random(20261122);
  const auto below = [&random](std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
  };
  const auto mutate = [&](std::string& bytes) {
    for (std::size_t change = 0; change <= below(4) && !bytes.empty(); ++change) {
      const std::size_t at = below(bytes.size());
      const std::size_t length = 1 + below(std::min<std::size_t>(64, bytes.size()));
      switch (below(6)) {
        case 0:
          bytes[at] = static_cast<char>(below(256));
          break;
        case 1:
          bytes.erase(at, length);
          break;
        case 2:
          bytes.insert(at, bytes.substr(below(bytes.size()), length));
          break;
        case 3:
          bytes.resize(at);
          break;
        case 4:
          bytes.insert(at, 1, "\"\r\n\0,;<>&\xFF"[below(10)]);
          break;
        default:
          bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
          break;
      }
    }
  };
  int refusedFiles = 0;
  for (int i = 0; i < 2000; ++i) {
    ReadOptions options;
    std::filesystem::path path;
    if (i % 2 == 0) {  // the file's bytes
      auto [name, bytes] = files[below(files.size())];
      if (name.find("gb18030") != std::string::npos) options.encoding = "GB18030";
      mutate(bytes);
      path = m_folder.write("mutant", bytes);
    } else {  // the XML inside an intact archive
      Parts parts = good;
      mutate(std::next(parts.begin(), static_cast<long>(below(parts.size())))->second);
      path = pack(m_folder.path() / "mutant", parts, false);
    }
    try {
      if (!refusal(path, options).empty()) ++refusedFiles;
    } catch (const std::exception& error) {
      FAIL() << "mutation " << i << ": " << error.what();
    }
  }
  EXPECT_GT(refusedFiles, 200);
  EXPECT_LT(refusedFiles, 1900);
}
