"""What a report says: danger, risk, personal data, spam; judged by its words alone."""
