"""考核验收 and selection, in the restricted edition only: steps, review books, draws, nominations.  Nothing is summed or ranked."""
