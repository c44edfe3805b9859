#include "gui/returns/return_files.hpp"

#include "gui/viewmodels/form_values.hpp"
#include "model/core/uuid.hpp"
#include "model/usecases/attach_to_return.hpp"

namespace octad::gui {

using model::Message;
using model::tr;
using viewmodels::FormFieldKind;
using viewmodels::FormValues;

namespace {

model::ReturnSaved keep(const model::Workplace& workplace, const FileSource& file,
                        model::NewReturnAttachment input) {
  input.originalName = file.name;
  const FileDigest digest = digestOf(file);
  input.sha256 = digest.sha256;
  input.size = digest.size;
  const auto stream = file.open();
  return model::AttachToReturn(workplace)
      .execute(input, [&stream](std::size_t limit) { return readPiece(*stream, limit); })
      .saved;
}

}  // namespace

viewmodels::ReturnForm returnAttachForm(const viewmodels::ReturnPageViewModel& page,
                                        std::vector<FileSource> files, model::ReturnPaper paper,
                                        std::optional<model::ReturnUnitId> unit) {
  viewmodels::ReturnForm form;
  form.title = files.size() == 1 ? Message(tr("Add the file {0}"), {files.front().name})
                                 : Message(tr("Add {0} files"), {std::to_string(files.size())});
  form.okLabel = tr("Add");
  if (unit)
    for (const auto& known : page.file().units)
      if (known.id == *unit) form.notes.push_back({tr("Belongs to unit {0}."), {known.serial}});
  form.fields = {
      {"paper", tr("What it is"), FormFieldKind::choice, viewmodels::key(paper),
       viewmodels::choicesOf<model::ReturnPaper>(), false},
      {"caption", tr("Caption, as in the report"), FormFieldKind::line, {}, {}, true},
  };
  form.execute = [files = std::move(files), unit](const model::Workplace& workplace,
                                                  model::ReturnTarget target, const FormValues& values) {
    model::NewReturnAttachment input;
    input.target = std::move(target);
    input.unitId = unit;
    input.paper = viewmodels::chosen(values, "paper", model::ReturnPaper::other);
    input.caption = viewmodels::at(values, "caption");
    model::ReturnSaved saved;
    for (const auto& file : files) {
      saved = keep(workplace, file, input);
      input.target.requestId = model::newUuid();
    }
    return saved;
  };
  return form;
}

}  // namespace octad::gui
