"""GitHub's own description of its API (from npm), and the calls and answers that are held against it."""
