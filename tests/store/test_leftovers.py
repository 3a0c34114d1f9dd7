import os
import stat

import pytest
from faulty import Faulty

from dp_facilitator.store.leftovers import AGE_S, sweep, tidy

NOW = 1_800_000_000.0
LEFT = ".dp-0123456789ab.tmp"


def put(folder, name, age_s=AGE_S + 1):
    folder.mkdir(exist_ok=True, parents=True)
    (folder / name).write_bytes(b"half")
    os.utime(folder / name, (NOW - age_s, NOW - age_s))


def test_what_a_cut_short_write_left_goes(tmp_path):
    put(tmp_path, LEFT)
    put(tmp_path, ".dp-ffffffffffff.tmp")
    assert sweep(tmp_path, NOW) == 2
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    "name",
    ["journal.jsonl", ".dp-0123456789ab.tmp.bak", ".dp-0123456789AB.tmp", "dp-0123456789ab.tmp", ".dp-012345678.tmp"],
)
def test_what_has_another_name_stays(tmp_path, name):
    put(tmp_path, name)
    assert sweep(tmp_path, NOW) == 0
    assert os.listdir(tmp_path) == [name]


@pytest.mark.parametrize("age_s", [0, AGE_S, -3600])
def test_what_may_still_be_written_stays(tmp_path, age_s):
    put(tmp_path, LEFT, age_s)
    assert sweep(tmp_path, NOW) == 0
    assert (tmp_path / LEFT).exists()


def test_what_is_no_plain_file_stays(tmp_path):
    put(tmp_path / "elsewhere", "kept")
    (tmp_path / LEFT).symlink_to(tmp_path / "elsewhere" / "kept")
    (tmp_path / ".dp-ffffffffffff.tmp").mkdir()
    assert sweep(tmp_path, NOW + 1e9) == 0
    assert len(os.listdir(tmp_path)) == 3


class _Anothers(Faulty):
    """A disk on which every file belongs to somebody else."""

    def lstat(self, path):
        found = list(super().lstat(path))
        found[stat.ST_UID] += 1
        return os.stat_result(found)


def test_what_belongs_to_another_stays(tmp_path):
    put(tmp_path, LEFT)
    assert sweep(tmp_path, NOW, _Anothers()) == 0
    assert (tmp_path / LEFT).exists()


@pytest.mark.parametrize("call", ["names", "lstat", "unlink"])
def test_a_disk_that_fails_is_no_harm(tmp_path, call):
    put(tmp_path, LEFT)
    assert sweep(tmp_path, NOW, Faulty(0, 5, calls=(call,))) == 0
    assert (tmp_path / LEFT).exists()


def test_all_own_folders_are_tidied_one_at_a_time(tmp_path):
    data, sessions = tmp_path / "data", tmp_path / "data" / "sessions"
    for folder in (data, data / "plans", sessions / "one", sessions / "two", sessions / ".deleting-three"):
        put(folder, LEFT)
    put(tmp_path / "elsewhere", LEFT)
    (sessions / "link").symlink_to(tmp_path / "elsewhere")
    steps = sum(1 for _ in tidy(data, data / "plans", sessions, NOW))
    assert steps == 5
    assert [path.parent for path in tmp_path.rglob(LEFT)] == [tmp_path / "elsewhere"]
    assert not (sessions / ".deleting-three").exists()


def test_where_there_is_nothing_there_is_nothing_to_tidy(tmp_path):
    assert sum(1 for _ in tidy(tmp_path / "a", tmp_path / "b", tmp_path / "c", NOW)) == 3
