"""What a newsroom decided of how its site is published: the setting `deploy`, as one value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jamstack.nearest import nearest_hint
from jamstack.values import Value

HOST = re.compile(r"(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
BRANCH = re.compile(r"(?!-|.*(?:\.\.|//|@\{|\.lock$|/$|\.$))[A-Za-z0-9._/-]+")
SECRET_URL = re.compile(r"https?://[^/]*@|[^:]*://[^/@]*:[^/@]*@")

ADDRESS = re.compile(r"https?://[^/@\s?#]+(?:/[^@\s?#]*)?")
KEY = re.compile(r"[A-Za-z0-9-]{8,128}")


class DeploySettings(Value, frozen=True, kw_only=True):
    """Where and how the site is published. Field order is the order of the docs."""

    remote: str = "origin"
    """The Git remote to publish to: a remote's name in the site's repository, or an address."""
    branch: str = "gh-pages"
    """The branch that is published."""
    history: int = 10
    """How many deploys the remote keeps to go back to; 0 keeps all, as one line of commits."""
    cname: str = ""
    """The custom domain, written into `CNAME`; the one that is live is kept where empty."""
    keep: tuple[str, ...] = ()
    """Patterns of files that something else has published and deploys leave alone."""
    gone: tuple[str, ...] = ("*page/*/",)
    """Patterns of addresses that may vanish without a redirect."""
    preview_remote: str = ""
    """Another Git remote that previews are published to; the site's own where empty."""
    preview_url: str = ""
    """The address of the site that the other remote serves."""
    indexnow_key: str = ""
    """The key of IndexNow, which tells search engines of changes; none are told where empty."""
    websub_hub: str = ""
    """The address of a WebSub hub, which tells feed readers of changes; none where empty."""


DEFAULTS = DeploySettings()
DEPLOY_NAMES = tuple(DeploySettings.__struct_fields__)
Fault = Callable[[str, str, str], None]


def load_deploy(value: object, fault: Fault) -> DeploySettings:
    """The mapping `deploy` as a value; `fault` is told each fault by field, message and hint."""
    if not isinstance(value, Mapping):
        fault("deploy", f"is `{value!r}`, expected a mapping", "")
        return DeploySettings()
    known: dict[str, Any] = {}
    for name, given in value.items():
        field = f"deploy.{name}"
        if name not in DEPLOY_NAMES:
            hint = nearest_hint(str(name), DEPLOY_NAMES)
            fault(field, "is not a setting of the platform", hint)
        elif expected := _EXPECTED[name](given):
            # An address may hold a password, which is not repeated.
            shown = " not shown," if SECRET_URL.match(str(given)) else f" `{given!r}`,"
            fault(field, f"is{shown} expected {expected}", "")
        else:
            known[name] = tuple(given) if isinstance(given, list | tuple) else given
    return DeploySettings(**known)


def _remote(given: object) -> str:
    if isinstance(given, str) and SECRET_URL.match(given):
        return "an address without a user or password: put the token into the environment"
    is_remote = isinstance(given, str) and re.fullmatch(r"(?!-)[^\s\0]+(?: [^\s\0]+)*", given)
    return "" if is_remote else "the name or the address of a Git remote"


def _branch(given: object) -> str:
    is_branch = isinstance(given, str) and BRANCH.fullmatch(given)
    return "" if is_branch else "the name of a branch"


def _history(given: object) -> str:
    is_number = isinstance(given, int) and not isinstance(given, bool) and 0 <= given <= 1_000
    return "" if is_number else "a whole number from 0 to 1,000"


def _cname(given: object) -> str:
    is_host = given == "" or (isinstance(given, str) and HOST.fullmatch(given))
    return "" if is_host else "a domain such as `www.herald.example`"


def _patterns(given: object) -> str:
    is_list = isinstance(given, Sequence) and not isinstance(given, str)
    is_right = is_list and all(isinstance(item, str) and item for item in given)  # type: ignore[attr-defined]
    return "" if is_right else "a list of patterns"


def _address(given: object) -> str:
    is_address = isinstance(given, str) and ADDRESS.fullmatch(given)
    return "" if is_address else "an address such as `https://previews.herald.example`"


def _key(given: object) -> str:
    is_key = given == "" or (isinstance(given, str) and KEY.fullmatch(given))
    return "" if is_key else "8 to 128 letters, digits and hyphens"


_EXPECTED: Mapping[str, Callable[[object], str]] = {
    "remote": _remote,
    "branch": _branch,
    "history": _history,
    "cname": _cname,
    "keep": _patterns,
    "gone": _patterns,
    "preview_remote": lambda given: "" if given == "" else _remote(given),
    "preview_url": lambda given: "" if given == "" else _address(given),
    "indexnow_key": _key,
    "websub_hub": lambda given: "" if given == "" else _address(given),
}
