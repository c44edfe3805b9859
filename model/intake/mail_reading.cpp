#include "model/intake/mail_reading.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/intake/mail_dates.hpp"
#include "model/intake/mail_names.hpp"
#include "model/intake/mail_quantities.hpp"

namespace octad::model {

namespace {

constexpr std::size_t kExcerptCharacters = 120;
constexpr std::size_t kMessageIdLength = kNameLength;
constexpr std::size_t kLinesRead = 2000;
constexpr std::size_t kLineBytes = 4000;

/// The first `count` characters of a text.
std::string firstCharacters(const std::string& text, std::size_t count) {
  std::size_t at = 0;
  for (std::size_t seen = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) continue;
    if (seen++ == count) return text.substr(0, at);
  }
  return text;
}

/// One line that can be stored: nothing in it that a name or a title may not have.
std::string plainLine(const std::string& text, std::size_t longest) {
  std::string line;
  for (const char c : text) line += static_cast<unsigned char>(c) < 0x20U ? ' ' : c;
  try {
    return cleanLine(firstCharacters(trimmedValue(line), longest), "text", longest, false);
  } catch (const Invalid&) {
    return {};  // hidden characters: better nothing than something that cannot be seen
  }
}

/// What the customer asks for, and the words that say so.
struct Wish {
  const char* key;
  std::vector<std::string_view> words;
};

const std::vector<Wish>& wishes() {
  static const std::vector<Wish> all{{"8d", {"8d"}},
                                     {"sort", {"挑选", "全检", "sorting", "sort"}},
                                     {"rework", {"返工", "返修", "rework"}},
                                     {"replace", {"换货", "补货", "更换", "replacement", "replace"}},
                                     {"return", {"退货", "退回", "return the", "returned to you", "rma"}},
                                     {"credit", {"扣款", "折让", "credit note"}},
                                     {"compensation", {"索赔", "赔偿", "compensation", "claim for"}}};
  return all;
}

const std::vector<std::string_view>& dangers() {
  static const std::vector<std::string_view> words{
      "冒烟",  "起火", "着火",  "燃烧",   "烧毁",           "触电",      "漏电",    "爆炸",  "受伤",
      "smoke", "fire", "burnt", "burned", "electric shock", "explosion", "injured", "injury"};
  return words;
}

class Recogniser {
 public:
  Recogniser(const IncomingMail& mail, const KnownNames& known, Instant now, const Zone& zone)
      : m_mail(mail), m_names(known.customers, known.parts, known.defects), m_zone(zone) {
    m_sent = mail.sentAt && *mail.sentAt <= now ? *mail.sentAt : now;
    m_bareSubject = bareSubject(mail.subject);
    m_subject = mailLine(0, m_bareSubject);
    for (auto& line : writtenLines(mail.text, isAnswer(mail.subject)))
      if (m_lines.size() < kLinesRead && line.text.size() <= kLineBytes) m_lines.push_back(std::move(line));
    findValues();
    m_reading.complaint.items.emplace_back();
    m_reading.notes = mail.notes;
  }

  MailReading read(Instant now) {
    head(now);
    customer();
    partsAndQuantities();
    failure();
    wishesAndDates();
    reference();
    return std::move(m_reading);
  }

 private:
  /// What labels say: beside their value, or above a column of values.
  void findValues() {
    m_values[0] = labelledValues(m_subject);
    std::vector<MailLabel> heading;
    for (const MailLine& line : m_lines) {
      if (auto columns = tableHeading(line); !columns.empty()) {
        heading = std::move(columns);
        continue;
      }
      auto row = rowValues(line, heading);
      if (row.empty())
        heading.clear();
      else
        m_rows.insert(line.number);
      m_values[line.number] = row.empty() ? labelledValues(line) : std::move(row);
    }
  }
  const std::vector<LabelledValue>& valuesOf(const MailLine& line) { return m_values[line.number]; }

  NewComplaint& complaint() { return m_reading.complaint; }
  bool known(const std::string& field) const { return sourceOf(m_reading, field) != nullptr; }

