"""The tables of an exercise: read as authors mean them, and every fault told with its line."""

from __future__ import annotations

import pytest

from empathy_widgets.errors import AuthoringError
from empathy_widgets.model.data_questions import NumberQuestion, PickQuestion
from tests.figures import data_step, figures

BEFORE_AFTER = "id,measure,unit,before,after\n"
TABLE = "data/before-after.csv"
GOOD = f"{BEFORE_AFTER}satisfaction,satisfaction,mark,7.5,8\n"


def faults_with(table: str) -> list[str]:
    with pytest.raises(AuthoringError) as caught:
        figures({TABLE: table})
    return [fault.split("/data/")[-1] for fault in caught.value.faults]


def test_a_fifth_of_the_customers_brings_in_four_fifths_of_the_revenue() -> None:
    core = data_step(figures(), "core")
    how_many, _, pick, _ = core.questions

    assert 60 == len(core.rows)
    assert isinstance(how_many, NumberQuestion)
    assert isinstance(pick, PickQuestion)
    assert 12 == how_many.expected(core.rows)
    assert 5 == len(pick.expected(core.rows))


@pytest.mark.parametrize("cut", [3, 4, 5])
def test_the_survey_confirms_one_assumption_and_rejects_another_wherever_the_cut_is(
    cut: int,
) -> None:
    rows = data_step(figures(), "survey").rows

    def share(column: str) -> float:
        return sum(row.number(column) >= cut for row in rows) / len(rows)

    columns = ("sizes", "swaps", "starters", "choice", "cheaper", "price")
    assert 40 == len(rows)
    assert "sizes" == max(columns, key=share)
    assert {"cheaper", "price"} == set(sorted(columns, key=share)[:2])
    assert share("sizes") > 2 * share("price")


def test_a_table_saved_by_a_spreadsheet_is_read_too() -> None:
    saved = "\ufeff" + GOOD.replace("\n", "\r\n")

    assert 7.5 == data_step(figures({TABLE: saved}), "effect").rows[0].cells["before"]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (GOOD.replace(",", ";"), "before-after.csv:1: the columns are parted by semicolons"),
        (GOOD.replace("before", "earlier"), 'before-after.csv:1: there is no column "before"'),
        (GOOD.replace("id,", "key,", 1), 'before-after.csv:1: there is no column "id"'),
        (BEFORE_AFTER, "before-after.csv:1: a table has 1 to 200 rows; this one has 0"),
        ("", 'before-after.csv:1: there is no column "id"'),
        (GOOD.replace("7.5", "7,5"), "before-after.csv:2: this line has 6 cells"),
        (GOOD.replace("7.5", '"7,5"'), 'before-after.csv:2: "before" is "7,5"; write a number'),
        (GOOD.replace("7.5", "1e3"), "with a point for decimals and nothing else"),
        (GOOD.replace("7.5", ""), 'before-after.csv:2: "before" is empty'),
        (
            GOOD + "satisfaction,satisfaction,mark,1,2\n",
            'before-after.csv:3: two rows have the id "sat',
        ),
        (GOOD.replace("\nsat", "\nSat"), 'before-after.csv:2: the id cannot be "Satisfaction"'),
        (GOOD.replace("before,after", "before,after,after") + ",", "two columns are called"),
        (GOOD + '"', "this is not CSV"),
    ],
)
def test_an_author_is_told_which_line_to_mend(table: str, said: str) -> None:
    assert any(said in fault for fault in faults_with(table)), faults_with(table)


def test_every_line_that_is_wrong_is_told() -> None:
    table = GOOD.replace("7.5", "many") + "shop,revenue-shop,index,,112\n"

    assert [":2: ", ":3: "] == [
        fault[len("before-after.csv") :][:4] for fault in faults_with(table)
    ]


def test_a_value_without_words_is_told() -> None:
    with pytest.raises(
        AuthoringError, match=r'customers\.csv:2: "sector" is "farming", which is not'
    ):
        figures(change=("          farming: {en: Farming, nl: Landbouw}\n", ""))


def test_a_table_that_is_missing_is_told_with_where_it_should_be() -> None:
    with pytest.raises(AuthoringError, match=r"data/clients\.csv:1: this table is missing"):
        figures(change=("table: customers", "table: clients"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            ("row: satisfaction", "row: joy"),
            'cannot be answered from this table: there is no row "joy"',
        ),
        (("is: care}]}", "is: sports}]}"), "no row meets the conditions"),
        (("top: {column: revenue, count: 5}", "rows_: 1"), "nothing reads"),
        (("value: revenue", "value: sector"), 'column "sector" holds no numbers'),
        (("value: revenue", "value: turnover"), '"turnover" is no column here'),
        (("by: size", "by: sizes"), 'column "sizes" is no choice'),
        (("share: 80", "top: 80"), 'takes "top_count"'),
        (("cut: {start: 3,", "cut: {start: 9,"), "the cut starts at 9, outside 1 to 5"),
        (("id: attention", "id: how-many"), 'two questions are called "how-many"'),
        (("right: true", "right: false"), "mark exactly one option"),
        (
            ("tolerance: 1\n", "value: 12\n        tolerance: 1\n"),
            'either a "measure" or a "value"',
        ),
    ],
)
def test_a_question_that_the_table_cannot_answer_is_told(
    change: tuple[str, str], said: str
) -> None:
    with pytest.raises(AuthoringError, match=r"exercise\.yaml:\d+: ") as caught:
        figures(change=change)
    assert said in str(caught.value)


def test_another_table_is_another_version_of_the_exercise() -> None:
    other = GOOD.replace("7.5", "7")

    assert figures({TABLE: GOOD}).content_hash != figures({TABLE: other}).content_hash
    assert figures({TABLE: GOOD}).content_hash == figures({TABLE: GOOD}).content_hash
