"""What an audience may see: approvals, withheld words, and the gate over finished files."""
