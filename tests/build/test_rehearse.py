"""The course checks itself: promises kept, promises broken, and what is missing."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from empathy_widgets.build.rehearse import rehearse, rehearse_one
from empathy_widgets.content.exercises import exercise_names, find_exercise, load_exercise
from empathy_widgets.content.places import EXERCISES, the_one
from empathy_widgets.model.language import LANGUAGES
from empathy_widgets.scoring import check_exercise

if TYPE_CHECKING:
    from pathlib import Path

    from empathy_widgets.model.language import Lang


@pytest.fixture
def start(tmp_path: Path) -> Path:
    """A copy of the exercise `start` to spoil."""
    folder = tmp_path / "start"
    shutil.copytree(find_exercise("start"), folder)
    return folder


def change(folder: Path, name: str, **fields: Any) -> None:  # noqa: ANN401
    path = folder / "examples" / f"{name}.json"
    example = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**example, **fields}), encoding="utf-8")


def problems(folder: Path) -> str:
    return "\n".join(rehearse_one(folder, folder.parent).problems)


@pytest.mark.parametrize("name", exercise_names())
def test_an_exercise_of_the_course_keeps_its_promises(name: str) -> None:
    assert () == rehearse_one(find_exercise(name), the_one(EXERCISES)).problems


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_model_answers_of_the_well_leave_nothing_for_the_trainer(lang: Lang) -> None:
    well = load_exercise("well")
    answers = well.example("model", lang).document(well.exercise)
    result = check_exercise(well.exercise, well.rubric, answers, lang=lang)

    assert [] == [
        (step.step, finding.criterion, finding.evidence)
        for step in result.steps
        for finding in step.findings
        if finding.verdict == "open"
    ]
    assert result.points_possible == result.points_min


def test_a_folder_that_only_lends_its_rubric_is_passed_over(start: Path) -> None:
    (start.parent / "map").mkdir()
    (start.parent / "map" / "rubric.yaml").write_text("items: {}\n", encoding="utf-8")

    assert ["start"] == [done.exercise for done in rehearse(start.parent)]


def test_a_model_answer_that_leaves_a_step_out_is_told(start: Path) -> None:
    change(start, "model.en", answers={})

    assert 'model.en.json: step "saving" is empty here; a model answer does every step' in problems(
        start
    )


def test_a_model_answer_that_misses_points_is_told(start: Path) -> None:
    for lang in ("en", "nl"):
        path = start / "examples" / f"model.{lang}.json"
        example = json.loads(path.read_text(encoding="utf-8"))
        example["answers"]["saving"] = {"chosen": ["once"]}
        path.write_text(json.dumps(example), encoding="utf-8")

    assert 'step "saving" earns at most 0 of 2 points' in problems(start)
    assert 'step "saving": option (once) is not met' in problems(start)


def test_a_promise_that_the_check_does_not_keep_is_told(start: Path) -> None:
    change(start, "mistake-half-chosen.nl", expect={"saving": {"saves-itself": "not_met"}})
    told = problems(start)

    assert 'step "saving" promises saves-itself: not_met, but the check says met' in told
    assert 'step "saving": more is not met, and that was not promised' in told
    assert '"expect" is not the same as in English' in told


def test_a_promise_about_something_that_is_not_there_is_told(start: Path) -> None:
    change(
        start, "mistake-half-chosen.en", expect={"saving": {"nothing": "met", "more": "not_met"}}
    )

    assert "promises nothing: met, but the check says nothing of it" in problems(start)


def test_a_mistake_that_promises_nothing_is_told(start: Path) -> None:
    change(start, "mistake-half-chosen.en", expect={})

    assert 'this example promises nothing; say under "expect" what will be found' in problems(start)


def test_an_empty_example_with_an_answer_is_told(start: Path) -> None:
    change(start, "empty.en", answers={"saving": {"chosen": ["once"]}})

    assert "an empty example has no answers" in problems(start)
    assert 'step "saving" finds something in an empty answer' in problems(start)


def test_fewer_than_three_typical_mistakes_are_too_few(start: Path) -> None:
    for path in (start / "examples").glob("mistake-[fh]*"):
        path.unlink()

    assert "there should be 3 typical mistakes, and there are 2; write 1 more" in problems(start)


def test_a_half_done_example_that_does_everything_is_told(start: Path) -> None:
    for lang in LANGUAGES:
        whole = json.loads((start / "examples" / f"model.{lang}.json").read_text(encoding="utf-8"))
        change(start, f"half.{lang}", answers=whole["answers"])

    assert "a half-done exercise is started, and this one is complete" in problems(start)


def test_a_half_done_example_does_well_what_it_does(start: Path) -> None:
    for lang in LANGUAGES:
        change(
            start,
            f"half.{lang}",
            answers={"saving": {"chosen": ["saves-itself"]}},
            expect={"saving": {"more": "not_met"}},
        )

    assert 'half.nl.json: step "saving" earns at most 1 of 2 points' in problems(start)


def test_half_of_the_model_answers_earns_what_it_earns_in_the_whole(
    start: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from empathy_widgets.scoring import choose

    honest = choose.check

    def leaks(step: Any, answer: Any, **given: Any) -> Any:  # noqa: ANN401
        result = honest(step, answer, **given)
        return replace(result, points_max=2, state="started") if answer.is_empty else result

    monkeypatch.setattr(choose, "check", leaks)

    assert (
        'step "saving" is started and earns 2 when only the first half is answered, where empty and 0 are due'
        in problems(start)
    )


def test_languages_that_come_to_another_state_are_told(start: Path) -> None:
    change(start, "mistake-half-chosen.nl", answers={"saving": {"chosen": []}}, expect={})
    change(start, "mistake-half-chosen.en", expect={})

    assert 'step "saving" is empty of 2 points, and in English complete of 2' in problems(start)


def test_signs_in_one_language_only_are_told(tmp_path: Path) -> None:
    for name in ("well", "map"):
        shutil.copytree(find_exercise("well").parent / name, tmp_path / name)
    rubric = tmp_path / "well" / "rubric.yaml"
    text = rubric.read_text(encoding="utf-8")
    begin = text.index("          nl: [")
    rubric.write_text(text[:begin] + text[text.index("]", begin) + 2 :], encoding="utf-8")

    assert (
        'rubric.yaml: step "need": criterion "togetherness" has signs in one language only; write some in nl'
        in problems(tmp_path / "well")
    )


def test_what_is_missing_in_one_language_is_told(start: Path) -> None:
    (start / "examples" / "model.nl.json").unlink()

    assert "model.nl.json: this example is missing in this language; write it" in problems(start)


def test_an_exercise_without_examples_is_told(start: Path) -> None:
    shutil.rmtree(start / "examples")

    assert 3 == len(rehearse_one(start, start.parent).problems)


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        ({"answers": {"savings": {"chosen": []}}}, "Did you mean saving"),
        ({"answers": {"saving": {"chose": []}}}, "chose"),
        ({"expect": {"saving": {"more": "wrong"}}}, "expect / saving / more"),
    ],
)
def test_an_example_that_does_not_fit_its_exercise_is_told(
    start: Path, spoilt: dict[str, Any], told: str
) -> None:
    change(start, "mistake-half-chosen.en", **spoilt)

    assert told in problems(start)


def test_faults_of_the_exercise_itself_are_told_as_they_are(start: Path) -> None:
    path = start / "exercise.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("points: 6", "points: six"), encoding="utf-8"
    )

    assert "points should be a whole number" in problems(start)
