#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "reports/charts/drawing.hpp"
#include "reports/charts/palette.hpp"
#include "reports/document/parse.hpp"
#include "reports/document/template.hpp"
#include "reports/render/options.hpp"
#include "reports/render/pdf.hpp"

namespace octad::tests {

/// A folder for one test, removed with the object.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "octad-reports-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    m_path = name;
  }
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  std::string write(const std::string& name, const std::string& bytes) const {
    const auto path = (m_path / name).string();
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

 private:
  std::filesystem::path m_path;
};

/// What a command prints; fails when the command does.
inline std::string outputOf(const std::string& command) {
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
  std::string text;
  char buffer[4096];
  while (const std::size_t count = fread(buffer, 1, sizeof buffer, pipe)) text.append(buffer, count);
  if (const int status = pclose(pipe); status != 0) throw std::runtime_error("failed: " + command);
  return text;
}

/// The text of every page as poppler reads it.
inline std::vector<std::string> pageTexts(const std::string& pdf) {
  const ScratchFolder folder;
  const std::string all = outputOf("pdftotext -layout -enc UTF-8 " + folder.write("report.pdf", pdf) + " -");
  std::vector<std::string> pages;
  for (std::size_t from = 0; from < all.size();) {
    const auto end = std::min(all.find('\f', from), all.size());
    pages.push_back(all.substr(from, end - from));
    from = end + 1;
  }
  return pages;
}

inline std::string joinedText(const std::string& pdf) {
  std::string text;
  for (const auto& page : pageTexts(pdf)) text += page;
  return text;
}

inline std::size_t occurrences(const std::string& text, const std::string& what) {
  std::size_t count = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++count;
  return count;
}

inline bool contains(const std::string& text, const std::string& what) {
  return text.find(what) != std::string::npos;
}

inline std::string pdfOf(const std::string& xhtml, const reports::RenderOptions& options = {}) {
  return renderPdf(reports::parseDocument(xhtml), options);
}

/// A PNG of one colour.
inline std::string plainPng(double width, double height) {
  reports::Drawing drawing;
  drawing.width = width;
  drawing.height = height;
  drawing.draw = [](cairo_t*, double, double) {};
  return toPng(drawing, 1);
}

/// A PNG head that claims a size; nothing behind it.
inline std::string pngClaiming(unsigned width, unsigned height) {
  std::string bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  for (const unsigned value : {width, height}) {
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>((value >> shift) & 0xFF);
  }
  return bytes + std::string("\x08\x02\0\0\0\0\0\0\0", 9);
}

}  // namespace octad::tests
