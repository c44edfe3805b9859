#pragma once

#include "gui/viewmodels/action_forms.hpp"
#include "gui/viewmodels/case_page.hpp"

namespace octad::viewmodels {

// Where a form is about one sample, `chosen` is the one it starts with; none: the newest that fits.

/// News of a sample: it arrived, or none will come (RecordSample).
ActionForm sampleForm(const CasePageViewModel& page);
/// The sample that arrived last can be analysed: cause and report clocks start (RecordSample).
/// `chosen` is one of the samples that wait for it; the newest when it is none.
ActionForm analysableForm(const CasePageViewModel& page, model::SampleId chosen = {});
/// A sample changes hands (MoveSample).
ActionForm moveSampleForm(const CasePageViewModel& page, model::SampleId chosen = {});
/// The customer's word about a destructive test (NoteConsent).
ActionForm sampleConsentForm(const CasePageViewModel& page, model::SampleId chosen = {});
/// A sample becomes a line of a return of its own, in quarantine at once (AnnounceReturn).
ActionForm sampleReturnForm(const CasePageViewModel& page, model::SampleId chosen);

}  // namespace octad::viewmodels
