from jamstack.benches.results import Comparison, Figure, Row, Target
from jamstack.benches.table import Circumstances, table

ROW = Row(
    scenario="cold",
    contender="ours",
    wall_s=7.204,
    processor_s=12.3456,
    peak_bytes=312_600_000,
    files=13_910,
    size_bytes=259_100_000,
)
TARGET = Target(rival="hugo", scenario="cold", figure=Figure.WALL, at_most=0.35, aim=0.2)
PLAIN = Target(rival="pelican", scenario="cold", figure=Figure.WALL, at_most=0.1)


def circumstances(*, rounds: int = 3, cores: int = 2) -> Circumstances:
    return Circumstances(
        site="10,000 stories",
        command="invoke bench build --stories 10000 --runs 3",
        rounds=rounds,
        cores=cores,
        system="Linux x86_64",
        versions={"Python": "3.11.7", "Hugo": "0.168.0"},
        titles={"hugo": "Hugo", "pelican": "stock Pelican", "cold": "cold"},
    )


def compare(ratio: float, target: Target | None, rival: str = "hugo") -> Comparison:
    return Comparison(rival=rival, scenario="cold", figure=Figure.WALL, ratio=ratio, target=target)


def test_the_whole_text():
    compared = [
        compare(0.1984, TARGET),
        compare(0.5, TARGET),
        compare(0.09, PLAIN, "pelican"),
        compare(0.25, None),
    ]

    expected = """\
`invoke bench build --stories 10000 --runs 3`

10,000 stories; 3 rounds, medians; 2 cores, Linux x86_64; Python 3.11.7, Hugo 0.168.0.

| build | by | wall s | processor s | peak MB | files | bytes |
| --- | --- | ---: | ---: | ---: | ---: | ---: |
| cold | ours | 7.20 | 12.35 | 313 | 13,910 | 259,100,000 |

| ours ÷ | build | figure | ratio | at most | aim | so |
| --- | --- | --- | ---: | ---: | ---: | --- |
| Hugo | cold | wall | 0.198 | 0.35 | 0.20 | aim met |
| Hugo | cold | wall | 0.500 | 0.35 | 0.20 | missed |
| stock Pelican | cold | wall | 0.090 | 0.10 |  | met |
| Hugo | cold | wall | 0.250 |  |  |  |
"""
    assert expected == table([ROW], compared, circumstances())


def test_alone_there_is_no_table_of_ratios():
    expected = """\
`invoke bench build --stories 10000 --runs 3`

10,000 stories; one round; 1 core, Linux x86_64; Python 3.11.7, Hugo 0.168.0.

| build | by | wall s | processor s | peak MB | files | bytes |
| --- | --- | ---: | ---: | ---: | ---: | ---: |
| cold | ours | 7.20 | 12.35 | 313 | 13,910 | 259,100,000 |
"""
    assert expected == table([ROW], [], circumstances(rounds=1, cores=1))
