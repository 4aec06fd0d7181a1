"""The charts, one question in each file: a frame in, a Vega-Lite dictionary out."""
