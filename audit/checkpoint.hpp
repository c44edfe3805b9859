#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/audit/trail.hpp"

namespace octad::audit {

/// Brings heads into the order their tree is built in.
void order(std::vector<model::AuditHead>& heads);

/// SHA-256 over the root before and the tree of the heads, in their order: one root stands for every
/// checkpoint up to it.
std::string checkpointRoot(std::string_view previousRoot, const std::vector<model::AuditHead>& heads);

/// What is signed of a checkpoint: a few lines that a person can read, mail and print.
std::string statementOf(const model::Checkpoint& checkpoint);

/// A statement with its signature, as it is kept away from the database: the statement and one more line.
struct SignedRoot {
  long long number = 0;
  std::string root;
  std::string statement;
  std::string signatureHex;
};

std::string textOf(const SignedRoot& root);
/// None when the text is no signed root.
std::optional<SignedRoot> parseSignedRoot(std::string_view text);

}  // namespace octad::audit