  void note(const std::string& field, Message place, const std::string& excerpt) {
    m_reading.sources.push_back({field, std::move(place), plainLine(excerpt, kExcerptCharacters)});
  }
  void note(const std::string& field, const MailLine& line) {
    note(field,
         line.number == 0 ? Message(tr("subject")) : Message(tr("line {0}"), {std::to_string(line.number)}),
         line.text);
  }
  std::string itemField(std::size_t item, const char* member) const {
    return "items." + std::to_string(item) + "." + member;
  }
  /// Subject first, then the lines.
  template <class Look>
  void eachLine(Look look) {
    look(m_subject);
    for (const MailLine& line : m_lines) look(line);
  }

  void head(Instant now) {
    complaint().channel = "email";
    complaint().messageId = plainLine(m_mail.messageId, kMessageIdLength);
    complaint().receivedAt = m_sent;
    if (m_mail.sentAt && *m_mail.sentAt > now)
      m_reading.notes.emplace_back(
          tr("The mail says that it was sent later than now; the time of now is taken."));
    else if (m_mail.sentAt)
      note("received_at", tr("date of the mail"), m_zone.local(m_sent).text());
    complaint().title = plainLine(m_bareSubject, kTitleLength);
    if (!complaint().title.empty()) note("title", m_subject);
    verbatim();
    const std::string& name = m_mail.senderName;
    std::string contact = name.empty() || name == m_mail.senderAddress
                              ? m_mail.senderAddress
                              : name + " <" + m_mail.senderAddress + ">";
    complaint().contact = plainLine(contact, kNameLength);
    if (!complaint().contact.empty()) note("contact", tr("sender"), complaint().contact);
  }

  void verbatim() {
    std::string text = m_mail.text.empty() ? m_mail.subject : m_mail.text;
    if (text.size() > kTextBytes) {
      std::size_t end = kTextBytes;
      while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
      text.resize(end);
      m_reading.notes.emplace_back(
          tr("The text of the mail is too long to be kept whole: its beginning is taken, the "
             "mail itself is kept as a file."));
    }
    try {
      complaint().verbatim = cleanText(text, "verbatim");
    } catch (const Invalid& error) {
      m_reading.notes.push_back(error.message());
    }
  }

  bool takeCustomer(const std::vector<const Customer*>& found, const Message& place,
                    const std::string& excerpt) {
    if (found.empty()) return false;
    if (found.size() > 1) {
      std::string names;
      for (const Customer* one : found) names += (names.empty() ? "" : ", ") + one->name;
      m_reading.notes.emplace_back(tr("The mail names several customers: {0}. Choose the right one."),
                                   std::vector<std::string>{names});
      return true;
    }
    complaint().customer = found.front()->name;
    note("customer", place, excerpt);
    return true;
  }

  /// A line that says "customer", the sender's address, whole names, and last short ones: the sender's own
  /// name may be the first word of somebody else's company.
  void customer() {
    const std::string sender = m_mail.senderName + " <" + m_mail.senderAddress + ">";
    for (const MailLine& line : m_lines)
      for (const auto& labelled : valuesOf(line)) {
        if (labelled.label != MailLabel::customer) continue;
        auto found = m_names.customersNamed(labelled.value);
        if (found.empty()) found = m_names.customersInShort(labelled.value);
        if (takeCustomer(found, lineOf(line), line.text)) return;
      }
    if (takeCustomer(m_names.customersOf(m_mail.senderAddress), tr("sender"), sender)) return;
    if (takeCustomer(m_names.customersNamed(m_mail.senderName), tr("sender"), sender)) return;
    if (takeCustomer(m_names.customersNamed(m_subject.text), tr("subject"), m_subject.text)) return;
    const auto named = [this](const std::string& text) { return m_names.customersNamed(text); };
    const auto inShort = [this](const std::string& text) { return m_names.customersInShort(text); };
    if (customerOfLines(named)) return;
    if (takeCustomer(inShort(m_subject.text), tr("subject"), m_subject.text)) return;
    customerOfLines(inShort);
  }

