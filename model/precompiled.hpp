#pragma once

// What nearly every file of every room reads: the standard library's common parts and the records with their ports. Parsing these
// takes longer than compiling most of our files, so each room precompiles them.
#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "model/core/error.hpp"
#include "model/core/fingerprint.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/unit_of_work.hpp"
