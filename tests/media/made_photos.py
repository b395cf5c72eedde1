"""Photos as cameras make them, drawn from a seed: light and shade at every scale, grain, and what else a file carries."""

from __future__ import annotations

import io
import random
import struct
from typing import Any

from PIL import Image


def scene(size: tuple[int, int], seed: int) -> Image.Image:
    """Noise in octaves, each half as strong and twice as fine: the spectrum of natural pictures, the finest of it grain."""
    rng, image = random.Random(seed), Image.new("RGB", size, (118, 118, 118))
    octave = 4
    while octave <= max(size):
        grid = (octave, max(1, octave * size[1] // size[0]))
        noise = Image.frombytes("RGB", grid, rng.randbytes(3 * grid[0] * grid[1]))
        image = Image.blend(image, noise.resize(size, Image.Resampling.BICUBIC), 0.5 if octave == 4 else 0.16)
        octave *= 3
    return image


def jpeg(image: Image.Image, **options: Any) -> bytes:
    data = io.BytesIO()
    image.save(data, "JPEG", quality=90, **options)
    return data.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """What phones write: who made the picture, where, and which side is up."""
    made = Image.Exif()
    made[0x0112], made[0x010F], made[0x013B] = orientation, "Camera", "Somebody"
    made.get_ifd(0x8825)[1] = "N"
    return made


def quarters(size: tuple[int, int] = (80, 40)) -> Image.Image:
    """Red, green, blue and grey in the four corners, by which a turn shows."""
    image, (width, height) = Image.new("RGB", size, (90, 90, 90)), size
    for colour, at in (((200, 0, 0), (0, 0)), ((0, 160, 0), (width // 2, 0)), ((0, 0, 200), (0, height // 2))):
        image.paste(colour, (*at, at[0] + width // 2, at[1] + height // 2))
    return image


def with_xmp(data: bytes, text: str) -> bytes:
    """A JPEG with an XMP segment and a comment of that text."""
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + text.encode() + b"</x:xmpmeta>"
    parts = ((0xE1, xmp), (0xFE, text.encode()))
    return data[:2] + b"".join(struct.pack(">BBH", 0xFF, kind, len(part) + 2) + part for kind, part in parts) + data[2:]
