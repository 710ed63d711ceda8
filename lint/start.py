"""The start of the ``copydesk`` command: a check in which nothing has changed is answered before anything is loaded."""

import os
import sys


def main() -> None:
    """What the ``copydesk`` script calls."""
    asked = None
    if sys.argv[1:2] == ["check"] and sys.stdout is not None and sys.stderr is not None:
        from lint.cache.record import nearest, question, recall

        asked = question(sys.argv[1:])
        folder = nearest(os.getcwd())
        again = recall(folder, asked) if folder else None
        if again is not None:
            sys.exit(_say(*again))
    from lint.cli import main as command

    command(obj=asked)


def _say(code: int, said: list[tuple[bool, str]]) -> int:
    """Says it again; the exit code."""
    try:
        for aside, text in said:
            stream = sys.stderr if aside else sys.stdout
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
            stream.write(text)
            stream.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing is left to be flushed at the end
        if isinstance(error, BrokenPipeError):
            return 1
        sys.stderr.write(f"copydesk: the output: {(error.strerror or str(error)).lower()}\n")
        return 2
    return code


if __name__ == "__main__":
    main()
