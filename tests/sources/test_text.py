import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamstack.sources.text import CONTROL, decode, without_control

SIGNS = "a \n\r\t\x08\x0b\x1c\x7f\x80\x85\xa0é\ud7ff\ud800\udfff\uffc0\ufffd\ufffe\uffff🎉"


def decoded(data, maximum_bytes=1000):
    text, findings = decode(data, path="a.md", maximum_bytes=maximum_bytes)
    return text, [str(finding) for finding in findings]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"plain", "plain"),
        (b"\xef\xbb\xbf---\n", "---\n"),
        (b"\xef\xbb\xbf\xef\xbb\xbf---\n", "---\n"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"a\rb\rc", "a\nb\nc"),
        ("naïve 🎉 \u202eabc \u2028".encode(), "naïve 🎉 \u202eabc \u2028"),
        (b"tab\there", "tab\there"),
        ("퟿ ｀ \ufffd".encode(), "퟿ ｀ \ufffd"),
    ],
)
def test_text_is_decoded_with_plain_line_ends(data, text):
    assert (text, []) == decoded(data)


@pytest.mark.parametrize("code", [0x01, 0x08, 0x0B, 0x0C, 0x0F, 0x1F, 0x7F, 0xFFFE, 0xFFFF])
def test_a_control_character_is_left_out_with_a_warning(code):
    text, findings = decoded(f"one\ntwo{chr(code)}{chr(code)}\n".encode())

    assert "one\ntwo\n" == text
    assert [
        f"a.md:2: warning: holds the control character U+{code:04X}, which was left out\n"
        "hint: remove it; feeds must not contain control characters"
    ] == findings


@pytest.mark.parametrize(
    ("data", "line"), [(b"a\0", 1), (b"a\nb\0", 2), (b"a\rb\r\0", 3), (b"a\r\nb\0\0", 2)]
)
def test_a_nul_byte_is_a_fault_on_its_line(data, line):
    assert (
        "",
        [
            f"a.md:{line}: holds a NUL byte, expected text\n"
            "hint: is it a binary file? save it as plain UTF-8 text"
        ],
    ) == decoded(data)


@pytest.mark.parametrize(
    ("data", "line", "byte"),
    [(b"caf\xe9", 1, "E9"), (b"a\r\nb\rc\xff", 3, "FF"), (b"a\n\xed\xa0\x80", 2, "ED")],
)
def test_a_byte_that_is_not_utf8_is_a_fault_on_its_line(data, line, byte):
    assert (
        "",
        [f"a.md:{line}: byte 0x{byte} is not UTF-8\nhint: save the file with the encoding UTF-8"],
    ) == decoded(data)


def test_utf16_is_refused_for_its_nul_bytes():
    text, findings = decoded("title".encode("utf-16-be"))

    assert "" == text
    assert [
        "a.md:1: holds a NUL byte, expected text\n"
        "hint: is it a binary file? save it as plain UTF-8 text"
    ] == findings


def test_a_file_of_the_greatest_size_is_read():
    assert ("a" * 1000, []) == decoded(b"a" * 1000)


def test_a_greater_file_is_a_fault():
    assert (
        "",
        [
            "a.md: has 1,001 bytes, expected at most 1,000\n"
            "hint: put pictures in files of their own, or raise `maximum_source_bytes`"
        ],
    ) == decoded(b"a" * 1001)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from(SIGNS)))
def test_a_text_is_left_without_control_characters(text):
    assert CONTROL.sub("", text) == without_control(text)
