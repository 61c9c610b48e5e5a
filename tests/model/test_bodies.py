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


def test_a_body_without_text_keeps_what_it_points_to():
    body = Body(blocks=(FULL,), text="Text.", words=1)

    bare = body.without_text()

    assert all(getattr(FULL, name) for name in Block.__struct_fields__)
    differing = {
        name: getattr(bare.blocks[0], name)
        for name in Block.__struct_fields__
        if getattr(bare.blocks[0], name) != getattr(FULL, name)
    }
    assert {"html": "", "words": 0} == differing
    assert ("", 1) == (bare.text, bare.words)


def test_a_body_without_text_knows_what_its_blocks_were():
    kinds = (BlockKind.PARAGRAPH, BlockKind.RELATED, BlockKind.LIST, BlockKind.FIGURE)
    picture = Picture(path="articles/2026/pier.jpg", alt="The pier")
    first, line, listed = (Block(kind=kind, html="<p>Text.</p>", words=1) for kind in kinds[:3])
    body = Body(blocks=(first, line, listed, Block(kind=BlockKind.FIGURE, picture=picture)))

    bare = body.without_text()

    assert [BlockKind.RELATED, BlockKind.FIGURE] == [block.kind for block in bare.blocks]
    assert kinds == body.kinds == bare.kinds
