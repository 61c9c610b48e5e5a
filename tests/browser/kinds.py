"""Every kind of page the sample newsroom has, by name, with the path it is served at."""

HOME = "/ledger/"
TABLE = "/ledger/stories/electric-ferry-guillemot/"
FIGURE = "/ledger/stories/storm-ottilie-tide/"
EMBED = "/ledger/stories/breakwater-choir/"
AUTHOR = "/ledger/authors/mira-solberg/"
MISSING = "/ledger/no/such/page/"
WITHOUT_PICTURE = "/ledger/stories/harbour-bridge-crack/"

STORIES = {
    "a news story": "/ledger/stories/harbour-bridge-vote/",
    "a table and corrections": TABLE,
    "figures and footnotes": FIGURE,
    "a tall figure": "/ledger/stories/candle-point-lamp/",
    "an embed": EMBED,
    "an explainer": "/ledger/stories/sea-wall-explained/",
    "a pull quote in an opinion": "/ledger/stories/twelve-minutes/",
    "a review": "/ledger/stories/the-tide-clock/",
    "code and details": "/ledger/stories/tide-display-pupils/",
    "a Spanish story": "/ledger/stories/la-biblioteca-de-noche/",
    "no picture": WITHOUT_PICTURE,
}
LISTS = {
    "home": HOME,
    "a section": "/ledger/harbour/",
    "a tag": "/ledger/tags/tides/",
    "tags": "/ledger/tags/",
    "an author": AUTHOR,
    "an agency": "/ledger/authors/western-seaboard-news-agency/",
    "authors": "/ledger/authors/",
    "the archive": "/ledger/archive/",
    "a year": "/ledger/archive/2026/",
    "a second page": "/ledger/archive/2026/page/2/",
    "a month": "/ledger/archive/2026/11/",
}
OTHERS = {
    "a standing page": "/ledger/about/",
    "a missing page": MISSING,
}
PREVIEWS = {
    "a preview's home": "/preview/",
    "a draft": "/preview/stories/esplanade-benches/",
    "an embargoed story": "/preview/stories/budget-2027-results/",
}
PAGES = STORIES | LISTS | OTHERS | PREVIEWS
