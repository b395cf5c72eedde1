"""The whole site as one zip: the button that offers it, and the page in it that opens it."""

from __future__ import annotations

from generator.model.placeholders import Slot
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext
from generator.present.kit.templates import render
from generator.present.kit.urls import SITE_PACKAGE, START_SCRIPT, file_path, url

START_FILE = "打开手册.html"
"""What a reader opens once the zip is unpacked."""


def start_page(site: Site, folder: str) -> str:
    """The page beside the `folder` of the site.

    A zip that was not unpacked has no script to go on with, so its reader stays here and is told what to do.
    """
    target, script = f"{folder}{file_path('')}", f"{folder}{START_SCRIPT}"
    return render("prose_pages/start_page", site=site, target=target, script=script)


def _offer(at: SlotContext) -> str:
    """The button, where the edition has such a zip."""
    return render("prose_pages/site_package", target=url(at.path, SITE_PACKAGE) if at.site.site_package else "")


SLOTS = {Slot.SITE_PACKAGE: _offer}
