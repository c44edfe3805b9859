#include "gui/viewmodels/department_forms.hpp"

#include "gui/viewmodels/action_form_parts.hpp"
#include "model/eightd/owed_answers.hpp"
#include "model/policy/calendar.hpp"
#include "model/usecases/assign_department.hpp"
#include "model/usecases/confirm_answer.hpp"
#include "model/usecases/extend_question.hpp"
#include "model/usecases/rule_refusal.hpp"
#include "model/usecases/set_responsibility.hpp"

namespace octad::viewmodels {

using model::Assignment;
using model::AssignmentState;
using model::CaseTarget;
using model::Message;
using model::tr;
using model::Workplace;

namespace {

constexpr int kDaysToAnswer = 3;

/// The question a form is about, chosen when there are several.
template <class Wanted>
FormField questionField(const CasePageViewModel& page, Wanted wanted) {
  std::vector<FieldChoice> choices;
  for (const auto& question : page.file().assignments)
    if (wanted(question))
      choices.push_back({std::to_string(question.id.value), questionLabel(page, question), false});
  const std::string first = choices.empty() ? std::string() : choices.front().key;
  return {"assignment_id", tr("Question"), FormFieldKind::choice, first, std::move(choices), false};
}

model::AssignmentId questionOf(const FormValues& values) {
  const std::string id = at(values, "assignment_id");
  return id.empty() ? model::AssignmentId() : model::AssignmentId(std::stoll(id));
}

/// A day to propose for an answer: never on a weekend. Holidays are not looked up for a proposal.
model::Date proposedDay(const CasePageViewModel& page, model::Date from) {
  const model::WorkCalendar week(page.session().zone, {});
  model::Date day = from.plusDays(kDaysToAnswer);
  while (!week.isWorkday(day)) day = day.plusDays(1);
  return day;
}

bool isRefused(const Assignment& question) {
  return question.state == AssignmentState::refused;
}

}  // namespace

std::string questionLabel(const CasePageViewModel& page, const Assignment& question) {
  return departmentLabel(page.file(), question.departmentId, page.session().translator.language()) + ", " +
         question.disciplines;
}

ActionForm assignForm(const CasePageViewModel& page) {
  ActionForm form;
  form.title = {tr("Ask a department")};
  form.okLabel = tr("Ask");
  form.fields.push_back(
      {"department", tr("Department"), FormFieldKind::choice, {}, departmentChoices(page, nullptr), false});
  form.fields.push_back(
      {"due_on", tr("Answer due"), FormFieldKind::date, proposedDay(page, today(page)).iso(), {}, true});
  for (const auto& entry : model::EnumKeys<model::DisciplineCode>::entries)
    form.fields.push_back(
        {std::string(entry.key),
         entry.label,
         FormFieldKind::check,
         entry.value == model::DisciplineCode::d4 || entry.value == model::DisciplineCode::d5 ? "1" : "",
         {},
         static_cast<int>(entry.value) % 2 == 1});
  form.fields.push_back({"question", tr("Question"), FormFieldKind::text, {}, {}, false});
  form.execute = [](Workplace workplace, CaseTarget target, const FormValues& values) {
    model::DepartmentQuestion input;
    input.target = std::move(target);
    input.department = at(values, "department");
    input.disciplines = checkedDisciplines(values);
    input.question = at(values, "question");
    input.dueOn = requiredDay(values, "due_on");
    return model::AssignDepartment(std::move(workplace)).execute(input);
  };
  return form;
}

ActionForm refuseForm(const CasePageViewModel& page) {
  ActionForm form;
  form.title = {tr("Refuse the question")};
  form.okLabel = tr("Refuse");
  form.dangerous = true;
  form.notes.push_back({tr("The question stays with your department until the CQE has ruled on it.")});
  form.fields.push_back({"instead",
                         tr("Right department"),
                         FormFieldKind::choice,
                         {},
                         departmentChoices(page, tr("not known")),
                         false});
  form.fields.push_back(reasonField());
  const auto assignment = ownAssignment(page.file(), page.session().actor);
  form.execute = [assignment](Workplace workplace, CaseTarget target, const FormValues& values) {
    return model::RefuseAssignment(std::move(workplace))
        .execute({std::move(target), assignment.value_or(model::AssignmentId()), at(values, "reason"),
                  at(values, "instead")});
  };
  return form;
}

ActionForm ruleRefusalForm(const CasePageViewModel& page) {
  ActionForm form;
  form.title = {tr("Rule on a refusal")};
  form.okLabel = tr("Record the ruling");
  std::string proposed;
  for (const auto& question : page.file().assignments) {
    if (!isRefused(question)) continue;
    form.notes.push_back({"{0}: {1}", {questionLabel(page, question), question.refusal}});
    for (const auto& department : page.departments())
      if (question.proposedId == department.id) proposed = department.code;
  }
  form.fields.push_back(questionField(page, isRefused));
  form.fields.push_back({"ruling", tr("Ruling"), FormFieldKind::choice,
                         key(proposed.empty() ? model::RefusalRuling::insist : model::RefusalRuling::forward),
                         choicesOf<model::RefusalRuling>(), false});
  form.fields.push_back({"department", tr("Department asked instead"), FormFieldKind::choice, proposed,
                         departmentChoices(page, "–"), false});
  form.fields.push_back(
      {"due_on", tr("Answer due"), FormFieldKind::date, proposedDay(page, today(page)).iso(), {}, true});
  form.fields.push_back(reasonField(tr("Reason, said to whoever has to answer")));
  form.execute = [](Workplace workplace, CaseTarget target, const FormValues& values) {
    model::RefusalDecision input;
    input.target = std::move(target);
    input.assignmentId = questionOf(values);
    input.ruling = chosen(values, "ruling", model::RefusalRuling::insist);
    input.department = at(values, "department");
    input.dueOn = parseDay(at(values, "due_on"), "due_on");
    input.reason = at(values, "reason");
    return model::RuleRefusal(std::move(workplace)).execute(input);
  };
  return form;
}

ActionForm withdrawForm(const CasePageViewModel& page) {
  ActionForm form;
  form.title = {tr("Take a question back")};
  form.okLabel = tr("Take it back");
  form.dangerous = true;
  form.fields.push_back(questionField(page, [](const Assignment& question) {
    return question.state != AssignmentState::approved && question.state != AssignmentState::withdrawn;
  }));
  form.fields.push_back(reasonField());
  form.execute = [](Workplace workplace, CaseTarget target, const FormValues& values) {
    return model::WithdrawQuestion(std::move(workplace))
        .execute({std::move(target), questionOf(values), at(values, "reason")});
  };
  return form;
}

ActionForm askExtensionForm(const CasePageViewModel& page) {
  ActionForm form;
  form.title = {tr("Ask for more time")};
  form.okLabel = tr("Ask");
  form.notes.push_back({tr("The CQE rules on it. What was promised to the customer does not move.")});
  const auto assignment = ownAssignment(page.file(), page.session().actor);
  std::string wanted;
  for (const auto& question : page.file().assignments)
    if (assignment == question.id) wanted = proposedDay(page, question.dueOn).iso();
  form.fields.push_back({"wanted_day", tr("Answer until"), FormFieldKind::date, wanted, {}, false});
  form.fields.push_back(reasonField());
  form.execute = [assignment](Workplace workplace, CaseTarget target, const FormValues& values) {
    return model::AskExtension(std::move(workplace))
        .execute({std::move(target), assignment.value_or(model::AssignmentId()),
                  requiredDay(values, "wanted_day"), at(values, "reason")});
  };
  return form;
}

ActionForm ruleExtensionForm(const CasePageViewModel& page) {
  const auto& file = page.file();
  ActionForm form;
  form.title = {tr("Rule on an extension")};
  form.okLabel = tr("Record the ruling");
  std::string day;
  for (const auto& question : file.assignments)
    if (const auto* open = model::openExtension(file, question.id)) {
      form.notes.push_back(
          {tr("{0}: due {1}, asks until {2}: {3}"),
           {questionLabel(page, question), question.dueOn.iso(), open->wantedDay.iso(), open->reason}});
      if (day.empty()) day = open->wantedDay.iso();
    }
  form.fields.push_back(questionField(page, [&file](const Assignment& question) {
    return model::openExtension(file, question.id) != nullptr;
  }));
  form.fields.push_back({"grant",
                         tr("Ruling"),
                         FormFieldKind::choice,
                         "granted",
                         {{"granted", model::labelOf(model::ExtensionState::granted), true},
                          {"refused", model::labelOf(model::ExtensionState::refused), true}},
                         false});
  form.fields.push_back({"day", tr("Granted until"), FormFieldKind::date, day, {}, true});
  form.fields.push_back(
      {"words", tr("Words to the department (needed to refuse)"), FormFieldKind::text, {}, {}, false});
  form.execute = [](Workplace workplace, CaseTarget target, const FormValues& values) {
    model::ExtensionDecision input;
    input.target = std::move(target);
    input.assignmentId = questionOf(values);
    input.grant = at(values, "grant") == "granted";
    if (input.grant) input.day = parseDay(at(values, "day"), "day");
    input.words = at(values, "words");
    return model::RuleExtension(std::move(workplace)).execute(input);
  };
  return form;
}

ActionForm confirmForm(const CasePageViewModel& page) {
  const auto& file = page.file();
  ActionForm form;
  form.title = {tr("Confirm an answer entered for your department")};
  form.okLabel = tr("Record it");
  form.notes.push_back({tr("It stops nothing. Whoever reviews the answer sees what you say.")});
  std::vector<FieldChoice> codes;
  for (const auto code : unconfirmedAnswers(file, page.session().actor))
    codes.push_back({key(code), model::labelOf(code), true});
  const std::string first = codes.empty() ? std::string() : codes.front().key;
  form.fields = {
      {"code", tr("Answer"), FormFieldKind::choice, first, std::move(codes), false},
      {"agreed",
       tr("Your word"),
       FormFieldKind::choice,
       "1",
       {{"1", tr("It is what we said"), true}, {"0", tr("It is not right"), true}},
       true},
      {"note", tr("What is not right"), FormFieldKind::text, {}, {}, false},
  };
  form.execute = [](Workplace workplace, CaseTarget target, const FormValues& values) {
    return model::ConfirmAnswer(std::move(workplace))
        .execute({std::move(target), chosen(values, "code", model::DisciplineCode::d4),
                  at(values, "agreed") == "1", at(values, "note")});
  };
  return form;
}

ActionForm responsibilityForm(const CasePageViewModel& page) {
  const auto now = model::SetResponsibility::from(page.file());
  ActionForm form;
  form.title = {tr("Responsibility and analysis lead")};
  form.okLabel = tr("Save");
  const auto choose = [&page](const char* name, const char* label, const std::string& value) {
    return FormField{name, label, FormFieldKind::choice, value, departmentChoices(page, "–"), false};
  };
  form.fields = {choose("occurrence", tr("Responsible for the occurrence"), now.occurrence),
                 choose("escape", tr("Responsible for the escape"), now.escape),
                 choose("analysis", tr("Leads the analysis"), now.analysis), reasonField()};
  form.execute = [](Workplace workplace, CaseTarget target, const FormValues& values) {
    return model::SetResponsibility(std::move(workplace))
        .execute({std::move(target), at(values, "occurrence"), at(values, "escape"), at(values, "analysis"),
                  at(values, "reason")});
  };
  return form;
}

}  // namespace octad::viewmodels
