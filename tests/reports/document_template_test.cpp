#include <gtest/gtest.h>

#include "model/core/error.hpp"
#include "reports/document/template.hpp"

namespace octad::reports {
namespace {

TEST(DocumentTemplate, FillsTextListsAndConditions) {
  Value values;
  Value team{Value::List{}};
  team.add(Value().set("name", "王芳")).add(Value().set("name", "Li Qiang"));
  values.set("number", "C26-00412").set("team", team).set("late", true).set("closed", false);
  EXPECT_EQ(renderTemplate(
                "{{number}}:{{#team}}[{{name}}]{{/team}}{{#late}}late{{/late}}{{#closed}}closed{{/closed}}"
                "{{^closed}}open{{/closed}}",
                values),
            "C26-00412:[王芳][Li Qiang]lateopen");
}

TEST(DocumentTemplate, EmptyTextIsFalse) {
  const auto values = Value().set("remark", "");
  EXPECT_EQ(renderTemplate("<{{remark}}>{{#remark}}yes{{/remark}}{{^remark}}none{{/remark}}", values),
            "<>none");
}

TEST(DocumentTemplate, TypedMarkupBecomesText) {
  const auto values =
      Value().set("title", "<script>a()</script> & \"q\" 'q' {{x}} {{{y}}} ${z} %n").set("x", "WRONG");
  EXPECT_EQ(
      renderTemplate("<p title=\"{{title}}\">{{title}}</p>", values),
      "<p title=\"&lt;script&gt;a()&lt;/script&gt; &amp; &quot;q&quot; &#39;q&#39; {{x}} {{{y}}} ${z} %n\">"
      "&lt;script&gt;a()&lt;/script&gt; &amp; &quot;q&quot; &#39;q&#39; {{x}} {{{y}}} ${z} %n</p>");
}

TEST(DocumentTemplate, BadBytesAreShownAsReplacement) {
  EXPECT_EQ(renderTemplate("{{t}}", Value().set("t",
                                                "a\xC0\xAF"
                                                "b\x07"
                                                "c\xE2\x80\xAE"
                                                "d")),
            "a\xEF\xBF\xBD\xEF\xBF\xBD"
            "b\xEF\xBF\xBD"
            "c\xEF\xBF\xBD"
            "d");
  EXPECT_EQ(renderTemplate("{{t}}", Value().set("t", std::string("x\0y", 3))), "x\xEF\xBF\xBDy");
}

TEST(DocumentTemplate, RefusesEveryWayRoundEscaping) {
  const auto values = Value().set("x", "<b>").set("p", "{{{x}}}");
  for (const char* xhtml : {"{{{x}}}", "{{& x}}", "{{ & x}}", "{{\n&x}}", "{{ {x} }}", "{{>p}}", "{{ > p }}",
                            "{{=<% %>=}}<%& x%>", "ok {{x}} {{#x}}{{{x}}}{{/x}}"}) {
    EXPECT_THROW(renderTemplate(xhtml, values), model::Invalid) << xhtml;
  }
}

TEST(DocumentTemplate, SaysTheLineOfAMistake) {
  try {
    renderTemplate("one\ntwo\n{{{x}}}", Value());
    FAIL() << "accepted";
  } catch (const model::Invalid& error) {
    EXPECT_EQ(error.field(), "template");
    EXPECT_NE(std::string(error.what()).find("Line 3"), std::string::npos) << error.what();
  }
}

TEST(DocumentTemplate, UnclosedSectionIsAnError) {
  EXPECT_THROW(renderTemplate("{{#a}}x", Value().set("a", true)), model::Invalid);
  EXPECT_THROW(renderTemplate("{{a", Value()), model::Invalid);
}

}  // namespace
}  // namespace octad::reports
