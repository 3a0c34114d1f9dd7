import errno

import pytest
from faulty import Faulty

from dp_facilitator.store.errors import StoreError
from dp_facilitator.store.looking import is_folder, is_there


def test_what_is_there_and_what_is_not(tmp_path):
    file = tmp_path / "file"
    file.write_text("")
    (tmp_path / "nowhere").symlink_to(tmp_path / "none")
    assert [is_there(path) for path in (tmp_path, file, tmp_path / "nowhere")] == [True] * 3
    absent = [tmp_path / "none", file / "x", tmp_path / ("x" * 300), tmp_path / "\0"]
    assert [is_there(path) for path in absent] == [False] * 4
    assert [is_folder(path) for path in (tmp_path, file, tmp_path / "nowhere", *absent)] == [True] + [False] * 6


@pytest.mark.parametrize("look", [is_there, is_folder])
def test_where_one_may_not_look_that_is_said(look, tmp_path):
    with pytest.raises(StoreError, match="cannot be looked at: permission was refused") as refused:
        look(tmp_path, disk=Faulty(0, errno.EACCES, calls=("stat", "lstat")))
    assert refused.value.file == str(tmp_path)
