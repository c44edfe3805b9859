#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"

namespace octad::model {

/// What a group of words says about a failure.
enum class WordSort {
  mode,       ///< what is wrong: no output, scratch, leak
  place,      ///< where: connector, housing, seal
  condition,  ///< when: cold, under load, in transport
  product     ///< what kind of product; tells families in either language
};

template <>
struct EnumKeys<WordSort> {
  static constexpr std::array entries{
      EnumEntry<WordSort>{WordSort::mode, "mode", tr("Failure mode")},
      EnumEntry<WordSort>{WordSort::place, "place", tr("Place of the failure")},
      EnumEntry<WordSort>{WordSort::condition, "condition", tr("Condition")},
      EnumEntry<WordSort>{WordSort::product, "product", tr("Kind of product")},
  };
};

/// Words that mean the same, in both languages: 虚焊, 假焊, cold solder, dry joint.
struct WordGroup {
  std::string name;
  WordSort sort = WordSort::mode;
  std::vector<std::string> near;  ///< of a mode: others that are told for the same thing, crack for break
  std::vector<std::string> zh;
  std::vector<std::string> en;  ///< in small letters; `*` stands for any ending

  static constexpr auto describe() {
    return members(member("name", &WordGroup::name), member("sort", &WordGroup::sort),
                   member("near", &WordGroup::near), member("zh", &WordGroup::zh),
                   member("en", &WordGroup::en));
  }
};

/// The words of failures, and those that stand in every complaint and say nothing. Data:
/// templates/words/failure-words.json.
struct FailureWords {
  std::string name;
  int revision = 1;
  std::vector<WordGroup> groups;
  std::vector<std::string> fillerZh;
  std::vector<std::string> fillerEn;

  static constexpr auto describe() {
    return members(member("name", &FailureWords::name), member("revision", &FailureWords::revision),
                   member("groups", &FailureWords::groups), member("filler_zh", &FailureWords::fillerZh),
                   member("filler_en", &FailureWords::fillerEn));
  }
};

/// Where the words stand among the templates.
constexpr const char* kFailureWordFile = "words/failure-words.json";

/// Weights of what a text says: a group by its name with its sort before it ("mode:solder"), and the pieces
/// of what is no known word - pairs and triples of ideographs, Latin words by their letters in threes.
struct TextTraits {
  std::map<std::string, double> pieces;

  bool empty() const { return pieces.empty(); }
  /// The groups of one sort that the text names.
  std::vector<std::string> named(WordSort sort) const;
};

/// Reads texts by the words of failures. Holds them ready to be found; many texts are read with one.
class FailureReader {
 public:
  explicit FailureReader(const FailureWords& words);

  TextTraits read(std::string_view text) const;
  /// True when one of these failure modes is often told for one of the others.
  bool near(const std::vector<std::string>& modes, const std::vector<std::string>& others) const;
  /// Words to look for besides those of the text itself: of each failure mode that it names, at most `each`
  /// of either language.
  std::vector<std::string> otherWords(std::string_view text, std::size_t each) const;

 private:
  struct Word {
    std::string text;
    bool open = false;                 ///< any ending
    const std::string* key = nullptr;  ///< of its group; null for a filler
    WordSort sort = WordSort::mode;
  };

  const Word* longestAt(std::string_view text, std::size_t at) const;
  void index(const std::vector<std::string>& words, const std::string* key, WordSort sort);

  FailureWords m_words;
  std::vector<std::string> m_keys;  ///< of the groups, in their order
  std::map<std::string, std::vector<Word>, std::less<>>
      m_byBeginning;  ///< first letter or ideograph → words, the longest first
};

/// How alike two texts are, 0 … 1: what both say, by weight, against what each says.
double likeness(const TextTraits& one, const TextTraits& other);

}  // namespace octad::model
