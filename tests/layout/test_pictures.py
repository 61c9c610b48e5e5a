from jamstack.feeds.entries import FeedImage
from jamstack.layout.pictures import feed_image

from ..copies import replace
from .builders import make_article, make_paper, make_picture


def test_programs_are_told_of_the_file_that_every_one_can_read():
    picture = make_picture(caption="At dawn", credit="Ben Ashe")
    view = make_paper(make_article(image=picture)).picture(picture)

    image = feed_image(view)

    expected = FeedImage(
        url=view.absolute_url,
        width=1200,
        height=900,
        media_type="image/jpeg",
        alt="The pier",
        caption="At dawn",
        credit="Ben Ashe",
    )
    assert expected == image


def test_a_picture_that_lets_the_background_through_is_a_png():
    picture = make_picture()
    view = make_paper(make_article(image=picture)).picture(picture)

    image = feed_image(replace(view, absolute_url="https://herald.example/images/a.png"))

    assert "image/png" == image.media_type
