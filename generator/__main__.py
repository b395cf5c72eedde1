"""`python -m generator` is the command `zhibu`."""

from generator.cli import main

main()
