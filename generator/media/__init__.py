"""Photos and other pictures, re-encoded for the site."""
