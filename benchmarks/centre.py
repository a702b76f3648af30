"""The centre's own command line (`python -m benchmarks.centre …`) with the workload's record type declared."""

from __future__ import annotations

from benchmarks import declare

if __name__ == "__main__":
    declare()
    from icjims_sync_server.cli.main import main

    raise SystemExit(main())
