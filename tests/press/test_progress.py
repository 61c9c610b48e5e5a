import pytest

from jamstack.press.progress import Silence, track

from .builders import Recorder


def test_each_item_done_is_told():
    progress = Recorder()

    assert ["a", "b"] == list(track(["a", "b"], "Reading", progress))
    assert [("Reading", 2), 1, 1, "end"] == progress.told


def test_the_end_is_told_on_a_fault_too():
    progress = Recorder()

    def divide():
        for number in track([1, 0], "Dividing", progress):
            1 / number

    with pytest.raises(ZeroDivisionError):
        divide()

    assert [("Dividing", 2), 1, "end"] == progress.told


def test_the_end_is_told_when_the_work_stops_early():
    progress = Recorder()

    for _ in track([1, 2, 3], "Rendering", progress):
        break

    assert [("Rendering", 3), "end"] == progress.told


def test_silence_listens_to_all_of_it():
    assert [1, 2] == list(track([1, 2], "Reading", Silence()))
