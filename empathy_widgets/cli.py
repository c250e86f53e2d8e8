"""The command line: `empathy …`, also `jupyter empathy …`. It parses and calls; nothing else.

Exit codes: 0 done, 1 done but something needs attention, 2 wrong use, 130 stopped with Ctrl+C.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from empathy_widgets.errors import AuthoringError, EmpathyError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from empathy_widgets.model.language import Lang

DONE, NEEDS_ATTENTION, WRONG_USE, STOPPED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Args:
        argv: the words after `empathy`; None takes those of this process.
    """
    parser = _parser()
    options, others = parser.parse_known_args(argv)
    if options.command != "lab" and others:
        parser.error(
            f"what is {' '.join(others)}? `empathy {options.command} --help` shows what there is"
        )
    try:
        code: int = options.run(options, others)
    except AuthoringError as error:
        sys.stderr.write(f"{error}\n")
        return NEEDS_ATTENTION
    except EmpathyError as error:
        sys.stderr.write(f"{error}\n")
        return WRONG_USE
    except BrokenPipeError:  # the reader of our output has gone, as in `empathy judge … | head`
        sys.stderr.close()
        return NEEDS_ATTENTION
    except KeyboardInterrupt:
        sys.stderr.write(f"\nStopped. {options.kept}\n")
        return STOPPED
    return code


def _lab(options: argparse.Namespace, others: list[str]) -> int:
    from empathy_widgets.workbook.lab import lab

    browser = ["--no-browser"] if options.no_browser else []
    port = [f"--port={options.port}"] if options.port else []
    return lab(options.folder, lang=options.lang, arguments=[*browser, *port, *others])


def _check(options: argparse.Namespace, _: list[str]) -> int:
    from empathy_widgets.grading.check_file import check_file

    return check_file(
        options.file, sys.stdout, lang=options.lang, exercises=_folders(options.exercises)
    )


def _grade(options: argparse.Namespace, _: list[str]) -> int:
    from empathy_widgets.grading.grade import grade

    return grade(
        options.path,
        options.out,
        expected=options.exercise,
        roster=options.roster,
        engine=options.engine,
        exercises=options.exercises,
        progress=not options.no_progress,
    )


def _judge(options: argparse.Namespace, _: list[str]) -> int:
    from empathy_widgets.grading.judge_file import judge_file

    return judge_file(options.file, sys.stdout, sys.stderr)


def _rehearse(options: argparse.Namespace, _: list[str]) -> int:
    from empathy_widgets.build.rehearse import rehearse
    from empathy_widgets.content.places import EXERCISES, the_one

    exercises = options.exercises or the_one(EXERCISES)
    problems = 0
    for done in rehearse(exercises):
        state = f"{len(done.problems)} to mend" if done.problems else "all well"
        _say(
            f"{done.exercise}: {done.examples} examples, {done.mistakes} mistakes, {_ease(done.ease)}{state}"
        )
        _say(*(f"  {problem}" for problem in done.problems))
        problems += len(done.problems)
    if options.spelling:
        from empathy_widgets.build.spelling import spelling_problems

        found = list(spelling_problems(exercises))
        _say(f"spelling: {len(found)} to mend" if found else "spelling: all well")
        _say(*(f"  {problem}" for problem in found))
        problems += len(found)
    return NEEDS_ATTENTION if problems else DONE


def _ease(found: Mapping[Lang, float]) -> str:
    scores = ", ".join(f"{lang} {score:.0f}" for lang, score in found.items())
    return f"reading ease {scores}: " if scores else ""


def _build(options: argparse.Namespace, _: list[str]) -> int:
    from empathy_widgets.build.schemas import build_schemas, schema_differences
    from empathy_widgets.build.workbooks import build, differences
    from empathy_widgets.content.places import EXERCISES, WORKBOOKS, the_one

    exercises = options.exercises or the_one(EXERCISES)
    workbooks = options.workbooks or the_one(WORKBOOKS)
    if options.check:
        found = [*differences(exercises, workbooks), *schema_differences(exercises)]
        _say(*found or ["Workbooks and schemas are what the exercises say."])
        return NEEDS_ATTENTION if found else DONE
    changed: list[object] = [*build(exercises, workbooks), *build_schemas(exercises)]
    _say(*changed or ["Nothing to change."])
    return DONE


def _print(options: argparse.Namespace, _: list[str]) -> int:
    from empathy_widgets.printing import print_command

    made = print_command(
        options.what,
        options.to,
        out=options.out,
        lang=options.lang,
        paper=options.paper,
        poster=options.poster,
        layout=options.view,
        before=options.before,
        together=options.side_by_side,
        step=options.step,
        exercises=_folders(options.exercises),
    )
    _say(*made)
    return DONE


def _guide(options: argparse.Namespace, _: list[str]) -> int:
    from empathy_widgets.trainer import guide_command

    made = guide_command(
        options.exercise,
        options.to,
        lang=options.lang,
        sheets=options.sheets,
        out=options.out,
        exercises=_folders(options.exercises),
    )
    _say(made)
    return DONE


def _say(*lines: object) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


def _folders(folder: Path | None) -> list[Path]:
    return [folder] if folder else []


