"""A worker's process, as the command line starts it, from a server that has imported its libraries already."""

import os
import sys
from multiprocessing import get_context
from multiprocessing.process import BaseProcess

from bot.cli import main

CONTEXT = get_context("forkserver")
CONTEXT.set_forkserver_preload([__name__, "bot.cli.worker", "bot.feedback.worker.loop", "bot.github.issues"])


def started(arguments: tuple[str, ...], surroundings: dict[str, str]) -> BaseProcess:
    """A new process of its own: what kills it kills nothing else."""
    process = CONTEXT.Process(target=_run, args=(arguments, surroundings))
    process.start()
    return process


def _run(arguments: tuple[str, ...], surroundings: dict[str, str]) -> None:
    os.environ.update(surroundings)
    sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115 - until the process ends
    main(arguments, prog_name="copydesk-bot")