  /// All lines together, so that two customers in two lines are two.
  template <class Find>
  bool customerOfLines(Find find) {
    std::vector<const Customer*> all;
    const MailLine* where = nullptr;
    for (const MailLine& line : m_lines)
      for (const Customer* one : find(line.text)) {
        if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
        if (where == nullptr) where = &line;
      }
    return where != nullptr && takeCustomer(all, lineOf(*where), where->text);
  }

  static Message lineOf(const MailLine& line) { return {tr("line {0}"), {std::to_string(line.number)}}; }

  /// The item of a part: the first one while it has none, one that has it already, or a new one.
  std::size_t itemOf(const std::string& number, const MailLine& line) {
    auto& items = complaint().items;
    for (std::size_t i = 0; i < items.size(); ++i)
      if (items[i].part == number) return i;
    if (!items.front().part.empty()) items.emplace_back();
    items.back().part = number;
    note(itemField(items.size() - 1, "part"), line);
    return items.size() - 1;
  }

  /// The item that a line speaks of: of the part it names, in a table also of one that is not in the register
  /// yet; else `before`, the one of the lines above.
  std::size_t itemOfLine(const MailLine& line, std::size_t before) {
    for (const MailToken& token : tokensOf(line.text))
      if (const Part* part = m_names.part(token.text)) {
        before = itemOf(part->number, line);
        m_named.insert(line.number);
      }
    if (m_rows.count(line.number) == 0 || m_named.count(line.number) != 0) return before;
    for (const auto& labelled : valuesOf(line))
      if (labelled.label == MailLabel::part && isPartNumber(labelled.value))
        return itemOf(plainLine(labelled.value, kNameLength), line);
    return before;
  }

  /// One word of letters and digits, as numbers of parts are written.
  static bool isPartNumber(const std::string& value) {
    const auto tokens = tokensOf(value);
    return tokens.size() == 1 && tokens.front().text == value &&
           value.find_first_of("0123456789-") != std::string::npos;
  }

  void partsAndQuantities() {
    std::size_t item = 0;
    eachLine([&](const MailLine& line) {
      item = itemOfLine(line, item);
      for (const auto& labelled : valuesOf(line)) takeLabelled(labelled, line, item);
    });
    // Sentences only where no label said it.
    item = 0;
    eachLine([&](const MailLine& line) {
      item = itemOfLine(line, item);
      const auto told = quantitiesIn(line.lower);
      takeQuantity(told.defective, item, "qty_defective", line);
      takeQuantity(told.delivered, item, "qty_delivered", line);
    });
    for (std::size_t i = 0; i < complaint().items.size(); ++i) checkBalance(i);
  }

  void checkBalance(std::size_t at) {
    NewItem& item = complaint().items[at];
    if (!item.quantityDelivered || *item.quantityDelivered >= item.quantityDefective) return;
    item.quantityDelivered.reset();
    std::erase_if(m_reading.sources, [field = itemField(at, "qty_delivered")](const FieldSource& source) {
      return source.field == field;
    });
    m_reading.notes.emplace_back(
        tr("The mail names fewer pieces delivered than defective: look at the quantities again."));
  }

  void takeQuantity(const std::optional<long long>& quantity, std::size_t at, const char* member,
                    const MailLine& line) {
    const std::string field = itemField(at, member);
    if (!quantity || known(field)) return;
    NewItem& item = complaint().items[at];
    if (std::string_view(member) == "qty_defective")
      item.quantityDefective = *quantity;
    else
      item.quantityDelivered = *quantity;
    note(field, line);
  }

