"""Chart → drawings: static SVG for paper and page, Plotly for the screen on request."""
