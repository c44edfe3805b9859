#include "reports/document/inline_reader.hpp"

#include <string>

#include "reports/document/text_safety.hpp"

namespace octad::reports {
namespace {

struct ChipName {
  std::string_view name;
  Chip chip;
};

constexpr ChipName kChips[] = {{"major", Chip::major}, {"general", Chip::general}, {"other", Chip::other},
                               {"ok", Chip::ok},       {"warn", Chip::warn},       {"late", Chip::late}};

Run lookOf(const pugi::xml_node& node, Run look) {
  const std::string_view name = node.name();
  look.bold = look.bold || name == "b" || name == "strong";
  look.italic = look.italic || name == "i" || name == "em";
  look.small = look.small || name == "small" || hasClass(node, "small");
  look.mono = look.mono || name == "code" || hasClass(node, "mono");
  look.muted = look.muted || hasClass(node, "muted");
  if (hasClass(node, "step")) look.chip = Chip::step;
  if (hasClass(node, "chip")) {
    look.chip = Chip::other;
    for (const auto& known : kChips) {
      if (hasClass(node, known.name)) look.chip = known.chip;
    }
  }
  return look;
}

bool isBlank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void trimEnd(Inlines& runs) {
  while (!runs.empty()) {
    auto& text = runs.back().text;
    while (!text.empty() && isBlank(text.back())) text.pop_back();
    if (!text.empty()) return;
    runs.pop_back();
  }
}

bool endsWithBreak(const Inlines& runs) {
  return !runs.empty() && runs.back().text.ends_with(kLineBreak);
}

}  // namespace

bool hasClass(const pugi::xml_node& node, std::string_view name) {
  const std::string_view classes = node.attribute("class").value();
  for (auto at = classes.find(name); at != std::string_view::npos; at = classes.find(name, at + 1)) {
    const bool starts = at == 0 || isBlank(classes[at - 1]);
    const auto end = at + name.size();
    if (starts && (end == classes.size() || isBlank(classes[end]))) return true;
  }
  return false;
}

bool isInline(const pugi::xml_node& node) {
  if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) return true;
  const std::string_view name = node.name();
  constexpr std::string_view kInline[] = {"b", "strong", "i", "em", "br", "span", "code", "small"};
  return std::find(std::begin(kInline), std::end(kInline), name) != std::end(kInline);
}

void readInline(const pugi::xml_node& node, const Run& look, Inlines& out) {
  if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
    Run run = look;
    run.text = node.value();
    out.push_back(std::move(run));
    return;
  }
  if (std::string_view(node.name()) == "br") {
    Run run = look;
    run.chip = Chip::none;
    run.text = kLineBreak;
    out.push_back(std::move(run));
    return;
  }
  const Run inner = lookOf(node, look);
  for (const auto& child : node.children()) readInline(child, inner, out);
}

Inlines tidy(const Inlines& runs) {
  Inlines out;
  bool afterBlank = true;
  for (const auto& run : runs) {
    Run kept = run;
    kept.text.clear();
    for (std::size_t i = 0; i < run.text.size(); ++i) {
      if (isBlank(run.text[i])) {
        if (!afterBlank) kept.text += ' ';
        afterBlank = true;
      } else if (run.text.compare(i, kLineBreak.size(), kLineBreak) == 0) {
        while (!kept.text.empty() && isBlank(kept.text.back())) kept.text.pop_back();
        kept.text += kLineBreak;
        i += kLineBreak.size() - 1;
        afterBlank = true;
      } else {
        kept.text += run.text[i];
        afterBlank = false;
      }
    }
    if (!kept.text.empty()) out.push_back(std::move(kept));
  }
  trimEnd(out);
  while (endsWithBreak(out)) {
    auto& text = out.back().text;
    text.erase(text.size() - kLineBreak.size());
    trimEnd(out);
  }
  return out;
}

}  // namespace octad::reports
