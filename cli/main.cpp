#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "cli/verbs/run.hpp"

int main(int argc, char** argv) {
  try {
    return octad::cli::run({argv + 1, argv + argc}, std::cin, std::cout, std::cerr);
  } catch (const std::exception& error) {
    // Nothing that reaches this line is expected; say what it was so that it can be reported.
    std::cerr << "octadctl stopped: " << error.what() << '\n';
    return 1;
  }
}
