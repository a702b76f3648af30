"""No module of the product leads back to itself by its imports: each can be read, and changed, from the bottom up."""

from __future__ import annotations

from graphlib import TopologicalSorter

import grimp


def test_no_imports_run_in_a_circle() -> None:
    graph = grimp.build_graph("icjims_core", "icjims_desktop", "icjims_sync_server")
    imports = {each: graph.find_modules_directly_imported_by(each) for each in graph.modules}
    assert len(imports) > 500
    TopologicalSorter(imports).prepare()
