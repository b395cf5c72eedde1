"""Papers of the branches' work (文书): blank forms, what is needed for a meeting, minutes, returns, the sheet of a handover."""
