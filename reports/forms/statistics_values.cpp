#include "reports/forms/statistics_values.hpp"

#include "model/policy/class_names.hpp"
#include "model/policy/classification.hpp"
#include "reports/forms/case_words.hpp"
#include "reports/forms/typeset.hpp"

namespace octad::reports {

using model::tr;

StatisticsRow statisticsRow(const model::CaseFile& file) {
  const auto& head = file.complaint;
  StatisticsRow row;
  row.number = head.number.empty() ? head.externalNumber : head.number;
  row.receivedAt = head.receivedAt;
  row.customer = file.customer.name;
  row.content = head.title;
  row.demand = head.demand;
  row.lossMinor = head.lossMinor;
  row.lossCurrency = head.lossCurrency;
  row.severity = head.severity;
  row.className = file.className();
  if (head.responsibleDepartmentId) row.responsibleUnit = file.departmentName(*head.responsibleDepartmentId);
  for (const auto& item : file.items) {
    row.quantity += item.quantityDefective;
    if (row.product.empty()) row.product = file.partNumber(item.partId);
  }
  return row;
}

HandlingMode handlingMode(const std::string& demand, const Labels& labels) {
  HandlingMode mode;
  for (const auto& key : demandKeys(demand)) {
    if (key == "compensation") {
      mode.compensation = true;
    } else if (key == "return") {
      mode.goodsReturned = true;
    } else if (key == "credit") {
      mode.discount = true;
    } else {
      mode.other = joined(labels.language() == DocumentLanguage::chinese ? "、" : ", ",
                          {mode.other, demandWord(key, labels)});
    }
  }
  return mode;
}

std::map<std::string, long long> lossByCurrency(const std::vector<StatisticsRow>& rows) {
  std::map<std::string, long long> sums;
  for (const auto& row : rows)
    if (row.lossMinor != 0) sums[row.lossCurrency] += row.lossMinor;
  return sums;
}

std::string lossText(const std::map<std::string, long long>& losses) {
  std::string text;
  for (const auto& [currency, minor] : losses) text = joined("\n", {text, moneyText(minor, currency)});
  return text;
}

std::string countLabel(const model::CountTable& table, const model::Count& row, const model::Policy& policy,
                       const Labels& labels, bool brief) {
  std::string text;
  for (std::size_t i = 0; i < row.keys.size(); ++i) {
    std::string word = row.keys[i];
    if (i < table.dimensions.size() && table.dimensions[i] == model::Dimension::severity) {
      if (const auto severity = model::fromKey<model::SeverityClass>(word))
        word = labels.sentence(brief ? model::shortClassWords(*severity, model::className(policy, *severity))
                                     : model::className(policy, *severity));
    }
    if (word.empty()) word = labels.text(tr("not known"));
    text = joined(" · ", {text, word});
  }
  return text;
}

model::Message weightsSentence(const model::Policy& policy) {
  model::Message weights;
  for (const auto& entry : model::EnumKeys<model::SeverityClass>::entries) {
    if (!model::hasClass(policy, entry.value)) continue;
    const auto at = weights.args.size();
    weights.id += (at == 0 ? "{" : ", {") + std::to_string(at) + "} {" + std::to_string(at + 1) + "}";
    weights.args.push_back(model::classNameArgument(policy, entry.value));
    weights.args.push_back(std::to_string(model::weightOf(entry.value, model::Acceptance::accepted, policy)));
  }
  return {tr("Weights by the policy in force: {0}."), {model::listed({weights})}};
}

Value countRows(const model::CountTable& table, const model::Policy& policy, const Labels& labels) {
  Value rows{Value::List{}};
  const auto add = [&rows](std::string label, const model::Count& count, bool total) {
    rows.add(Value()
                 .set("label", std::move(label))
                 .set("all", quantityText(count.all))
                 .set("counted", quantityText(count.counted))
                 .set("weighted", quantityText(count.weighted))
                 .set("total", total));
  };
  for (const auto& row : table.rows) add(countLabel(table, row, policy, labels), row, false);
  if (!table.rows.empty()) add(labels.text(tr("Total (cases)")), table.total, true);
  return rows;
}

Value statisticsRows(const StatisticsInput& input, const Labels& labels, const model::Zone& zone) {
  const auto tick = [](bool yes) { return yes ? std::string("✓") : std::string(); };
  Value rows{Value::List{}};
  int position = 0;
  for (const auto& row : input.rows) {
    const auto mode = handlingMode(row.demand, labels);
    rows.add(Value()
                 .set("position", std::to_string(++position))
                 .set("number", row.number)
                 .set("date", dateText(row.receivedAt, zone))
                 .set("customer", row.customer)
                 .set("content", row.content)
                 .set("unit", row.responsibleUnit)
                 .set("compensation", tick(mode.compensation))
                 .set("returned", tick(mode.goodsReturned))
                 .set("discount", tick(mode.discount))
                 .set("other", mode.other)
                 .set("loss", row.lossMinor == 0 ? std::string() : moneyText(row.lossMinor, row.lossCurrency))
                 .set("product", row.product)
                 .set("severity", labels.sentence(model::shortClassWords(row.severity, row.className)))
                 .set("chip", severityChip(row.severity))
                 .set("quantity", quantityText(row.quantity)));
  }
  return rows;
}

}  // namespace octad::reports
