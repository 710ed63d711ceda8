"""The work on single articles: alike in this process, in others beside it, and on other machines."""