def _parser() -> argparse.ArgumentParser:
    from empathy_widgets import __version__

    parser = argparse.ArgumentParser(
        prog="empathy", description="A course to understand your customers, in JupyterLab."
    )
    parser.add_argument("--version", action="version", version=f"empathy_widgets {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    lab = commands.add_parser(
        "lab", help="put the workbooks into a folder and open JupyterLab there"
    )
    lab.add_argument(
        "folder", nargs="?", type=Path, default=Path("my-work"), help="default: my-work"
    )
    lab.add_argument("--lang", choices=["en", "nl"], help="only the workbooks of this language")
    lab.add_argument("--no-browser", action="store_true", help="do not open a browser")
    lab.add_argument("--port", type=int, help="the port of JupyterLab")
    lab.set_defaults(run=_lab, kept="Your workbooks are as you left them.")

    check = commands.add_parser(
        "check", help="check your own hand-in or answers before you hand in"
    )
    check.add_argument("file", type=Path, help="a hand-in, a workbook, or a file in answers/")
    check.add_argument("--lang", choices=["en", "nl"], help="the language to answer in")
    _add_exercises(check)
    check.set_defaults(run=_check, kept="Your file is as it was.")

    grade = commands.add_parser("grade", help="turn hand-ins into a gradebook and feedback")
    grade.add_argument("path", type=Path, help="a hand-in, a folder of them, or a zip")
    grade.add_argument("--out", type=Path, required=True, help="the folder for the results")
    grade.add_argument("--exercise", metavar="ID", help="the exercise that was to be handed in")
    grade.add_argument("--roster", type=Path, metavar="CSV", help="who should hand in")
    grade.add_argument("--engine", choices=["auto", "fork", "warm", "plain"], default="auto",
                       help="how papermill runs the workbooks (default: the fastest that works here)")  # fmt: skip
    grade.add_argument("--no-progress", action="store_true", help="draw no progress bar")
    _add_exercises(grade)
    grade.set_defaults(
        run=_grade, kept="There are no new results; what was there before is as it was."
    )

    judge = commands.add_parser("judge", help="decide the free-text answers in a file, one a line")
    judge.add_argument("file", type=Path, metavar="FILE.jsonl", help="a JSON object a line")
    judge.set_defaults(run=_judge, kept="What is written above is decided; the rest is not.")

    rehearse = commands.add_parser("rehearse", help="let the course check itself by its examples")
    rehearse.add_argument(
        "--spelling", action="store_true", help="check the spelling too; needs hunspell"
    )
    _add_exercises(rehearse)
    rehearse.set_defaults(run=_rehearse, kept="Nothing was changed.")

    build = commands.add_parser("build", help="make the workbooks from the exercises")
    build.add_argument("--check", action="store_true", help="change nothing; say what differs")
    build.add_argument("--workbooks", type=Path, metavar="DIR", help="where the workbooks go")
    _add_exercises(build)
    build.set_defaults(run=_build, kept="Run it again: it makes what is still missing.")

    printing = commands.add_parser("print", help="put a map or persona sheet on paper or slides")
    printing.add_argument("what", metavar="WHAT", nargs="+",
                          help="blank-map, or hand-ins, files in answers/, saved maps and sheets")  # fmt: skip
    printing.add_argument("--to", default="pdf", help="the kind of file (default: pdf)",
                          choices=["pdf", "png", "svg", "pptx", "html", "md", "csv", "json"])  # fmt: skip
    printing.add_argument("--out", type=Path, metavar="FILE", help="where to write it")
    printing.add_argument("--lang", choices=["en", "nl"], help="the language on the page")
    printing.add_argument(
        "--paper", choices=["a4", "a3", "a2"], help="default: a4; a3 for a poster"
    )
    printing.add_argument("--poster", action="store_true", help="large, to hang on a wall")
    printing.add_argument("--view", choices=["six", "seven"],
                          help="maps in six regions or in seven (default: six)")  # fmt: skip
    printing.add_argument("--before", type=Path, metavar="FILE",
                          help="an earlier version of the map, to print what has changed since")  # fmt: skip
    printing.add_argument(
        "--side-by-side", action="store_true", help="maps or personas beside each other"
    )
    printing.add_argument("--step", metavar="ID", help="only the map or sheet of this step")
    _add_exercises(printing)
    printing.set_defaults(run=_print, kept="Nothing is lost; run it again to print.")

    _add_guide(
        commands.add_parser(
            "guide", help="write the trainer's guide of an exercise, or its sheets for paper"
        )
    )
    return parser


def _add_guide(guide: argparse.ArgumentParser) -> None:
    guide.add_argument("exercise", metavar="ID", help="the exercise, such as well")
    guide.add_argument("--sheets", action="store_true", help="for learners: the workbook on paper")
    guide.add_argument(
        "--lang", choices=["en", "nl"], default="en", help="the language (default: en)"
    )
    guide.add_argument("--to", choices=["html", "pdf", "md"], default="html",
                       help="the kind of file (default: html)")  # fmt: skip
    guide.add_argument("--out", type=Path, metavar="FILE", help="where to write it")
    _add_exercises(guide)
    guide.set_defaults(run=_guide, kept="Nothing is lost; run it again to write the file.")


def _add_exercises(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--exercises", type=Path, metavar="DIR", help="a folder with your own exercises"
    )
