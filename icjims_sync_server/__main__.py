"""`python -m icjims_sync_server`: the same as `icjims-server`."""

from __future__ import annotations

from icjims_sync_server.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
