"""Defects of the program: told with their place in the code, never with the values that they met."""

import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

Tell = Callable[[str], None]


def place_of(error: BaseException) -> str:
    """`ValueError · ui/cases/view.py:120`: kind and place of a defect; its message may hold data and is left out."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return type(error).__name__
    last = frames[-1]
    file = last.filename.replace("\\", "/").partition("icjims_desktop/")[2] or last.filename.rpartition("/")[2]
    return f"{type(error).__name__} · {file}:{last.lineno}"


def write_places(error: BaseException) -> None:
    """The way to the defect on standard error, frame by frame, without messages and values; a window may have none."""
    if sys.stderr is None:
        return
    for frame in traceback.extract_tb(error.__traceback__):
        sys.stderr.write(f"  {frame.filename}:{frame.lineno} {frame.name}\n")
    sys.stderr.write(f"{place_of(error)}\n")


def watch(tell: Tell) -> None:
    """Hear of every defect that nobody catches, on any thread; `tell` gets its place, on the thread it happened.

    One in a finaliser, which Python itself would print with the object and the message, is written and not told.
    """

    def met(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            raise SystemExit(130)
        write_places(error)
        tell(place_of(error))

    def met_on_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            write_places(args.exc_value)
            tell(place_of(args.exc_value))

    def met_at_the_end(args: "sys.UnraisableHookArgs") -> None:
        if args.exc_value is not None:
            write_places(args.exc_value)

    sys.excepthook = met
    sys.unraisablehook = met_at_the_end
    threading.excepthook = met_on_thread
