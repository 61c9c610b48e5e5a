import pytest

from jamstack.model import Picture
from jamstack.sources.pictures import PICTURE, resolve_path
from tests.sources.builders import convert, hinted

PATH = "articles/2026/bridge/index.md"


def picture(written):
    return convert(PICTURE, written, path=PATH)


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("a.jpg", "articles/2026/bridge/a.jpg"),
        ("./a.jpg", "articles/2026/bridge/a.jpg"),
        ("../a.jpg", "articles/2026/a.jpg"),
        ("../../../a.jpg", "a.jpg"),
        ("../../../../a.jpg", None),
        ("..\\..\\..\\..\\a.jpg", None),
        ("pics\\a.jpg", "articles/2026/bridge/pics/a.jpg"),
        ("/a.jpg", "a.jpg"),
        ("{static}/images/a.jpg", "images/a.jpg"),
        ("{filename}a.jpg", "articles/2026/bridge/a.jpg"),
        ("|attach|a.jpg", "articles/2026/bridge/a.jpg"),
        ("{static}/../a.jpg", None),
        ("{other}a.jpg", "articles/2026/bridge/{other}a.jpg"),
        ("a b $🎉?.jpg", "articles/2026/bridge/a b $🎉?.jpg"),
        ("..a.jpg", "articles/2026/bridge/..a.jpg"),
    ],
)
def test_a_path_is_resolved_inside_the_content_folder(written, path):
    assert path == resolve_path(PATH, written)


def test_a_picture_has_all_that_was_written():
    assert (
        Picture(
            path="articles/2026/bridge/a.jpg",
            alt="A bridge",
            caption="The bridge",
            credit="Mira",
            focus=(20, 100),
            line=2,
        ),
        [],
    ) == picture(
        "\n  src: a.jpg\n  alt: A bridge\n  caption: The bridge\n  credit: Mira\n"
        "  focus: 20% 100%\n  decorative: no"
    )


@pytest.mark.parametrize("alt", ["", ", alt: ''", ", alt: ~", ", alt: left out"])
def test_a_decorative_picture_has_no_alt_text(alt):
    assert (
        Picture(path="articles/2026/bridge/a.jpg", alt="", is_decorative=True, line=1),
        [],
    ) == picture(f"{{src: a.jpg, decorative: true{alt}}}")


@pytest.mark.parametrize("alt", ["", ", alt: ''", ", alt: ' '", ", alt: x, decorative: ''"])
def test_alt_text_left_out_is_a_fault(alt):
    value, findings = picture(f"{{src: a.jpg{alt}}}")

    assert value is None
    assert 1 == len(findings)


@pytest.mark.parametrize(
    ("written", "finding"),
    [
        ("a.jpg", "`field`: is `a.jpg`, expected a mapping with `src` and `alt`"),
        ("{alt: x}", "`field.src`: is missing\nhint: add a file name"),
        (
            "{src: a.jpg}",
            "`field.alt`: is missing\n"
            "hint: say what it shows; if it says nothing the text does not, set `decorative: true`",
        ),
        (
            "{src: [a], alt: b}",
            "`field.src`: is a list, expected a file name\nhint: put the text between quotes",
        ),
        (
            "{src: a, alt: [b]}",
            "`field.alt`: is a list, expected text for those who cannot see the picture\n"
            "hint: put the text between quotes",
        ),
        (
            "{src: 'https://x.example/a.jpg', alt: b}",
            "`field.src`: is `https://x.example/a.jpg`, expected a file beside the text\n"
            "hint: download it, with the right to, and put it beside the text",
        ),
        (
            "{src: //x.example/a.jpg, alt: b}",
            "`field.src`: is `//x.example/a.jpg`, expected a file beside the text\n"
            "hint: download it, with the right to, and put it beside the text",
        ),
        (
            "{src: ../../../../a.jpg, alt: b}",
            "`field.src`: is `../../../../a.jpg`, which leaves the content folder\n"
            "hint: put the picture beside the text",
        ),
        (
            "{src: a, alt: b, focus: 101% 5%}",
            "`field.focus`: is `101% 5%`, expected two percentages such as `50% 30%`",
        ),
        (
            "{src: a, alt: b, decorative: maybe}",
            "`field.decorative`: is `maybe`, expected `true` or `false`",
        ),
        (
            "{src: a, alt: b, captoin: c}",
            "`field.captoin`: is not a known field\nhint: did you mean `caption`?",
        ),
    ],
)
def test_a_picture_that_is_wrong_is_a_fault(written, finding):
    assert (None, [hinted(f"{PATH}:1: {finding}")]) == picture(written)
