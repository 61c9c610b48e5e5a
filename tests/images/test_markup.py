from jamstack.images.markup import picture_view
from jamstack.images.plan import plan
from jamstack.model import Picture
from jamstack.views import PictureView

from .builders import make_facts, make_settings


def make_picture(**changes) -> Picture:
    return Picture(**({"path": "articles/2026/bridge.jpg", "alt": "The bridge"} | changes))


def view_of(picture):
    settings = make_settings(image_widths=(480, 800))
    picture_plan = plan(make_facts(), settings=settings, stem="bridge")
    return picture_plan, picture_view(picture, picture_plan, settings=settings)


def test_a_view_links_every_size_below_the_base_path():
    picture = make_picture(caption="At dawn.", credit="Ines Rook", focus=(30, 70))

    picture_plan, view = view_of(picture)

    narrow, wide = (variant.name for variant in picture_plan.variants)
    assert (
        PictureView(
            url=f"/paper/{picture_plan.fallback.name}",
            absolute_url=f"https://harbour.example/paper/{picture_plan.fallback.name}",
            srcset=f"/paper/{narrow} 480w, /paper/{wide} 800w",
            width=1200,
            height=800,
            alt="The bridge",
            caption="At dawn.",
            credit="Ines Rook",
            position="30% 70%",
        )
        == view
    )


def test_a_decoration_has_no_alternative_text():
    _, view = view_of(make_picture(is_decorative=True, alt="A line"))

    assert "" == view.alt
