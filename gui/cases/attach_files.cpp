#include "gui/cases/attach_files.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "model/core/error.hpp"
#include "model/core/sha256.hpp"
#include "model/core/uuid.hpp"
#include "model/usecases/attach_file.hpp"

namespace octad::gui {

using model::Message;
using model::tr;
using viewmodels::ActionForm;
using viewmodels::FormFieldKind;
using viewmodels::FormValues;

namespace {

constexpr std::size_t kPiece = 1024 * 1024;

model::Saved keep(const model::Workplace& workplace, const model::CaseTarget& target, const FileSource& file,
                  const std::string& discipline, const std::string& caption) {
  model::NewAttachment input;
  input.target = target;
  input.discipline = discipline;
  input.originalName = file.name;
  input.caption = caption;
  const FileDigest digest = digestOf(file);
  input.sha256 = digest.sha256;
  input.size = digest.size;
  const auto second = file.open();
  return model::AttachFile(workplace)
      .execute(input, [&second](std::size_t limit) { return readPiece(*second, limit); })
      .saved;
}

}  // namespace

std::string readPiece(std::istream& stream, std::size_t limit) {
  std::string piece(limit, '\0');
  stream.read(piece.data(), static_cast<std::streamsize>(limit));
  piece.resize(static_cast<std::size_t>(stream.gcount()));
  return piece;
}

FileDigest digestOf(const FileSource& file) {
  FileDigest digest;
  model::Sha256 hash;
  const auto stream = file.open();
  // A file beyond the limit is refused by its size; there is no need to read all of it.
  for (std::string piece = readPiece(*stream, kPiece);
       !piece.empty() && digest.size <= model::kMaxAttachmentBytes; piece = readPiece(*stream, kPiece)) {
    hash.update(piece);
    digest.size += static_cast<long long>(piece.size());
  }
  digest.sha256 = hash.hex();
  return digest;
}

FileSource fileOnDisk(const std::string& path) {
  const std::string name = std::filesystem::path(path).filename().string();
  return {name, [path, name]() -> std::unique_ptr<std::istream> {
            auto stream = std::make_unique<std::ifstream>(path, std::ios::binary);
            if (!*stream) throw model::Invalid("file", {tr("{0} cannot be read."), {name}});
            return stream;
          }};
}

FileSource fileInMemory(std::string name, std::string bytes) {
  auto shared = std::make_shared<const std::string>(std::move(bytes));
  return {std::move(name), [shared]() -> std::unique_ptr<std::istream> {
            return std::make_unique<std::istringstream>(*shared, std::ios::binary);
          }};
}

ActionForm attachForm(const viewmodels::CasePageViewModel&, std::vector<FileSource> files,
                      std::optional<model::DisciplineCode> discipline) {
  ActionForm form;
  form.title = files.size() == 1 ? Message(tr("Add the file {0}"), {files.front().name})
                                 : Message(tr("Add {0} files"), {std::to_string(files.size())});
  form.okLabel = tr("Add");
  std::string names;
  for (const auto& file : files) names += (names.empty() ? "" : ", ") + file.name;
  if (files.size() > 1) form.notes.push_back(Message("{0}", {names}));
  std::vector<viewmodels::FieldChoice> places{{"", tr("the whole case"), true}};
  for (const auto& entry : model::EnumKeys<model::DisciplineCode>::entries)
    places.push_back({std::string(entry.key), entry.label, true});
  form.fields.push_back({"discipline", tr("Belongs to"), FormFieldKind::choice,
                         discipline ? std::string(model::keyOf(*discipline)) : std::string(),
                         std::move(places), false});
  form.fields.push_back({"caption", tr("Caption, as in the report"), FormFieldKind::line, {}, {}, true});
  form.execute = [files = std::move(files)](const model::Workplace& workplace, model::CaseTarget target,
                                            const FormValues& values) {
    // Adding a file does not depend on what somebody else changed meanwhile.
    target.version = 0;
    model::Saved saved;
    for (const auto& file : files) {
      saved = keep(workplace, target, file, values.at("discipline"), values.at("caption"));
      target.requestId = model::newUuid();
    }
    return saved;
  };
  return form;
}

bool mayBeOpened(const std::string& mediaType) {
  static constexpr std::array<std::string_view, 14> kAllowed{
      "image/png",
      "image/jpeg",
      "image/gif",
      "image/bmp",
      "image/tiff",
      "image/webp",
      "application/pdf",
      "text/plain",
      "text/csv",
      "message/rfc822",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      "application/vnd.oasis.opendocument.text"};
  return std::find(kAllowed.begin(), kAllowed.end(), mediaType) != kAllowed.end();
}

}  // namespace octad::gui
