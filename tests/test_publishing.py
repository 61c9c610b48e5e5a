import pytest

from jamstack.publishing import DEFAULTS, load_deploy


def faults(value):
    """Every fault of the mapping, as field, message and hint."""
    found = []
    load_deploy(value, lambda *fault: found.append(fault))
    return found


def test_what_is_not_said_has_its_default():
    assert DEFAULTS == load_deploy({}, pytest.fail)


def test_what_is_no_mapping():
    assert [("deploy", "is `'origin'`, expected a mapping", "")] == faults("origin")


def test_an_unknown_key_names_the_nearest():
    assert [
        ("deploy.brnach", "is not a setting of the platform", "did you mean `branch`?")
    ] == faults({"brnach": "x"})


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("remote", "", "the name or the address of a Git remote"),
        ("remote", "--upload-pack=x", "the name or the address of a Git remote"),
        ("branch", "-x", "the name of a branch"),
        ("branch", "a..b", "the name of a branch"),
        ("history", -1, "a whole number from 0 to 1,000"),
        ("history", True, "a whole number from 0 to 1,000"),
        ("cname", "https://herald.example", "a domain such as `www.herald.example`"),
        ("keep", "2019/*", "a list of patterns"),
        ("gone", [""], "a list of patterns"),
    ],
)
def test_a_wrong_value(name, value, expected):
    assert [(f"deploy.{name}", f"is `{value!r}`, expected {expected}", "")] == faults({name: value})


@pytest.mark.parametrize(
    "address", ["https://mira:secret@host.example/x", "https://t0ken@a.example"]
)
def test_an_address_with_a_secret_is_refused_and_not_repeated(address):
    expected = "an address without a user or password: put the token into the environment"

    assert [("deploy.remote", f"is not shown, expected {expected}", "")] == faults(
        {"remote": address}
    )
