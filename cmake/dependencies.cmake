# Every package comes from Debian 12; scripts/install-dependencies names them.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(LibXml2 REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(utf8cpp REQUIRED)
pkg_check_modules(GVC REQUIRED IMPORTED_TARGET libgvc libcgraph)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(XXH REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(CMARK REQUIRED IMPORTED_TARGET libcmark)

find_package(RapidJSON REQUIRED)
add_library(rapidjson INTERFACE)
target_include_directories(rapidjson SYSTEM INTERFACE ${RAPIDJSON_INCLUDE_DIRS})
target_compile_definitions(rapidjson INTERFACE RAPIDJSON_HAS_STDSTRING=1)

# Graphviz plugins are linked, so that an SVG comes out the same whatever fonts and plugins a machine has.
foreach(plugin core dot_layout neato_layout)
  find_library(GV_${plugin} gvplugin_${plugin} PATH_SUFFIXES graphviz REQUIRED)
endforeach()
