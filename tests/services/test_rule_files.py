"""Every file of rules that a window asks for is read before its threads begin."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import icjims_core

_SCRIPT = """
import icjims_core.law.rule_data as data
from icjims_core import law
read = []
own = data.msgspec.convert
def convert(obj, shape, **more):
    read.append(shape.__module__)
    return own(obj, shape, **more)
data.msgspec.convert = convert
from icjims_desktop.services.law.rule_files import read_all
read_all()
print(" ".join(sorted({each.removeprefix("icjims_core.") for each in read})))
"""
SELDOM = {"data_protection.notice"}
"""Read by one thread, when somebody asks for a page that few ask for."""


def test_no_shape_is_left_to_be_converted_by_two_threads_at_once() -> None:
    told = subprocess.run([sys.executable, "-c", _SCRIPT], capture_output=True, text=True, check=True).stdout.split()
    core = Path(icjims_core.__file__).parent
    modules = {
        ".".join(path.relative_to(core).with_suffix("").parts)
        for path in core.rglob("*.py")
        if re.search(r"read_rules\(\"icjims_core|read_rules\(__package__", path.read_text(encoding="utf-8"))
    }
    assert len(modules) > 9
    assert modules - SELDOM <= set(told)
