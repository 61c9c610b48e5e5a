import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from jamstack.related.products import Matrix, alike, few_products, texts
from jamstack.related.vectors import Rows

VECTORS = st.dictionaries(st.integers(0, 12), st.integers(1, 1024), max_size=5)


def make_rows(vectors):
    starts = np.concatenate(([0], np.cumsum([len(one) for one in vectors], dtype=np.int64)))
    terms = [term for one in vectors for term in one]
    shares = [share for one in vectors for share in one.values()]
    return Rows(starts, np.array(terms, np.int32), np.array(shares, np.int16))


def product(one, other):
    return sum(share * other.get(term, 0) for term, share in one.items())


def all_products(found):
    return [
        {other: value for other, value in zip(*map(list, pair), strict=True) if value}
        for pair in found
    ]


@given(vectors=st.lists(VECTORS, min_size=1, max_size=6))
def test_many_and_few_products_are_those_of_the_vectors(vectors):
    rows = make_rows(vectors)
    expected = [
        {at: product(one, other) for at, other in enumerate(vectors) if product(one, other)}
        for one in vectors
    ]

    assert expected == all_products(few_products(rows, rows))
    assert expected == all_products(Matrix(rows).products(range(len(vectors))))


GROUPS = st.lists(st.lists(VECTORS, min_size=1, max_size=4), max_size=4)


@given(groups=GROUPS)
def test_texts_are_products_with_the_first_of_each_group(groups):
    rows = make_rows([one for group in groups for one in group])

    assert [product(group[0], other) for group in groups for other in group[1:]] == texts(
        rows, [len(group) for group in groups]
    ).tolist()


@given(groups=GROUPS, least=st.integers(1, 2_000))
def test_alike_are_those_of_a_group_whose_product_is_not_less(groups, least):
    rows = make_rows([one for group in groups for one in group])

    tables = alike(rows, [len(group) for group in groups], least)

    for group, table in zip(groups, tables.tolist(), strict=True):
        for at, one in enumerate(group):
            assert [
                at == other or product(one, vector) >= least for other, vector in enumerate(group)
            ] == table[at][: len(group)]
