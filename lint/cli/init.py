"""``copydesk init``: the files that a publication starts with, never over existing ones."""

from pathlib import Path

import click

from lint.finding import CopydeskError

FOLDERS = ("articles", "content", "_posts", "posts", "docs")
TEMPLATE = "article-template.md"
GENERATORS = {
    "hugo": ("hugo.toml", "hugo.yaml", "config.toml"),
    "jekyll": ("_config.yml",),
    "docusaurus": ("docusaurus.config.js", "docusaurus.config.ts"),
    "mkdocs": ("mkdocs.yml",),
    "eleventy": ("eleventy.config.js", "eleventy.config.mjs", ".eleventy.js"),
    "quarto": ("_quarto.yml",),
}


@click.command(short_help="Set up a publication: configuration, people file, template.")
@click.argument("folder", type=click.Path(path_type=Path), default=".")
def command(folder: Path) -> None:
    """Write copydesk.toml, people.yaml and article-template.md into FOLDER.

    A file that is there already is kept as it is.
    """
    from lint.templates import fill, template

    articles = next((name for name in FOLDERS if (folder / name).is_dir()), FOLDERS[0])
    preset = next(
        (name for name, signs in GENERATORS.items() if any((folder / sign).is_file() for sign in signs)), None
    )
    settings = {
        "include": f'"{articles}"',
        "folder": articles,
        "preset": f'preset = "{preset}"' if preset else '# preset = "hugo"',
    }
    _make(folder / articles)
    if _is_set_up(folder):
        click.echo("kept   pyproject.toml, whose [tool.copydesk] holds your settings: no copydesk.toml")
    else:
        _write(folder / "copydesk.toml", fill(template("copydesk.toml"), settings))
    _write(folder / "people.yaml", template("people.yaml"))
    _write(folder / TEMPLATE, template("article.md"))
    click.echo(
        "\nNext: put your own people into people.yaml, start an article with\n"
        "`copydesk new TITLE`, and check what you have with `copydesk check`."
    )


def _is_set_up(folder: Path) -> bool:
    from lint.config.find import find

    source, _ = find(folder.absolute())
    return source is not None and source == folder.absolute() / "pyproject.toml"


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CopydeskError(f"{folder}: this folder cannot be made ({(error.strerror or '').lower()})") from None


def _write(path: Path, text: str) -> None:
    """A new file; what stands there already stays."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        click.echo(f"kept   {path} (it was there already)")
    except OSError as error:
        raise CopydeskError(f"{path}: this file cannot be written ({(error.strerror or '').lower()})") from None
    else:
        click.echo(f"wrote  {path}")
