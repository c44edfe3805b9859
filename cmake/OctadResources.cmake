# octad_resources(target NAMESPACE ns FILES a b …)
# Embeds files: an assembler file with .incbin (instant, whatever their size) and a table name -> bytes.
# Names in the table are paths below the directory that calls this.
function(octad_resources target)
  cmake_parse_arguments(RES "" "BASE" "FILES" ${ARGN})
  set(asm ${CMAKE_CURRENT_BINARY_DIR}/${target}.S)
  set(table ${CMAKE_CURRENT_BINARY_DIR}/${target}.cpp)
  set(asm_text ".section .rodata\n")
  set(externs "")
  set(rows "")
  set(index 0)
  foreach(file ${RES_FILES})
    cmake_path(IS_PREFIX CMAKE_CURRENT_BINARY_DIR ${file} generated)
    if(generated)
      cmake_path(RELATIVE_PATH file BASE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR} OUTPUT_VARIABLE name)
    else()
      cmake_path(RELATIVE_PATH file BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} OUTPUT_VARIABLE name)
    endif()
    set(symbol ${target}_${index})
    string(APPEND asm_text ".global ${symbol}\n.global ${symbol}_end\n${symbol}:\n.incbin \"${file}\"\n${symbol}_end:\n.byte 0\n")
    string(APPEND externs "extern const char ${symbol}[];\nextern const char ${symbol}_end[];\n")
    string(APPEND rows "    {\"${name}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND asm_text ".section .note.GNU-stack,\"\",@progbits\n")
  file(CONFIGURE OUTPUT ${asm} CONTENT "${asm_text}" @ONLY)
  file(CONFIGURE OUTPUT ${table} CONTENT "// Generated: the files embedded in ${target}.
#include <map>
#include <string>
#include <string_view>
extern \"C\" {
${externs}}
namespace octad::resources {
const std::map<std::string, std::string_view>& ${target}() {
  static const std::map<std::string, std::string_view> files{
${rows}  };
  return files;
}
}  // namespace octad::resources
" @ONLY)
  set_source_files_properties(${asm} PROPERTIES OBJECT_DEPENDS "${RES_FILES}")
  add_library(${target} STATIC ${asm} ${table})
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_compile_options(${target} PRIVATE -Wno-missing-declarations)
endfunction()
