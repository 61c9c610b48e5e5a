from jamstack.benches import cards_kept as module
from jamstack.benches.cards_kept import KeptRun, kept_table


def test_the_whole_text(monkeypatch):
    monkeypatch.setattr(module.os, "cpu_count", lambda: None)
    monkeypatch.setattr(module.platform, "system", lambda: "Linux")
    monkeypatch.setattr(module.platform, "machine", lambda: "x86_64")
    runs = (
        KeptRun(title="cold", wall_s=101.5, drawn=10_100, cards=10_100),
        KeptRun(title="nothing changed", wall_s=1.234, drawn=0, cards=10_100),
    )

    expected = """\
10,000 stories of seed 7; 1 cores, Linux x86_64.

| build | seconds | cards drawn | cards there are |
| --- | ---: | ---: | ---: |
| cold | 101.50 | 10,100 | 10,100 |
| nothing changed | 1.23 | 0 | 10,100 |
"""
    assert expected == kept_table(runs, stories=10_000, seed=7)
