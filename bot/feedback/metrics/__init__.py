"""Counts for Prometheus, of the service and of the worker: the one place that imports its library."""
