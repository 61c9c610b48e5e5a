"""Trusting a deploy: wait until the live site serves the new build, then look at what it serves.

Only what readers are served counts. A host may take a push and then fail to build from it; that is
seen here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import quote, urljoin, urlsplit

from jamstack.deploy.manifest import INDEX, Index, Shard, read_index, read_shard, shard_path
from jamstack.deploy.release import ManifestFile, digest_of
from jamstack.deploy.samples import address_of, choose_samples, kinds, wanted_shards
from jamstack.deploy.web import Answer, Clock, UnreachableError, Web
from jamstack.errors import Finding, LiveSiteError, ManifestError
from jamstack.values import Value

PATIENCE_S = 600.0
"""How long a host may take to serve a deploy: Pages gives up after ten minutes itself."""
FIRST_WAIT_S = 2.0
LONGEST_WAIT_S = 30.0

_HINT = "see the host's own report of the deployment, then deploy again; see docs/publishing.md"


class Verified(Value, frozen=True, kw_only=True):
    """A live site that is as it should be: its build, how long we waited, and what was looked at.

    `looked_at` counts files by kind, such as `(("pages", 9), ("pictures", 6))`.
    """

    build: str
    waited_s: float
    looked_at: tuple[tuple[str, int], ...]

    def __str__(self) -> str:
        told = ", ".join(f"{count} {kind}" for kind, count in self.looked_at)
        waited = f" after {self.waited_s:.0f} s" if self.waited_s >= 1 else ""
        return (
            f"verified: build {self.build[:12]} is live{waited}; as published: {told},"
            " and the page for what is missing"
        )


def verify(
    address: str,
    *,
    build: str,
    web: Web,
    clock: Clock,
    tell: Callable[[str], None],
    patience_s: float = PATIENCE_S,
) -> Verified:
    """Wait until `address` serves `build` (any build where empty), and look at what it serves.

    `address` has no slash at its end. `tell` is given a line whenever what is live has changed.

    Raises:
        LiveSiteError: it does not serve the build in time, or serves other files than published.
        ManifestError: its manifest is damaged.
    """
    site = _Site(address, web, build)
    index, waited_s = _awaited(site, build, clock, tell, patience_s)
    site.build = index.build
    shards = [_shard(site, index, name) for name in wanted_shards(index)]
    samples = choose_samples(index, (file for shard in shards for file in shard.files))
    findings = [
        *_wrong_address(site, index),
        *(finding for file in samples for finding in _wrong_file(site, file)),
        *_wrong_missing_page(site, samples),
        *_wrong_base_path(site),
    ]
    if findings:
        raise LiveSiteError(findings)
    return Verified(build=index.build, waited_s=waited_s, looked_at=tuple(kinds(samples)))


def live_index(address: str, *, web: Web) -> Index | None:
    """The index of the manifest that is live now; None where the site has none.

    Raises:
        LiveSiteError: the site cannot be asked.
        ManifestError: what is there is no manifest of ours.
    """
    site = _Site(address, web, "")
    try:
        answer = site.get(INDEX)
    except UnreachableError as error:
        raise LiveSiteError([_unreachable(site.url(INDEX), error)]) from error
    if answer.status == 404:
        return None
    if answer.status != 200:
        raise LiveSiteError([_finding(site.url(INDEX), _status(answer, 200))])
    return read_index(answer.body)


def live_shard(address: str, index: Index, name: str, *, web: Web) -> Shard:
    """One shard of the manifest that is live.

    Raises:
        LiveSiteError: the site cannot be asked.
        ManifestError: it is not the one that the index tells of.
    """
    return _shard(_Site(address, web, index.build), index, name)


class _Site:
    """The live site. Every question names the build, so that no cache answers for another."""

    def __init__(self, address: str, web: Web, build: str) -> None:
        self.address = address
        self.build = build
        self._web = web
        self._asked = 0

    def url(self, path: str) -> str:
        return f"{self.address}/{address_of(path)}"

    def get(self, path: str, *, is_new: bool = False) -> Answer:
        self._asked += is_new
        number = f".{self._asked}" if is_new else ""
        return self._web.get(f"{self.url(path)}?build={self.build[:12]}{number}")

    def ask(self, url: str) -> Answer:
        return self._web.get(url)


def _awaited(
    site: _Site, build: str, clock: Clock, tell: Callable[[str], None], patience_s: float
) -> tuple[Index, float]:
    """The live index once it is that of the build, and the seconds that took."""
    start, wait_s, told = clock.now(), FIRST_WAIT_S, ""
    while True:
        index, state = _state(site, build)
        waited_s = clock.now() - start
        if index is not None:
            return index, waited_s
        if waited_s + wait_s > patience_s:
            message = f"{state}, {waited_s:.0f} s after the deploy"
            message += f"; expected build {build[:12]}" if build else ""
            raise LiveSiteError([_finding(site.url(INDEX), message)])
        if state != told:
            tell(f"waiting for the live site: {state}")
            told = state
        clock.sleep(wait_s)
        wait_s = min(wait_s * 2, LONGEST_WAIT_S)


def _state(site: _Site, build: str) -> tuple[Index | None, str]:
    """The live index where it is the one awaited; else what stands there, in words."""
    try:
        answer = site.get(INDEX, is_new=True)
    except UnreachableError as error:
        return None, f"cannot be asked: {error}"
    if answer.status != 200:
        return None, _status(answer, 200)
    try:
        index = read_index(answer.body)
    except ManifestError:
        # Another program may have published there before; the new build is on its way.
        return None, "serves no manifest of ours"
    if build and index.build != build:
        return None, f"serves build {index.build[:12]}"
    return index, ""


def _shard(site: _Site, index: Index, name: str) -> Shard:
    path = shard_path(name)
    try:
        answer = site.get(path)
    except UnreachableError as error:
        raise LiveSiteError([_unreachable(site.url(path), error)]) from error
    if answer.status != 200:
        raise LiveSiteError([_finding(site.url(path), _status(answer, 200))])
    return read_shard(answer.body, index, name)


def _wrong_address(site: _Site, index: Index) -> Iterator[Finding]:
    if index.site_url.rstrip("/") != site.address:
        message = f"serves a build for `{index.site_url}`"
        hint = "correct `SITEURL` in publishconf.py, or verify that address"
        yield Finding(path=f"{site.address}/", message=message, hint=hint)


def _wrong_file(site: _Site, file: ManifestFile) -> Iterator[Finding]:
    url = site.url(file.path)
    try:
        answer = site.get(file.path)
    except UnreachableError as error:
        yield _unreachable(url, error)
        return
    if answer.status != 200:
        yield _finding(url, _status(answer, 200))
    elif digest_of(answer.body) != file.digest:
        sizes = f"{len(answer.body):,} bytes, expected {file.size:,}"
        yield _finding(url, f"serves other bytes than were published ({sizes})")


def _wrong_missing_page(site: _Site, samples: tuple[ManifestFile, ...]) -> Iterator[Finding]:
    """An address that nobody has must be answered with the site's own page, at status 404."""
    own = next((file for file in samples if file.path == "404.html"), None)
    name = f"nothing-is-here-{site.build[:12]}"
    url = f"{site.address}/{name}"
    try:
        answer = site.ask(url)
    except UnreachableError as error:
        yield _unreachable(url, error)
        return
    if answer.status != 404:
        yield _finding(url, _status(answer, 404))
    elif own is not None and digest_of(answer.body) != own.digest:
        yield _finding(url, "is not answered with the site's own page `404.html`")


def _wrong_base_path(site: _Site) -> Iterator[Finding]:
    """Below a path, the address without its slash must lead into the site."""
    base = urlsplit(site.address).path
    if not base:
        return
    try:
        answer = site.ask(site.address)
    except UnreachableError as error:
        yield _unreachable(site.address, error)
        return
    target = urlsplit(urljoin(site.address, answer.location)).path
    if answer.status not in (301, 302, 307, 308) or target != f"{quote_once(base)}/":
        yield _finding(site.address, f"{_status(answer, 301)} to `{base}/`")


def quote_once(path: str) -> str:
    """A path with what must be escaped escaped, and what is already left alone."""
    return quote(path, safe="/%")


def _status(answer: Answer, expected: int) -> str:
    where = f" to `{answer.location}`" if answer.location else ""
    return f"answers {answer.status}{where}, expected {expected}"


def _finding(url: str, message: str) -> Finding:
    return Finding(path=url, message=message, hint=_HINT)


def _unreachable(url: str, error: UnreachableError) -> Finding:
    return Finding(path=url, message=f"cannot be asked: {error}", hint="check the address")