  void takeLabelled(const LabelledValue& labelled, const MailLine& line, std::size_t item) {
    NewItem& one = complaint().items[item];
    const auto line1 = [&](std::string& target, const std::string& field, const std::string& value) {
      if (known(field) || value.empty()) return;
      target = value;
      note(field, line);
    };
    switch (labelled.label) {
      case MailLabel::part:
        // A number that is not in the register yet: only where the whole value is one.
        if (one.part.empty() && isPartNumber(labelled.value))
          line1(one.part, itemField(item, "part"), plainLine(labelled.value, kNameLength));
        break;
      case MailLabel::lot:
        line1(one.lot, itemField(item, "lot"), plainLine(labelled.value, kNameLength));
        break;
      case MailLabel::failure:
        takeFailure(labelled.value, item, line);
        break;
      case MailLabel::defective:
        takeQuantity(leadingQuantity(labelled.value), item, "qty_defective", line);
        break;
      case MailLabel::delivered:
        takeQuantity(leadingQuantity(labelled.value), item, "qty_delivered", line);
        break;
      case MailLabel::builtOn:
        if (const auto days = datesIn(mailLine(0, labelled.value).lower, m_zone.date(m_sent));
            !days.empty() && days.front().day <= m_zone.date(m_sent) && !known(itemField(item, "built_on"))) {
          one.builtOn = days.front().day;
          note(itemField(item, "built_on"), line);
        }
        break;
      case MailLabel::contact:
        if (const std::string value = plainLine(labelled.value, kNameLength); !value.empty()) {
          std::erase_if(m_reading.sources,
                        [](const FieldSource& source) { return source.field == "contact"; });
          complaint().contact = value;
          note("contact", line);
        }
        break;
      case MailLabel::reference:
        line1(complaint().customerRef, "customer_ref", plainLine(labelled.value, kNameLength));
        break;
      case MailLabel::none:
      case MailLabel::customer:
      case MailLabel::requested:
        break;
    }
  }

  /// As the catalogue calls it when the words are just that, else the customer's words.
  void takeFailure(const std::string& told, std::size_t item, const MailLine& line) {
    const std::string field = itemField(item, "failure");
    NewItem& one = complaint().items[item];
    if (known(field)) return;
    const Defect* defect = m_names.defectIn(told);
    const bool same = defect != nullptr && (foldText(defect->name) == foldText(told) ||
                                            foldText(defect->nameEn) == foldText(told));
    one.failure = same ? defect->name : plainLine(told, kNameLength);
    if (defect != nullptr) one.defectKind = defect->kind;
    if (!one.failure.empty()) note(field, line);
  }

  /// Where no label told the failure: one of the catalogue that the text names.
  void failure() {
    for (std::size_t item = 0; item < complaint().items.size(); ++item) {
      if (known(itemField(item, "failure"))) continue;
      const Defect* found = nullptr;
      const MailLine* where = nullptr;
      const auto look = [&](const MailLine& line) {
        if (found != nullptr) return;
        found = m_names.defectIn(line.text);
        where = &line;
      };
      if (complaint().items.size() == 1) look(m_subject);
      const int begin = complaint().items.size() == 1 ? 0 : lineOfItem(item);
      for (const MailLine& line : m_lines)
        if (line.number >= begin) look(line);
      if (found == nullptr) continue;
      complaint().items[item].failure = found->name;
      complaint().items[item].defectKind = found->kind;
      note(itemField(item, "failure"), *where);
    }
  }

  /// The line the part of an item stands in; 0 when it is the subject.
  int lineOfItem(std::size_t item) const {
    const FieldSource* source = sourceOf(m_reading, itemField(item, "part"));
    return source == nullptr || source->place.args.empty() ? 0 : std::stoi(source->place.args.front());
  }

  void wishesAndDates() {
    std::set<std::string> asked;
    eachLine([&](const MailLine& line) {
      for (const Wish& wish : wishes()) {
        const bool told = std::any_of(wish.words.begin(), wish.words.end(), [&](std::string_view word) {
          return findWord(line.lower, word) != std::string_view::npos;
        });
        if (!told || !asked.insert(wish.key).second) continue;
        complaint().demand += (complaint().demand.empty() ? "" : ",") + std::string(wish.key);
        if (!known("demand")) note("demand", line);
      }
      if (!complaint().safety && std::any_of(dangers().begin(), dangers().end(), [&](std::string_view word) {
            return findWord(line.lower, word) != std::string_view::npos;
          })) {
        complaint().safety = true;
        note("safety", line);
      }
      requestedDate(line);
    });
  }

