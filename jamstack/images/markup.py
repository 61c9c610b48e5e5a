"""What a page shows of a picture. Pure."""

from __future__ import annotations

from jamstack.images.plan import PicturePlan
from jamstack.model import Picture
from jamstack.settings import Settings
from jamstack.views import PictureView


def picture_view(picture: Picture, plan: PicturePlan, *, settings: Settings) -> PictureView:
    """The view of a picture and of the files planned of it, with the site's base path."""
    srcset = ", ".join(
        f"{settings.href(variant.name)} {variant.width_px}w" for variant in plan.variants
    )
    return PictureView(
        url=settings.href(plan.fallback.name),
        absolute_url=settings.absolute(plan.fallback.name),
        srcset=srcset,
        width=plan.fallback.width_px,
        height=plan.fallback.height_px,
        alt="" if picture.is_decorative else picture.alt,
        caption=picture.caption,
        credit=picture.credit,
        position=f"{picture.focus[0]}% {picture.focus[1]}%",
    )
