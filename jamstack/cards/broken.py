"""What stops a card: a picture or a font that cannot be read."""

from __future__ import annotations

from jamstack.errors import JamstackError


class CardPictureError(JamstackError):
    """A photo or portrait cannot be used. `path` is the picture's, `why` completes the sentence."""

    def __init__(self, path: str, why: str = "its pixels cannot be read") -> None:
        self.path = path
        self.why = why
        super().__init__(path, why)

    def __str__(self) -> str:
        return f"`{self.path}` cannot stand on a share image: {self.why}"


class CardFontError(JamstackError):
    """A font that the newsroom names cannot be used. `path` is the file's or folder's."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(path)

    def __str__(self) -> str:
        return f"`{self.path}` holds no font that can be read, expected TrueType or OpenType"