  void requestedDate(const MailLine& line) {
    if (complaint().requestedDate) return;
    const Date sent = m_zone.date(m_sent);
    const auto take = [&](Date day) {
      if (day < sent || complaint().requestedDate) return;
      complaint().requestedDate = day;
      note("requested_date", line);
    };
    for (const auto& labelled : valuesOf(line))
      if (labelled.label == MailLabel::requested)
        for (const auto& date : datesIn(mailLine(0, labelled.value).lower, sent)) take(date.day);
    static constexpr std::array<std::string_view, 10> kAsks{
        "回复", "答复", "提交", "提供", "8d", "reply", "answer", "response", "report", "feedback"};
    if (std::none_of(kAsks.begin(), kAsks.end(), [&](std::string_view word) {
          return findWord(line.lower, word) != std::string_view::npos;
        }))
      return;
    for (const auto& date : datesIn(line.lower, sent)) {
      static constexpr std::size_t kReach = 16;
      const std::string before =
          line.lower.substr(date.at > kReach ? date.at - kReach : 0, std::min(date.at, kReach));
      const std::string after = trimmedValue(line.lower.substr(date.end, kReach));
      static constexpr std::array<std::string_view, 6> kUntil{"by",   "before", "until",
                                                              "than", "latest", "due"};
      const bool until = std::any_of(kUntil.begin(), kUntil.end(), [&](std::string_view word) {
        return findWord(before, word) != std::string_view::npos;
      });
      if (until || after.starts_with("前") || after.starts_with("之前") || after.starts_with("以前"))
        take(date.day);
    }
  }

  /// Their number where no label told it: [SCAR-2026-0113], NCR 4711.
  void reference() {
    static constexpr std::array<std::string_view, 7> kKinds{"scar", "ncmr", "ncr", "car", "qn", "qr", "8d"};
    eachLine([&](const MailLine& line) {
      if (known("customer_ref")) return;
      for (const MailToken& token : tokensOf(line.text)) {
        const std::string lower = line.lower.substr(token.at, token.text.size());
        const bool kind = std::any_of(kKinds.begin(), kKinds.end(), [&lower](std::string_view word) {
          return lower.starts_with(word) && lower.size() >= word.size() + 4 &&
                 lower.find_first_of("0123456789", word.size()) != std::string::npos &&
                 (lower[word.size()] == '-' || (lower[word.size()] >= '0' && lower[word.size()] <= '9'));
        });
        if (!kind || known("customer_ref")) continue;
        complaint().customerRef = plainLine(token.text, kNameLength);
        note("customer_ref", line);
      }
    });
  }

  const IncomingMail& m_mail;
  MailNames m_names;
  const Zone& m_zone;
  Instant m_sent;
  std::string m_bareSubject;
  MailLine m_subject;
  std::vector<MailLine> m_lines;
  std::map<int, std::vector<LabelledValue>> m_values;  ///< by the number of the line
  std::set<int> m_rows;                                ///< lines that are rows of a table
  std::set<int> m_named;                               ///< those that name a part of the register
  MailReading m_reading;
};

}  // namespace

MailReading readComplaintMail(const IncomingMail& mail, const KnownNames& known, Instant now,
                              const Zone& zone) {
  if (mail.report)
    throw Refused("delivery-report",
                  tr("This mail is no complaint: it tells what became of another mail. Nothing was stored."));
  return Recogniser(mail, known, now, zone).read(now);
}

const FieldSource* sourceOf(const MailReading& reading, const std::string& field) {
  const auto found = std::find_if(reading.sources.begin(), reading.sources.end(),
                                  [&field](const FieldSource& source) { return source.field == field; });
  return found == reading.sources.end() ? nullptr : &*found;
}

}  // namespace octad::model
