#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/message.hpp"

namespace octad::reports {

/// Strict UTF-8 check of a stream in pieces (no overlong forms, no surrogates), which also counts lines.
class Utf8Check {
 public:
  /// False from the first wrong byte on.
  bool feed(std::string_view bytes);
  /// False when the text is wrong or ends inside a character.
  bool finish() const { return m_good && m_missing == 0; }
  /// Line of the first wrong byte, or of the end; from 1.
  long long line() const { return m_line; }
  /// Where in the stream that line begins, in bytes.
  std::uint64_t lineStart() const { return m_lineStart; }
  /// How many bytes were not ASCII.
  std::uint64_t nonAscii() const { return m_nonAscii; }

 private:
  bool step(unsigned char byte);

  bool m_good = true;
  bool m_afterCr = false;
  int m_missing = 0;           // bytes the current character still needs
  unsigned char m_low = 0x80;  // bounds of its next byte
  unsigned char m_high = 0xBF;
  long long m_line = 1;
  std::uint64_t m_offset = 0;
  std::uint64_t m_lineStart = 0;
  std::uint64_t m_nonAscii = 0;
};

/// In which encoding a text file is read, and why.
struct TextEncoding {
  std::string name;           ///< as in TableFacts::encoding
  std::string converter;      ///< name for iconv; empty for UTF-8
  std::size_t markBytes = 0;  ///< length of the byte order mark to skip
  std::vector<model::Message> notes;
};

/// The encodings a user may name, with UTF-8 first.
const std::vector<std::string>& encodingNames();

/// Decides the encoding of a text file: the byte order mark, else what the user named, else UTF-8 if every
/// byte of the file allows it. Throws model::Invalid ("encoding") with a preview when nothing fits; never
/// guesses.
TextEncoding detectEncoding(const std::filesystem::path& path, const std::string& named);

/// A text file as UTF-8, piece by piece.
class TextSource {
 public:
  TextSource(const std::filesystem::path& path, const TextEncoding& encoding);
  ~TextSource();
  TextSource(const TextSource&) = delete;
  TextSource& operator=(const TextSource&) = delete;

  /// Replaces `text` by the next piece; false at the end. Throws model::Invalid naming the line for NUL and
  /// for bytes that the encoding does not know.
  bool read(std::string& text);
  /// 0 … 1, share of the bytes that were read.
  double progress() const;

 private:
  struct Converter;

  void check(std::string_view text);
  void convert(std::string& text, bool atEnd);
  [[noreturn]] void refuse(const Utf8Check& where) const;

  std::ifstream m_file;
  std::string m_name;
  std::unique_ptr<Converter> m_converter;  // none for UTF-8
  std::string m_pending;  // bytes read but not decoded: a character cut by the end of a piece
  Utf8Check m_check;      // of what was handed out: line number, and the file may change meanwhile
  std::uint64_t m_size = 0;
  std::uint64_t m_read = 0;
};

}  // namespace octad::reports
