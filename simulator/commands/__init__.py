"""The commands of ``acuerdo``: one file, one command."""
