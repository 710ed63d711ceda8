"""Real git repositories for tests."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

WHEN = {"GIT_AUTHOR_DATE": "2026-05-26T09:00:00Z", "GIT_COMMITTER_DATE": "2026-05-26T09:00:00Z"}


class Repository:
    """A repository in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        import os

        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, check=True, capture_output=True, env={**os.environ, **WHEN}
        )
        return done.stdout.decode("utf-8", "surrogateescape").strip()

    def commit(self, files: Mapping[str, str | bytes | None]) -> str:
        """A commit of these files; None removes one."""
        for name, content in files.items():
            path = self.folder / name
            if content is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        self.git("add", "--all", "--force")
        self.git("commit", "--quiet", "--allow-empty", "--message", "Example")
        return self.git("rev-parse", "HEAD")
