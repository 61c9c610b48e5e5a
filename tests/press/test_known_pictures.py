import pytest

from jamstack.press.gallery import collect
from jamstack.press.records import NO_STAMP, stamp_of

from ..builders import make_article, make_edition, make_settings
from .builders import age, photo, write_files
from .test_gallery import PIER, make_picture, texts


class TestKnown:
    """What is known of a picture is not looked at again, as long as the file looks the same."""

    def collect(self, folder, known=None, **values):
        edition = make_edition(make_article(image=make_picture()), settings=make_settings(**values))
        return collect(edition, folder, known)

    @pytest.fixture
    def known(self, tmp_path):
        write_files(tmp_path, {PIER: photo()})
        age(tmp_path)
        return self.collect(tmp_path)

    def test_it_is_remembered_with_its_facts(self, tmp_path, known):
        record = known.records[PIER]

        assert (200, 150) == (record.facts.width, record.facts.height)
        assert stamp_of(tmp_path / PIER) == record.stamp

    def test_a_file_that_looks_as_it_did_is_not_read(self, tmp_path, known, monkeypatch):
        monkeypatch.setattr("jamstack.press.gallery.inspect", pytest.fail)

        again = self.collect(tmp_path, known.records)

        assert (known.plans, known.records) == (again.plans, again.records)

    def test_another_picture_in_its_place_is_seen(self, tmp_path, known):
        write_files(tmp_path, {PIER: photo((90, 60))})

        again = self.collect(tmp_path, known.records)

        assert 90 == again.records[PIER].facts.width
        assert known.plans != again.plans

    def test_one_that_went_is_told(self, tmp_path, known):
        (tmp_path / PIER).unlink()

        again = self.collect(tmp_path, known.records)

        assert (1, {}) == (len(again.findings), again.records)

    def test_one_that_was_just_changed_is_looked_at_each_time(self, tmp_path):
        write_files(tmp_path, {PIER: photo(colour=(1, 2, 3), kind="BMP")})
        write_files(tmp_path, {PIER: photo()})

        known = self.collect(tmp_path)

        assert NO_STAMP == known.records[PIER].stamp

    def test_a_smaller_limit_holds_for_known_ones_too(self, tmp_path, known):
        again = self.collect(tmp_path, known.records, maximum_picture_pixels=29_999)

        (text,) = texts(again.findings)
        assert "has 30,000 pixels (200 × 150), expected at most 29,999" in text

    def test_one_that_cannot_be_used_is_not_remembered(self, tmp_path):
        write_files(tmp_path, {PIER: "text"})

        assert {} == self.collect(tmp_path).records
