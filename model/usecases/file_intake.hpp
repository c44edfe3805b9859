#pragma once

#include <string>
#include <vector>

#include "model/usecases/attach_file.hpp"

namespace octad::model {

// What keeping a file with a case and with a return have in common. Private to the use cases.

/// Reads the whole file before anything is locked, and holds it against the size and hash that were
/// announced. Invalid("file") for an empty file, one over 50 MB (before it is read), and one that changed
/// meanwhile.
std::vector<std::string> readWholeFile(long long size, const std::string& sha256, const ChunkSource& read);

/// The name as it came, as far as it can be stored: hidden and control characters are left out there.
std::string storableName(const std::string& name);

/// Stores the bytes unless they are there already; true when they were.
bool storeOnce(UnitOfWork& unit, const std::string& sha256, const std::vector<std::string>& chunks);

}  // namespace octad::model
