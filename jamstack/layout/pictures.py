"""A shown picture as other programs are told of it."""

from __future__ import annotations

from jamstack.feeds.entries import FeedImage
from jamstack.views import PictureView


def feed_image(view: PictureView) -> FeedImage:
    """The picture's fallback file, which every program can read, with its whole address."""
    is_png = view.absolute_url.endswith(".png")
    return FeedImage(
        url=view.absolute_url,
        width=view.width,
        height=view.height,
        media_type="image/png" if is_png else "image/jpeg",
        alt=view.alt,
        caption=view.caption,
        credit=view.credit,
    )
