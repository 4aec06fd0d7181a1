"""Tests of the metrics: on made-up rows and on the sample municipality."""
