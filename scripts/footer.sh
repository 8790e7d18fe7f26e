#!/bin/sh
# footer.sh library output platform version: the library as a DuckDB extension, that is with DuckDB's metadata behind it.
# The layout is that of append_extension_metadata.py in duckdb/extension-ci-tools: the head of a WebAssembly section,
# eight fields of 32 bytes (last to first) and room for a signature. v1.2.0 is the C API that the library needs.
set -eu
library=$1 output=$2 platform=${3:?no platform given} version=${4:?no version given}
{
    cat "$library"
    printf '\000\223\004\020duckdb_signature\200\004'
    printf '%32s%32s%32s%-32s%-32s%-32s%-32s%-32s%256s' '' '' '' C_STRUCT "$version" v1.2.0 "$platform" 4 '' |
        LC_ALL=C tr ' ' '\000'
} > "$output.part"
mv "$output.part" "$output"
