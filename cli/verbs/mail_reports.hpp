#pragma once

namespace octad::model {
struct DeliveryReport;
}

namespace octad::cli {

class Arguments;
class Context;

/// `octadctl mail bounce FILE`, also of standard input: notes what a mail server reports about a mail of
/// Octad.
void noteBounce(Context& context, const Arguments& arguments);
/// The same for a report that was read already.
void noteReport(Context& context, const model::DeliveryReport& report);

}  // namespace octad::cli
