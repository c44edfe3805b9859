# How everything is compiled: C++20, all warnings, and what makes builds quick when it is there.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

find_program(OCTAD_CCACHE ccache)
if(OCTAD_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${OCTAD_CCACHE})
endif()

# mold 1.10 of Debian 12 may begin GNU_RELRO before the page of its segment; such a program does not start
# ("cannot apply additional memory protection"). So it links what developers run, without RELRO; a release is linked by GNU ld.
find_program(OCTAD_MOLD mold)
if(OCTAD_MOLD AND NOT CMAKE_BUILD_TYPE STREQUAL "Release")
  add_link_options(-fuse-ld=mold -Wl,-z,norelro)
endif()

add_library(octad_options INTERFACE)
target_compile_options(octad_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wformat=2
  $<$<BOOL:${OCTAD_WERROR}>:-Werror>)
target_include_directories(octad_options INTERFACE ${CMAKE_SOURCE_DIR})
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(octad_options INTERFACE
    -Wduplicated-cond -Wduplicated-branches -Wlogical-op
    -fpch-preprocess   # lets ccache see through precompiled headers
    # g++ 12 raises these inside its own <string> and <regex> once it inlines (GCC bugs 105329, 105651): no defect of ours.
    -Wno-restrict -Wno-maybe-uninitialized -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
else()
  # Without the time in a precompiled header ccache knows it again.
  target_compile_options(octad_options INTERFACE "SHELL:-Xclang -fno-pch-timestamp")
endif()

if(OCTAD_SANITIZE)
  add_compile_options(-fsanitize=${OCTAD_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${OCTAD_SANITIZE})
endif()
