"""The ``acuerdo`` command: a group that imports a command only when it is called."""

from importlib import import_module
from importlib.metadata import version

import click

COMMANDS = (
    "audit", "backup", "calibrate", "demo", "doctor", "drills", "export", "people", "person", "play", "read", "rescore",
    "restore", "rubrics", "run", "scenarios", "score", "tidy", "xapi",
)  # fmt: skip


class Lazy(click.Group):
    """Knows its commands by name; each stands in ``simulator.commands`` in a file of that name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; ``None`` for a name that is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"simulator.commands.{cmd_name}"), cmd_name)
        return command


@click.command(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("acuerdo"), prog_name="acuerdo")
def main() -> None:
    """Acuerdo: practise difficult collection calls, offline."""


if __name__ == "__main__":
    main()
