import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamstack.images.plan import MAXIMUM_SIDE_PX, VariantFormat, crop_box, plan

from ..copies import replace
from .builders import make_facts, make_settings


def planned(facts=None, *, stem="Harbour bridge", **options):
    settings = options.pop("settings", None) or make_settings()
    return plan(facts or make_facts(), settings=settings, stem=stem, **options)


def sizes(variants):
    return [(variant.width_px, variant.height_px) for variant in variants]


class TestSizes:
    def test_a_large_picture_is_made_at_every_width(self):
        expected = [(480, 320), (800, 533), (1200, 800), (1600, 1067)]

        assert expected == sizes(planned().variants)

    def test_a_picture_between_two_widths_is_also_made_at_its_own(self):
        facts = make_facts(width=1000, height=500)

        assert [(480, 240), (800, 400), (1000, 500)] == sizes(planned(facts).variants)

    def test_a_picture_narrower_than_all_widths_is_made_once_at_its_own(self):
        facts = make_facts(width=300, height=200)

        assert [(300, 200)] == sizes(planned(facts).variants)

    def test_a_single_pixel_is_made_as_one(self):
        plan_of_dot = planned(make_facts(width=1, height=1))

        assert sizes(plan_of_dot.files) == [(1, 1)] * 3

    def test_the_fallback_is_about_1200_wide(self):
        assert [(1200, 800)] == sizes([planned().fallback])

    def test_a_tower_fits_into_the_longest_side_a_webp_can_have(self):
        facts = make_facts(width=500, height=40_000)

        assert [(204, 16_320)] == sizes(planned(facts).variants)

    @given(st.integers(1, 70_000), st.integers(1, 70_000))
    def test_nothing_planned_is_larger_than_the_original_or_than_its_format_allows(
        self, width, height
    ):
        for variant in planned(make_facts(width=width, height=height)).files:
            assert 1 <= variant.width_px <= min(width, MAXIMUM_SIDE_PX)
            assert 1 <= variant.height_px <= min(height, MAXIMUM_SIDE_PX)


class TestFormats:
    def test_an_opaque_picture_falls_back_on_jpeg(self):
        assert VariantFormat.JPEG == planned().fallback.format

    def test_a_picture_that_shines_through_falls_back_on_png(self):
        assert VariantFormat.PNG == planned(make_facts(has_alpha=True)).fallback.format

    def test_every_width_is_webp(self):
        assert {VariantFormat.WEBP} == {variant.format for variant in planned().variants}


class TestShare:
    def test_the_share_crop_of_a_large_picture_is_1200_by_630(self):
        assert (1200, 630) == sizes([planned().share])[0]

    def test_the_share_crop_of_a_small_picture_is_not_enlarged(self):
        facts = make_facts(width=600, height=800)

        assert (600, 315) == sizes([planned(facts).share])[0]

    def test_the_share_crop_is_always_jpeg(self):
        assert VariantFormat.JPEG == planned(make_facts(has_alpha=True)).share.format

    def test_the_share_crop_keeps_the_focus(self):
        assert (20, 80) == planned(focus=(20, 80)).share.focus

    def test_a_picture_nobody_shares_has_no_share_crop(self):
        without = planned(has_share=False)

        assert without.share is None
        assert (*without.variants, without.fallback) == without.files


class TestNames:
    def test_names_hold_the_stem_and_the_size(self):
        key = planned().fallback.name.split("-")[2]

        assert [
            f"images/harbour-bridge-{key}-480.webp",
            f"images/harbour-bridge-{key}-800.webp",
            f"images/harbour-bridge-{key}-1200.webp",
            f"images/harbour-bridge-{key}-1600.webp",
            f"images/harbour-bridge-{key}-1200.jpg",
            f"images/harbour-bridge-{key}-share-50x50.jpg",
        ] == [variant.name for variant in planned().files]

    def test_a_stem_without_a_usable_letter_is_replaced(self):
        assert planned(stem="…").fallback.name.startswith("images/picture-")

    def test_a_stem_cannot_leave_the_folder(self):
        assert planned(stem="../../etc/passwd").fallback.name.startswith("images/etc-passwd-")

    def test_a_long_stem_is_cut(self):
        assert len(planned(stem="bridge " * 60).fallback.name) < 100

    @pytest.mark.parametrize(
        "other",
        [
            planned(make_facts(digest="cd" * 32)),
            planned(settings=make_settings(image_quality=50)),
        ],
    )
    def test_other_content_or_quality_gives_other_names(self, other):
        assert not {file.name for file in planned().files} & {file.name for file in other.files}

    def test_another_focus_changes_the_share_name_alone(self):
        here, there = planned(), planned(focus=(10, 10))

        assert here.share != there.share
        assert replace(here, share=None) == replace(there, share=None)


class TestCropBox:
    def test_a_crop_is_centred_by_default(self):
        assert (50.0, 0.0, 150.0, 100.0) == crop_box((200, 100), (1, 1), (50, 50))

    def test_a_crop_follows_the_focus_as_far_as_the_edge(self):
        assert (100.0, 0.0, 200.0, 100.0) == crop_box((200, 100), (1, 1), (90, 50))

    def test_a_tall_picture_is_cropped_above_and_below(self):
        assert (0.0, 0.0, 100.0, 50.0) == crop_box((100, 300), (2, 1), (50, 0))

    @given(
        st.tuples(st.integers(1, 20_000), st.integers(1, 20_000)),
        st.tuples(st.integers(1, 1200), st.integers(1, 630)),
        st.tuples(st.integers(0, 100), st.integers(0, 100)),
    )
    def test_a_crop_never_leaves_the_picture(self, size, shape, focus):
        left, top, right, bottom = crop_box(size, shape, focus)

        assert 0 <= left < right <= size[0]
        assert 0 <= top < bottom <= size[1]
