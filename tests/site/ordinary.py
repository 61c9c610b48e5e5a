"""A newsroom for Pelican's own path, and the two commands that build it."""

from .builders import NOW, picture, snapshot, story

OURS = "jamstack.pelican_plugin"
FROM_PYPI = ("neighbors", "readtime", "sitemap")
"""Real plugins by others."""
FILES = {
    "articles/2026/quay.md": story(
        'The quay is closed.\n\nRELATED: ferry\n\n![A crane](crane.png "The crane | Ana Dias")\n',
        title='"Tide < & Time: <del>old</del> quay"',
        date="2026-11-18",
        section="harbour",
        dek="A dek with < and &",
        tags="[Harbour & Sea, cranes]",
        updated="2026-11-19",
    ),
    "articles/2026/crane.png": picture(),
    "articles/2026/secret.md": story("Hush.\n", title="The secret", status="draft"),
    "pages/about.md": "---\ntitle: About & us\n---\nWho we are.\n",
}


def build(site):
    ran = site.run("invoke", "build", "--now", NOW)
    assert (0, "") == (ran.code, ran.errors)
    return ran


def by_pelican(site, output):
    """Build with the command `pelican` into a folder, and give its files."""
    ran = site.run(
        "pelican",
        "pelican-app/content",
        "-s",
        "pelican-app/pelicanconf.py",
        "-o",
        output,
        "-e",
        f'JAMSTACK_NOW="{NOW}"',
    )
    assert 0 == ran.code
    return snapshot(site.folder / output)


def edit(site):
    """Retitle a story, take another away, and add a third."""
    site.write("articles/2026/ferry.md", story(title="The ferry stays", tags="[cranes]"))
    (site.content / "articles" / "2026" / "quay.md").unlink()
    site.write("articles/2026/pier.md", story("The pier.\n", title="The pier", tags="[cranes]"))
