"""Every setting of the site, in one place. See docs/settings.md."""

from pathlib import Path

from jamstack.pelican_plugin import NewsroomPelican

_PROJECT = Path(__file__).resolve().parent.parent

# Pelican's own settings.
SITEURL = "http://localhost:8000"
PATH = str(_PROJECT / "pelican-app" / "content")
THEME = str(_PROJECT / "pelican-app" / "theme")
OUTPUT_PATH = str(_PROJECT / "output")
CACHE_PATH = str(_PROJECT / ".cache")
PELICAN_CLASS = NewsroomPelican
PLUGINS = ["jamstack.pelican_plugin"]
DELETE_OUTPUT_DIRECTORY = False

# The newsroom.
JAMSTACK = {
    "name": "The Ansel Bay Ledger",
    "tagline": "News of the bay, the town and the tide since 1887",
    "language": "en-GB",
    "timezone": "Europe/Dublin",
    "legal_name": "Ansel Bay Ledger Society Ltd",
    "founded": "1887",
    "principles_page": "about",
    "corrections_page": "corrections-policy",
    "ethics_page": "ethics",
    "sections": [
        {
            "slug": "local",
            "name": "Town and Council",
            "description": "The council, planning, housing and the streets we live in.",
        },
        {
            "slug": "harbour",
            "name": "Harbour and Sea",
            "description": "The port, the boats, the weather and what lives in the water.",
        },
        {
            "slug": "schools",
            "name": "Schools",
            "description": "Classrooms, kitchens and playing fields.",
        },
        {
            "slug": "business",
            "name": "Business",
            "description": "Who makes, sells, hires and closes.",
        },
        {
            "slug": "culture",
            "name": "Culture",
            "description": "Stages, shelves, choirs and tables.",
        },
        {
            "slug": "sport",
            "name": "Sport",
            "description": "On the water, on the pitch, in the fog.",
        },
        {
            "slug": "opinion",
            "name": "Opinion",
            "description": "Columns, leaders and letters.",
        },
    ],
}

# Names that Pelican's stock themes look for.
SITENAME = JAMSTACK["name"]
TIMEZONE = JAMSTACK["timezone"]
DEFAULT_LANG = JAMSTACK["language"]
