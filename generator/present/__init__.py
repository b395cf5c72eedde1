"""Model → pages: the only room that knows HTML and jinja2.

Everything that arrives here is already projected for its audience, so a template cannot leak what it never gets.
"""
