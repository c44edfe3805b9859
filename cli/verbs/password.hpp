#pragma once

#include <string>

namespace octad::cli {

class Context;
class Arguments;

/// The password typed again: from --password-file (first line; "-" is standard input), else from the terminal
/// without showing it, else from PGPASSWORD. Never from the command line, which everybody on the computer can
/// read. Throws Invalid("password") when there is none of them.
std::string typedPassword(Context& context, const Arguments& arguments);

}  // namespace octad::cli
