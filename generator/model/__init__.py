"""What things are: organisation, records, standards, periods, findings, problems, pages.

Frozen values only.  Nothing here reads a file, a clock or the environment, and nothing here imports another room.
"""
