"""The only door to Pelican: a `PELICAN_CLASS` that builds by our press, and stock Pelican's path.

In `pelicanconf.py`: `PELICAN_CLASS = NewsroomPelican` and `PLUGINS = ["jamstack.pelican_plugin"]`.
"""

from __future__ import annotations

from jamstack.pelican_plugin.engine import (
    NewsroomPelican,
    build_site,
    prove_site,
)
from jamstack.pelican_plugin.handing import Finished, finished_site
from jamstack.pelican_plugin.looking import (
    approved_site,
    check_site,
    explain_related,
    report_links,
    write_contact_sheet,
)
from jamstack.pelican_plugin.reader import register

__all__ = [
    "Finished",
    "NewsroomPelican",
    "approved_site",
    "build_site",
    "check_site",
    "explain_related",
    "finished_site",
    "prove_site",
    "register",
    "report_links",
    "write_contact_sheet",
]
