"""Makes the bundled fonts in assets/fonts from the two npm packages they come from.

For developers only. Needs npm, fontTools and brotli (`pip install fonttools brotli`):

    npm pack @fontsource/atkinson-hyperlegible-next@5.3.0 @fontsource/inter@5.3.0
    python scripts/fonts.py FOLDER_WITH_THE_TWO_TGZ_FILES

Each weight comes as one woff2 file for "latin" and one for "latin-ext". Qt wants one TrueType file a weight,
so the two are merged. Neither licence reserves a font name, so a merged file may keep the family's name.
"""

import argparse
import io
import sys
import tarfile
import tempfile
from pathlib import Path

from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont

OUT = Path(__file__).resolve().parents[1] / "assets" / "fonts"

# npm package, family name, file stem, whether to bake tabular digits in
ATKINSON = ("atkinson-hyperlegible-next", "Atkinson Hyperlegible Next", "AtkinsonHyperlegibleNext", False)
INTER = ("inter", "Inter", "Inter", True)
FACES = (
    (ATKINSON, 400, "Regular"),
    (ATKINSON, 600, "SemiBold"),
    (ATKINSON, 700, "Bold"),
    (INTER, 700, "Bold"),
)
MUST_HAVE = "0123456789:+-éłőß…“”‘’–—×−•·"

# The numbers of the name records that are set.
FAMILY, STYLE, UNIQUE, FULL, POSTSCRIPT, TYPO_FAMILY, TYPO_STYLE = 1, 2, 3, 4, 6, 16, 17
LICENCE, LICENCE_URL = 13, 14


def read_package(folder: Path, name: str) -> tuple[str, dict[str, bytes]]:
    """The version of an npm package file in `folder`, and its files by path."""
    found = sorted(folder.glob(f"fontsource-{name}-[0-9]*.tgz"))
    if not found:
        sys.exit(f"There is no fontsource-{name}-*.tgz in {folder}. Fetch it with: npm pack @fontsource/{name}")
    archive = found[-1]
    version = archive.stem.removeprefix(f"fontsource-{name}-")
    with tarfile.open(archive) as tar:
        files = {m.name.removeprefix("package/"): tar.extractfile(m).read() for m in tar if m.isfile()}
    return version, files


def merge(subsets: list[bytes]) -> TTFont:
    """One TrueType font with the glyphs of all the woff2 `subsets`; the first one wins a clash."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for n, blob in enumerate(subsets):
            font = TTFont(io.BytesIO(blob))
            font.flavor = None
            # STAT is about variable axes, which these static files no longer have.
            if "STAT" in font:
                del font["STAT"]
            path = Path(folder, f"{n}.ttf")
            font.save(path)
            paths.append(str(path))
        return Merger(options=Options()).merge(paths)


def bake_tabular_digits(font: TTFont) -> None:
    """Point the characters at their equal-width ('tnum') glyphs, so that a countdown does not dance."""
    swaps: dict[str, str] = {}
    gsub = font["GSUB"].table
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    swaps.update(getattr(table, "mapping", None) or table.ExtSubTable.mapping)
    for table in font["cmap"].tables:
        for code, glyph in list(table.cmap.items()):
            table.cmap[code] = swaps.get(glyph, glyph)


def name_it(font: TTFont, family: str, style: str, weight: int, stem: str, version: str) -> None:
    """Set the names so that every weight is listed under one family."""
    plain = style in ("Regular", "Bold")
    names = {
        FAMILY: family if plain else f"{family} {style}",
        STYLE: style if plain else "Regular",
        UNIQUE: f"{stem}-{style};fontsource-{version}",
        FULL: f"{family} {style}",
        POSTSCRIPT: f"{stem}-{style}",
        TYPO_FAMILY: None if plain else family,
        TYPO_STYLE: None if plain else style,
        LICENCE: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        LICENCE_URL: "https://openfontlicense.org",
    }
    table = font["name"]
    for number, text in names.items():
        table.removeNames(nameID=number)
        if text is not None:
            table.setName(text, number, 3, 1, 0x409)
    bold = weight == 700
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | (0x20 if bold else 0x40)
    font["head"].macStyle = 1 if bold else 0


def check(font: TTFont, path: Path, tabular: bool) -> None:
    """Stop with a message where a character is missing or the digits are not equally wide."""
    cmap = font.getBestCmap()
    missing = [c for c in MUST_HAVE if ord(c) not in cmap]
    if missing:
        sys.exit(f"{path.name}: no glyph for {' '.join(missing)}")
    widths = {font["hmtx"][cmap[ord(d)]][0] for d in "0123456789"}
    if tabular and len(widths) != 1:
        sys.exit(f"{path.name}: digits have {len(widths)} widths, not one")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="where the two .tgz files of npm pack are")
    folder = parser.parse_args().folder
    OUT.mkdir(parents=True, exist_ok=True)
    for (package, family, stem, tabular), weight, style in FACES:
        version, files = read_package(folder, package)
        subsets = [files[f"files/{package}-{s}-{weight}-normal.woff2"] for s in ("latin", "latin-ext")]
        font = merge(subsets)
        # The source's own dates, not today's: running this twice gives the same bytes.
        source = TTFont(io.BytesIO(subsets[0]))["head"]
        font.recalcTimestamp = False
        font["head"].created, font["head"].modified = source.created, source.modified
        if tabular:
            bake_tabular_digits(font)
        name_it(font, family, style, weight, stem, version)
        path = OUT / f"{stem}-{style}.ttf"
        check(font, path, tabular)
        font.save(path)
        (OUT / f"OFL-{package}.txt").write_bytes(files["LICENSE"])
        print(f"{path.name}: {font['maxp'].numGlyphs} glyphs, {len(font.getBestCmap())} characters")


if __name__ == "__main__":
    main()
