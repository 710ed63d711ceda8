"""GitHub's webhook: which deliveries are genuine, what each asks for, and the errands that a worker runs for them."""
