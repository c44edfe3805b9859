#include "model/usecases/severity_update.hpp"

#include <array>
#include <charconv>
#include <type_traits>

#include "model/core/fingerprint.hpp"
#include "model/core/moment.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/case_rows.hpp"

namespace octad::model {

namespace {

void write(std::string& out, const std::string& text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20) {
      out += "\\u00";
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

void write(std::string& out, bool value) {
  out += value ? "true" : "false";
}

template <class Number>
requires std::is_arithmetic_v<Number>
void write(std::string& out, Number value) {
  std::array<char, 32> text{};
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value);
  out.append(text.data(), end);
}

void write(std::string& out, Instant at) {
  write(out, isoInstant(at));
}

template <Keyed Enum>
void write(std::string& out, Enum value) {
  write(out, std::string(keyOf(value)));
}

template <class T>
void write(std::string& out, const std::optional<T>& value) {
  if (value)
    write(out, *value);
  else
    out += "null";
}

template <Described T>
void write(std::string& out, const T& value);

template <class T>
void write(std::string& out, const std::vector<T>& values) {
  out += '[';
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) out += ',';
    write(out, values[i]);
  }
  out += ']';
}

template <Described T>
void write(std::string& out, const T& value) {
  char separator = '{';
  forEachMember(value, [&](std::string_view name, const auto& field) {
    out += separator;
    separator = ',';
    write(out, std::string(name));
    out += ':';
    write(out, field);
  });
  out += '}';
}

}  // namespace

ClassifyInput classifyInput(const CaseFile& file) {
  ClassifyInput input;
  for (const auto& item : file.items)
    input.items.push_back({file.partNumber(item.partId), item.failure, item.defectKind,
                           item.quantityDefective, item.quantityDelivered});
  input.penalty = file.complaint.penalty;
  input.safety = file.complaint.safety;
  input.external = file.complaint.escalatedTo && isExternal(*file.complaint.escalatedTo);
  input.dissatisfied = isDissatisfied(file);
  input.repeat = file.complaint.repeat;
  if (file.customer.ppmTarget) input.ppmTarget = static_cast<double>(*file.customer.ppmTarget);
  return input;
}

std::string inputsText(const ClassifyInput& input) {
  std::string out;
  write(out, input);
  return out;
}

std::string inputsText(const CountingFacts& facts) {
  std::string out;
  write(out, facts);
  return out;
}

void applyClassification(CaseFile& file, const Classification& decided, const Policy& policy) {
  Complaint& head = file.complaint;
  head.severity = decided.severity;
  head.severityProvisional = true;
  head.weight = weightOf(file, policy);
  head.rule = decided.rule;
  head.policyName = decided.policyName;
  head.policyRevision = decided.policyRevision;
  for (const auto& group : decided.items)
    for (const int position : group.positions) {
      auto& item = file.items.at(static_cast<std::size_t>(position));
      item.severity = group.severity;
      item.rule = group.rule;
    }
}

void reclassify(CaseEdit& edit, const ClassifyInput& before) {
  const ClassifyInput input = classifyInput(edit.file);
  if (fingerprint(input) == fingerprint(before)) return;
  const Classification was = classify(before, edit.policy);
  const Classification is = classify(input, edit.policy);
  const Complaint head = edit.file.complaint;
  const auto items = edit.file.items;
  applyClassification(edit.file, is, edit.policy);
  for (std::size_t i = 0; i < items.size(); ++i)
    if (fingerprint(items[i]) != fingerprint(edit.file.items[i])) updateRecord(edit.unit, edit.file.items[i]);
  if (was.severity == is.severity && was.rule == is.rule) {
    // The new facts do not touch the class: what the owner confirmed or overruled stays.
    edit.file.complaint.severity = head.severity;
    edit.file.complaint.severityProvisional = head.severityProvisional;
    edit.file.complaint.weight = head.weight;
    edit.file.complaint.rule = head.rule;
    return;
  }
  if (is.severity == head.severity) edit.file.complaint.severityProvisional = head.severityProvisional;
  decide(edit, DecisionKind::severity, keyOf(is.severity), {}, is.rule, inputsText(input));
}

}  // namespace octad::model
