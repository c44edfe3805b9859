#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/cases/master_data.hpp"
#include "model/intake/mail_lines.hpp"

namespace octad::model {

/// Finds customers, parts and failures of the master data in lines of a mail.
class MailNames {
 public:
  MailNames(const std::vector<Customer>& customers, const std::vector<Part>& parts,
            const std::vector<Defect>& defects);

  /// The customers whose whole name stands in a text.
  std::vector<const Customer*> customersNamed(const std::string& text) const;
  /// The customers that a text names in short: by the first word of the name when no other customer has it,
  /// or by the code as a word of its own.
  std::vector<const Customer*> customersInShort(const std::string& text) const;
  /// The customers whose name begins with a label of the address: quality@nordwind.example.
  std::vector<const Customer*> customersOf(const std::string& address) const;
  /// The part whose number a token is; null when there is none.
  const Part* part(const std::string& token) const;
  /// The longest name of the catalogue, Chinese or English, that stands in a text; null when there is none.
  const Defect* defectIn(const std::string& text) const;

 private:
  struct CustomerKey {
    std::string key;  ///< folded
    const Customer* customer;
  };
  struct DefectKey {
    std::string key;
    const Defect* defect;
  };
  std::vector<CustomerKey> m_names;
  std::vector<CustomerKey> m_shortNames;  ///< those of one customer only
  std::vector<CustomerKey> m_codes;
  std::unordered_map<std::string, const Part*> m_parts;
  std::vector<DefectKey> m_defects;  ///< longest first
};

}  // namespace octad::model
