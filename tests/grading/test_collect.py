"""Finding hand-ins in files, folders and zips."""

from __future__ import annotations

import os
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from empathy_widgets.errors import NothingToGradeError
from empathy_widgets.grading import collect as room
from empathy_widgets.grading.collect import collect

if TYPE_CHECKING:
    from pathlib import Path

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes as POSIX has them")


def zipped(path: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def test_a_folder_gives_its_notebooks_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.ipynb", "A/c.IPYNB", "notes.txt", "a.ipynb"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())

    found = list(collect(tmp_path))

    assert [one.name for one in found] == ["a.ipynb", "b.ipynb", "A/c.IPYNB"]
    assert found[0].data == b"a.ipynb"


def test_what_jupyter_and_macos_leave_behind_is_no_hand_in(tmp_path: Path) -> None:
    for name in (".ipynb_checkpoints/a.ipynb", "__MACOSX/a.ipynb", "._a.ipynb"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"{}")

    assert list(collect(tmp_path)) == []


def test_the_folder_of_the_results_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "graded").mkdir()
    (tmp_path / "graded" / "a.ipynb").write_bytes(b"{}")

    assert list(collect(tmp_path, leave_out=tmp_path / "graded")) == []


def test_a_zip_is_read_without_unpacking_it(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "all.zip", **{"b/one.ipynb": b"1", "a.ipynb": b"2", "readme.txt": b"3"}
    )

    found = [(one.name, one.data) for one in collect(path)]

    assert found == [("all.zip/a.ipynb", b"2"), ("all.zip/b/one.ipynb", b"1")]
    assert list(tmp_path.iterdir()) == [path]


def test_zips_in_a_folder_are_looked_into(tmp_path: Path) -> None:
    zipped(tmp_path / "anna.zip", **{"well.ipynb": b"1"})

    assert [one.name for one in collect(tmp_path)] == ["anna.zip/well.ipynb"]


def test_a_name_that_climbs_out_of_a_zip_is_only_a_name(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "in.zip",
        **{"../../evil.ipynb": b"1", "/etc/x.ipynb": b"2", "C:\\x\\y.ipynb": b"3"},
    )

    assert sorted(one.data for one in collect(path)) == [b"1", b"2", b"3"]
    assert list(tmp_path.parent.rglob("evil.ipynb")) == []


def test_names_are_shown_without_signs_that_play_tricks(tmp_path: Path) -> None:
    path = zipped(tmp_path / "in.zip", **{"a\nb\u202e.ipynb": b"1", "x" * 400 + ".ipynb": b"2"})

    for one in collect(path):
        assert one.name.isprintable()
        assert len(one.name) <= room.MAX_NAME + 1


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "large.ipynb"
    with path.open("wb") as file:
        file.truncate(room.MAX_BYTES + 1)
    path.chmod(0o000)

    (found,) = collect(path)

    assert (found.trouble, found.data) == ("too_large", b"")


def test_a_zip_bomb_is_not_blown_up(tmp_path: Path) -> None:
    path = zipped(tmp_path / "bomb.zip", **{"bomb.ipynb": b" " * (room.MAX_BYTES + 1)})
    assert path.stat().st_size < 20_000

    (found,) = collect(path)

    assert found.trouble == "too_large"


def test_a_zip_that_lies_about_sizes_is_read_no_further_than_allowed(tmp_path: Path) -> None:
    path = zipped(tmp_path / "liar.zip", **{"liar.ipynb": b" " * (room.MAX_BYTES + 1)})
    real = (room.MAX_BYTES + 1).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(real, (10).to_bytes(4, "little")))

    (found,) = collect(path)

    assert found.trouble == "unreadable" or len(found.data) <= 10


def test_a_zip_gives_no_more_than_its_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MAX_UNPACKED", 10)
    path = zipped(tmp_path / "in.zip", **{f"{n}.ipynb": b"x" * 8 for n in range(4)})

    assert [one.trouble for one in collect(path)] == ["", "", "refused", "refused"]


def test_a_zip_with_too_many_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MAX_IN_ZIP", 3)
    path = zipped(tmp_path / "in.zip", **{f"{n}.ipynb": b"" for n in range(4)})

    assert [one.trouble for one in collect(path)] == ["refused"]


def test_a_zip_within_a_zip_is_told_and_not_opened(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", **{"a.ipynb": b"1"}).read_bytes()
    path = zipped(tmp_path / "outer.zip", **{"inner.zip": inner})

    assert [(one.name, one.trouble) for one in collect(path)] == [
        ("outer.zip/inner.zip", "refused")
    ]


@pytest.mark.parametrize("defect", ["cut-off", "no-zip", "one-bad-entry"])
def test_a_damaged_zip_is_unreadable(tmp_path: Path, defect: str) -> None:
    path = zipped(tmp_path / "in.zip", **{"a.ipynb": os.urandom(2_000)})
    data = bytearray(path.read_bytes())
    if defect == "cut-off":
        data = data[: len(data) // 2]
    elif defect == "no-zip":
        data = bytearray(b"not a zip")
    else:
        data[100] ^= 0xFF
    path.write_bytes(data)

    assert [one.trouble for one in collect(path)] == ["unreadable"]


@posix
def test_links_and_pipes_are_refused_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link.ipynb").symlink_to(tmp_path / "secret")
    (tmp_path / "in" / "folder").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "in" / "pipe.ipynb")

    found = list(collect(tmp_path / "in"))

    assert [(one.name, one.trouble) for one in found] == [
        ("link.ipynb", "refused"),
        ("pipe.ipynb", "refused"),
    ]


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.ipynb").write_bytes(b"{}")
    (tmp_path / "a.ipynb").chmod(0o000)

    assert [one.trouble for one in collect(tmp_path)] == ["unreadable"]


def test_a_place_where_nothing_is_says_so(tmp_path: Path) -> None:
    with pytest.raises(NothingToGradeError, match=r"no hand-ins in .*nowhere"):
        list(collect(tmp_path / "nowhere"))
