#include "model/intake/known_names.hpp"

#include "model/ports/reader.hpp"

namespace octad::model {

namespace {
constexpr int kEverything = 100'000;
}

KnownNames readKnownNames(Reader& reader) {
  return {reader.customers({}, kEverything), reader.parts({}, kEverything), reader.defects()};
}

}  // namespace octad::model
