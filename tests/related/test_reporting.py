from jamstack.related.reporting import LISTED, Links, link_report, report_text


def links(**targets):
    return [Links(path=path, title=path.upper(), to=tuple(to)) for path, to in targets.items()]


def test_who_is_named_by_none_and_who_names_none_is_told():
    report = link_report(links(a="b", b="", c="bc"), {"a": 1, "b": 2})

    assert (("a", "c"), ("b",), ()) == (report.orphans, report.dead_ends, report.often)
    assert {0: 1, 1: 1, 2: 1} == report.clicks


def test_a_story_that_names_itself_alone_leads_nowhere():
    report = link_report(links(a="a"), {})

    assert (("a",), ("a",)) == (report.orphans, report.dead_ends)


def test_a_story_that_many_name_is_told_with_their_number():
    many = [Links(path=f"s{n:02d}", title="S", to=("star",)) for n in range(11)]

    assert (("star", 11),) == link_report((*many, *links(star="")), {}).often
    assert () == link_report((*many[:10], *links(star="")), {}).often


def test_the_report_can_be_read():
    stories = links(a="b", b="")
    titles = {story.path: story.title for story in stories}

    assert (
        "2 stories; clicks from the home page: 1 never, 1 in 1\n"
        "\n"
        "Orphans (no other story links to them or offers them): 1\n"
        "  a  “A”\n"
        "\n"
        "Dead ends (they link to no story and offer none): 1\n"
        "  b  “B”\n"
        "\n"
        "Offered or linked to suspiciously often: 0"
    ) == report_text(link_report(stories, {"a": 1}), titles)


def test_a_long_list_ends_with_a_count():
    stories = [Links(path=f"s{n:02d}", title="S", to=("t",)) for n in range(LISTED + 2)]
    text = report_text(
        link_report(stories, {}), {**{story.path: "S" for story in stories}, "t": "T"}
    )

    assert "  … and 2 more\n" in text
