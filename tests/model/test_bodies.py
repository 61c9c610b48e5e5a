from jamstack.model import Block, BlockKind, Body, Embed, Picture

FULL = Block(
    kind=BlockKind.EMBED,
    html="<p>Text.</p>",
    words=1,
    line=2,
    picture=Picture(path="articles/2026/pier.jpg", alt="The pier"),
    embed=Embed(provider="YouTube", url="https://video.example/1"),
    target="ferry",
    attribution="Ana Dias",
)


def test_a_body_without_text_has_everything_else():
    body = Body(blocks=(FULL,), text="Text.", words=1)

    bare = body.without_text()

    assert all(getattr(FULL, name) for name in Block.__struct_fields__)
    differing = [
        name
        for name in Block.__struct_fields__
        if getattr(bare.blocks[0], name) != getattr(FULL, name)
    ]
    assert (["html"], "") == (differing, bare.blocks[0].html)
    assert ("Text.", 1) == (bare.text, bare.words)
