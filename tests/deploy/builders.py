"""Builders with defaults for what is published."""

from datetime import UTC, datetime

from jamstack.deploy.release import ManifestFile, ManifestStory, Release, Source, digest_of

COMMIT = "8" * 40
COMMITTED_AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
PAGES = {
    "index.html": b"<h1>The Herald</h1>",
    "stories/bridge/index.html": b"<h1>The bridge reopens</h1>",
}
BRIDGE = ManifestStory(
    page="stories/bridge/index.html", headline="The bridge reopens", mark="b1b1b1"
)


def make_release(pages=PAGES, **values):
    """A release of these bytes by path."""
    files = {
        path: ManifestFile(path=path, digest=digest_of(data), size=len(data))
        for path, data in pages.items()
    }
    defaults = {
        "site_url": "https://herald.example/paper",
        "stories": (BRIDGE,),
        "source": Source(commit=COMMIT, committed_at=COMMITTED_AT),
    }
    return Release(files=files, **(defaults | values))
