"""What is to be published, as values: what the press made, and what its files hold.

A `Build` is what the press tells of its output. Together with the bytes of every file, hashed
again at each deploy, it becomes a `Release`. Nothing here touches files.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Mapping

from jamstack.values import Value


class ManifestFile(Value, frozen=True, kw_only=True, order=True):
    """A published file: its path from the site root, its size in bytes, and its digest.

    The digest is Git's own name of the bytes, 40 hexadecimal digits (see `digest_of`), so that
    what is served, what Git holds and what the manifest says are compared without reading anything.
    """

    path: str
    digest: str
    size: int


class ManifestStory(Value, frozen=True, kw_only=True, order=True):
    """A published story: its page's path, such as `stories/ferry/index.html`, and its headline.

    `mark` is a short digest of what its writer wrote: where it stays the same, the page changed
    only because of others, such as by its related stories. The list is by page.
    """

    page: str
    headline: str
    mark: str = ""

    @property
    def url(self) -> str:
        """The story's address from the site root, such as `stories/ferry/`."""
        return self.page.removesuffix("index.html")


class Source(Value, frozen=True, kw_only=True):
    """The commit that a build was made from; both empty where there is none."""

    commit: str = ""
    committed_at: datetime.datetime | None = None


class HiddenStory(Value, frozen=True, kw_only=True):
    """A story that must not be seen yet, and the texts that would give it away in any byte."""

    path: str
    texts: tuple[str, ...]


class Build(Value, frozen=True, kw_only=True):
    """What the press tells of the output it made.

    `digests` are those of the made files by path, SHA-256 cut to 16 bytes: the list of what may be
    published. `made_at` is the clock that it was made by. `outdated` says why the output is not
    what a build would make now; empty where it is.
    """

    site_url: str
    is_preview: bool
    made_at: datetime.datetime
    digests: Mapping[str, bytes]
    stories: tuple[ManifestStory, ...] = ()
    hidden: tuple[HiddenStory, ...] = ()
    outdated: str = ""


class Release(Value, frozen=True, kw_only=True):
    """A finished output as it will stand on the site: all that is published but the manifest.

    `files` are by path. Equal files are one build, whenever and wherever it was made.
    """

    files: Mapping[str, ManifestFile]
    site_url: str
    stories: tuple[ManifestStory, ...] = ()
    source: Source = Source()

    @property
    def build(self) -> str:
        """The build's id."""
        return build_id(self.files.values())

    @property
    def size(self) -> int:
        """Bytes in all."""
        return sum(file.size for file in self.files.values())


def digest_of(data: bytes) -> str:
    """Git's name of bytes as a file: SHA-1 of `blob`, a space, the size, a zero byte, the bytes."""
    head = b"blob %d\0" % len(data)
    return hashlib.sha1(head + data, usedforsecurity=False).hexdigest()


def build_id(files: Iterable[ManifestFile]) -> str:
    """The id of a build, 32 hexadecimal digits: of the paths and digests of its files alone."""
    whole = hashlib.sha256()
    for file in sorted(files):
        whole.update(f"{file.digest} {file.path}\0".encode())
    return whole.hexdigest()[:32]
