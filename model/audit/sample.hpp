#pragma once

#include <string>
#include <vector>

#include "model/audit/reading.hpp"
#include "model/cases/queries.hpp"

namespace octad::model {

/// The terms of a random sample.
struct SampleTerms {
  std::string seed;  ///< any text; the same seed over the same cases gives the same sample
  int size = 0;      ///< cases to draw
};

/// Draws cases at random so that anybody can draw the same ones again: every case gets
///   SHA-256("octad sample 1\n" + seed + "\n" + number of the case)
/// and the `size` cases with the smallest of these hashes (as hexadecimal text) are the sample, in that
/// order. It depends neither on the order nor on the database the cases come from; a larger sample of the
/// same seed begins with the smaller one. Invalid("seed") without a seed, Invalid("size") below one.
std::vector<NumberedCase> drawSample(std::vector<NumberedCase> population, const SampleTerms& terms);

/// The terms of a sample in one line, for the log of readings: what has to be repeated to draw it again.
std::string sampleNote(const CaseFilter& filter, const SampleTerms& terms, const std::string& customer,
                       std::size_t population);

/// A seed nobody chose, made of a UUID: eight digits, easy to write down.
std::string newSeed();

}  // namespace octad::model
