#pragma once

namespace octad::cli {

class Arguments;
class Context;

/// Lists the units of the return RETURN with their last test, in the order they were entered: those of --line
/// and with --finding, when given. Throws NotFound("return"), Invalid("finding"), Invalid("line").
void listUnits(Context& context, const Arguments& arguments);

}  // namespace octad::cli
