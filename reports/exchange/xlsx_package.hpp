#pragma once

#include <cstdint>
#include <exception>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "reports/exchange/table_reader.hpp"

struct zip;
struct zip_file;
struct XML_ParserStruct;

namespace octad::reports {

/// A workbook file opened as a zip archive, after the checks that need no inflating: number of parts, their
/// sizes as declared, packing ratio, parts that share bytes, doubled names, encryption, and a DOCTYPE in any
/// XML part.
class XlsxPackage {
 public:
  /// One part being inflated, counted while it flows because a declared size can lie.
  class Part {
   public:
    Part(XlsxPackage& package, std::uint64_t index, std::string name);
    ~Part();
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;

    /// Up to `size` bytes into `buffer`; 0 at the end. Throws model::Invalid over a limit or for damaged
    /// data.
    std::size_t read(char* buffer, std::size_t size);
    const std::string& name() const { return m_name; }
    /// 0 … 1 of the declared size.
    double progress() const;

   private:
    XlsxPackage& m_package;
    std::string m_name;
    zip_file* m_file = nullptr;
    std::uint64_t m_declared = 0;
    std::uint64_t m_read = 0;
  };

  /// Throws model::Invalid ("file") naming the limit or the damage.
  XlsxPackage(const std::filesystem::path& path, const TableLimits& limits);
  ~XlsxPackage();
  XlsxPackage(const XlsxPackage&) = delete;
  XlsxPackage& operator=(const XlsxPackage&) = delete;

  bool has(const std::string& name) const;
  /// Throws model::Invalid when there is no such part.
  std::unique_ptr<Part> open(const std::string& name);
  const TableLimits& limits() const { return m_limits; }

 private:
  void checkDirectory(std::uint64_t fileSize);
  void checkPrologs();

  TableLimits m_limits;
  zip* m_zip = nullptr;
  std::uint64_t m_inflated = 0;  // by all parts read so far
};

/// What one XML part means. Names come without their namespace.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  /// `attributes`: name, value, name, value …, nullptr; with namespaces cut as well.
  virtual void startElement(std::string_view name, const char** attributes) = 0;
  virtual void endElement(std::string_view name) = 0;
  virtual void characters(std::string_view text) = 0;
};

/// The value of an attribute by its name without namespace, or nullptr.
const char* attribute(const char** attributes, std::string_view name);

/// Drives an XML part through a handler and can pause after any element. DOCTYPE is refused before anything
/// of it is used.
class XmlPump {
 public:
  XmlPump(std::unique_ptr<XlsxPackage::Part> part, XmlHandler& handler);
  ~XmlPump();
  XmlPump(const XmlPump&) = delete;
  XmlPump& operator=(const XmlPump&) = delete;

  /// Reads on until the handler pauses (true) or the part ends (false). Errors as XlsxPackage::Part::read.
  bool run();
  /// Called by the handler: run() returns after the current element.
  void pause();
  double progress() const { return m_part->progress(); }

 private:
  struct Callbacks;
  void feed();
  void check(int status);

  std::unique_ptr<XlsxPackage::Part> m_part;
  XmlHandler& m_handler;
  XML_ParserStruct* m_parser = nullptr;
  std::exception_ptr m_error;
  bool m_docType = false;
  bool m_paused = false;
  bool m_ended = false;
  std::uint64_t m_fed = 0;
};

}  // namespace octad::reports
