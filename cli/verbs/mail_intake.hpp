#pragma once

namespace octad::cli {

class Arguments;
class Context;

/// `octadctl import FILE.eml`: says what the mail tells of a complaint and where it was read, and registers
/// it only when that is confirmed, by --register or on the terminal. The report of a mail server about
/// another mail is noted, never registered.
void importMail(Context& context, const Arguments& arguments);

}  // namespace octad::cli
