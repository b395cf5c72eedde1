"""What the plugin adds to MkDocs' own configuration: our theme, and what every page says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.build.edition import Edition
from generator.build.program import PACKAGE
from generator.model.record import Audience
from generator.plugin import exact
from generator.plugin.nav import further_sets, with_handbook
from generator.present.kit.urls import COMMITTEES, SHOWCASES

THEME = PACKAGE / "theme"
"""Our theme, over Material's."""

_NOTICES = {
    Audience.PUBLIC: "",
    Audience.INTERNAL: "限党内使用，不放到公开的网站上",
    Audience.RESTRICTED: "限专人使用，不上网",
}


def dress(config: MkDocsConfig, edition: Edition) -> None:
    """Our theme over Material's, what every page says of its edition, and the records as something to watch."""
    settings = edition.survey.settings
    config.nav = with_handbook(config.nav, edition.site.default.aspects, further_sets(edition.site))
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
    config.extra["zhibu"] = {
        "audience": settings.audience.value,
        "edition": edition.site.edition,
        "institution": edition.site.institution.name,
        "notice": _NOTICES[settings.audience],
    }
    config.watch.append(str(settings.records))
    config.markdown_extensions.append(exact.NAME)


def light_tab(page: Page, nav: Navigation, tabs: Mapping[str, str]) -> None:
    """Light the tab that a page outside the navigation belongs under: `tabs` names the page of it, by placeholder.

    Until `leave_section` it stands there itself, so that the drawer of a phone holds its contents.
    """
    if page.parent is None and not page.is_homepage:
        home = tabs.get(page.url, SHOWCASES if page.url.startswith(SHOWCASES) else COMMITTEES)
        page.parent = next((each.parent for each in nav.pages if each.url == home), None)
        page.active = True
        if page.parent is not None:
            page.parent.children.append(page)


def leave_section(page: Page, nav: Iterable[Page]) -> None:
    """Take a page that is not one of `nav` out of the section in which it was shown."""
    if page.parent is not None and page not in nav:
        page.parent.children.remove(page)


def base_path(config: MkDocsConfig) -> str:
    """The path at which the site stands on its server."""
    return "/" + (config.site_url or "").partition("//")[2].partition("/")[2]
