"""What we know and decide: rules, metrics, charts, views and the words for them."""
