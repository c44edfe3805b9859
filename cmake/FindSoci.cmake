# SOCI core with its SQLite and PostgreSQL backends, as the imported target octad_soci.
find_path(SOCI_INCLUDE_DIR soci/soci.h REQUIRED)
find_library(SOCI_CORE soci_core REQUIRED)
find_library(SOCI_SQLITE3 soci_sqlite3 REQUIRED)
find_library(SOCI_POSTGRESQL soci_postgresql REQUIRED)
add_library(octad_soci INTERFACE IMPORTED)
# SYSTEM: SOCI's headers are not held to our warnings.
target_include_directories(octad_soci SYSTEM INTERFACE ${SOCI_INCLUDE_DIR} ${SOCI_INCLUDE_DIR}/soci)
target_link_libraries(octad_soci INTERFACE
  ${SOCI_SQLITE3} ${SOCI_POSTGRESQL} ${SOCI_CORE} PostgreSQL::PostgreSQL PkgConfig::SQLITE3 ${CMAKE_DL_LIBS})
