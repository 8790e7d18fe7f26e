"""What the last 534 bytes of the extension file say to DuckDB."""

import re
import unittest

from hosts import EXTENSION, ROOT, run

FOOTER_BYTES = 22 + 8 * 32 + 256


class Footer(unittest.TestCase):
    def setUp(self):
        self.footer = EXTENSION.read_bytes()[-FOOTER_BYTES:]

    def test_it_begins_with_the_head_of_a_webassembly_section(self):
        self.assertEqual(self.footer[:22], b"\x00\x93\x04\x10duckdb_signature\x80\x04")

    def test_its_fields_ask_for_the_c_api_of_1_2_0_and_nothing_newer(self):
        version = re.search(r'^version = "(.*)"', (ROOT / "Cargo.toml").read_text(), re.M).group(1)
        fields = [self.footer[start : start + 32].rstrip(b"\0").decode() for start in range(22, 22 + 256, 32)]
        self.assertEqual(fields[:6] + fields[7:], ["", "", "", "C_STRUCT", f"v{version}", "v1.2.0", "4"])
        self.assertRegex(fields[6], r"^(linux|osx|windows)_[a-z0-9_]+$")

    def test_it_ends_with_room_for_a_signature(self):
        self.assertEqual(self.footer[-256:], bytes(256))

    def test_a_missing_platform_is_refused(self):
        with self.assertRaisesRegex(AssertionError, "no platform given"):
            run(["sh", "scripts/footer.sh", "Cargo.toml", "unwritten", "", "v0"], "")


if __name__ == "__main__":
    unittest.main()
