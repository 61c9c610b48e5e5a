"""Pictures that are not there, are none, are too large, or have no alt text."""

from __future__ import annotations

from ..site.builders import picture, story
from .cases import PHOTO, PIER, Broken

PICTURES = (
    Broken(
        name="a picture that is not there",
        files={PIER: story(image="{src: photo.jpg, alt: The pier}")},
        text=(
            "articles/2026/pier/index.md:6: `image.src`: names "
            "`articles/2026/pier/photo.jpg`, but there is no such file\n"
            "hint: put the picture there, or correct the name"
        ),
    ),
    Broken(
        name="a picture that is none",
        files={
            PIER: story(image="{src: photo.jpg, alt: The pier}"),
            PHOTO: "<html>Not found</html>",
        },
        text=(
            "articles/2026/pier/index.md:6: `image.src`: `photo.jpg` is not a picture "
            "(found a web page), expected JPEG, PNG, WebP, AVIF or GIF\n"
            "hint: save the picture itself, not the page that shows it"
        ),
    ),
    Broken(
        name="a picture that is empty",
        files={PIER: story(image="{src: photo.jpg, alt: The pier}"), PHOTO: b""},
        text=(
            "articles/2026/pier/index.md:6: `image.src`: `photo.jpg` is empty (0 bytes), "
            "expected JPEG, PNG, WebP, AVIF or GIF\n"
            "hint: export or download it again"
        ),
    ),
    Broken(
        name="a picture over the limit",
        files={PIER: story(image="{src: photo.jpg, alt: The pier}"), PHOTO: picture(40, 30)},
        text=(
            "articles/2026/pier/index.md:6: `image.src`: `photo.jpg` has 1,200 pixels (40 "
            "× 30), expected at most 1,000\n"
            "hint: save a smaller copy; 4,000 pixels on the long side are plenty"
        ),
        newsroom={"maximum_picture_pixels": 1000},
    ),
    Broken(
        name="a damaged picture",
        files={
            PIER: story(image="{src: photo.jpg, alt: The pier}"),
            PHOTO: picture(kind="JPEG")[:-4000],
        },
        text=(
            "articles/2026/pier/photo.jpg: `photo.jpg` is a damaged JPEG, its pixels "
            "cannot be read\n"
            "hint: export or download it again; the file may have been cut short"
        ),
    ),
    Broken(
        name="a lead picture without alt text",
        files={PIER: story(image="{src: photo.jpg}"), PHOTO: picture()},
        text=(
            "articles/2026/pier/index.md:6: `image.alt`: is missing\n"
            "hint: say what it shows; if it says nothing the text does not, set "
            "`decorative: true`"
        ),
    ),
    Broken(
        name="a picture in the text without alt text",
        files={PIER: story(body="One.\n\n![](photo.jpg)\n"), PHOTO: picture()},
        text=(
            "articles/2026/pier/index.md:10: the picture `photo.jpg` has no alt text\n"
            'hint: write `![What it shows](…)`, or give it the title "decorative"'
        ),
    ),
    Broken(
        name="a picture in the text that is not there",
        files={PIER: story(body="One.\n\n![The pier](pier.jpg)\n"), PHOTO: picture()},
        text=(
            "articles/2026/pier/index.md:10: names `articles/2026/pier/pier.jpg`, but "
            "there is no such file\n"
            "hint: put the picture there, or correct the name"
        ),
    ),
    Broken(
        name="a picture out of the content folder",
        files={PIER: story(image="{src: ../../../../photo.jpg, alt: The pier}")},
        text=(
            "articles/2026/pier/index.md:6: `image.src`: is `../../../../photo.jpg`, "
            "which leaves the content folder\n"
            "hint: put the picture beside the text"
        ),
    ),
    Broken(
        name="a picture on another site",
        files={PIER: story(body="One.\n\n![The pier](https://pictures.example/pier.jpg)\n")},
        text=(
            "articles/2026/pier/index.md:10: shows the picture "
            "`https://pictures.example/pier.jpg`, expected a file beside the text\n"
            "hint: download it, with the right to, and put it beside the text"
        ),
    ),
    Broken(
        name="a portrait that is not there",
        files={
            "authors/bo-lund.md": "---\nname: Bo Lund\nportrait: {src: bo.jpg, alt: Bo Lund}\n---\n"
        },
        text=(
            "authors/bo-lund.md:3: `portrait.src`: names `authors/bo.jpg`, but there is "
            "no such file\n"
            "hint: put the picture there, or correct the name"
        ),
    ),
    Broken(
        name="a focus that is none",
        files={PIER: story(image="{src: photo.jpg, alt: The pier, focus: left}"), PHOTO: picture()},
        text=(
            "articles/2026/pier/index.md:6: `image.focus`: is `left`, expected two "
            "percentages such as `50% 30%`\n"
            "hint: see `image` in docs/writing.md"
        ),
    ),
)
