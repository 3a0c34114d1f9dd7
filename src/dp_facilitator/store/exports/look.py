"""The look of a hand-out: warm paper on a screen, plain and dark enough in print."""

STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { font-size: 12pt; background: #F5EFE3; color: #101820; }
body { margin: 0 auto; max-width: 52rem; padding: 2rem 1.5rem 3rem; text-align: left; line-height: 1.5;
  font-family: "Atkinson Hyperlegible Next", Verdana, "Segoe UI", Arial, sans-serif; }
h1, h2, h3, p, ul, ol, dl, dd { margin: 0; overflow-wrap: anywhere; }
h1 { font-size: 2rem; line-height: 1.2; }
h2 { font-size: 1.3rem; line-height: 1.3; margin-bottom: .75rem; }
h3 { font-size: 1.05rem; margin: 1rem 0 .5rem; }
h2 + h3, .columns h3 { margin-top: 0; }
.muted { color: #55606C; }
section { background: #FFFBF4; border: 1px solid #E2D9C8; border-radius: 12px; padding: 1.25rem;
  margin-top: 1rem; }
.columns { display: grid; gap: 1.25rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); }
dt { font-weight: 700; margin-top: .75rem; }
dl > div:first-child dt { margin-top: 0; }
.criteria { display: grid; gap: .75rem; list-style: none; padding: 0; margin-top: 1rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); }
.criteria li { background: #F5EFE3; border-radius: 10px; padding: .6rem .9rem; }
.criteria b { display: block; color: #0052B0; }
.notes { list-style: none; padding: 0; }
.notes li { border-left: 4px solid #C9DDF3; padding-left: .9rem; margin-top: .75rem; white-space: pre-wrap;
  overflow-wrap: anywhere; }
.notes li:first-child { margin-top: 0; }
.from { font-weight: 600; color: #55606C; margin: .9rem 0 .5rem; }
h3 + .from { margin-top: 0; }
.change { background: #E6F1EA; border: 2px solid #1E6B4A; }
.change p { font-size: 1.15rem; font-weight: 600; white-space: pre-wrap; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 700; padding-bottom: .5rem; }
table + table { margin-top: 1.5rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-top: 1px solid #E2D9C8;
  font-variant-numeric: tabular-nums; }
tbody th { font-weight: 400; }
.bar { display: block; width: 8rem; height: 1rem; margin-top: .3rem; }
footer { margin-top: 1.5rem; color: #55606C; }
@media (max-width: 34rem) { body { padding: 1rem; } .bar { width: 4.5rem; } }
@page { margin: 18mm 18mm 22mm; @bottom-left { content: "%PERSONAL%";
  font: 12pt Verdana, Arial, sans-serif; } @bottom-right { content: counter(page) " / " counter(pages);
  font: 12pt Verdana, Arial, sans-serif; } }
@media print {
  html { background: #FFFFFF; }
  body { max-width: none; padding: 0; }
  section { background: none; border-color: #877B63; padding: 1rem; }
  h2, h3, .from { break-after: avoid; }
  .notes li, .criteria li, tr, .change { break-inside: avoid; }
  .criteria li { background: none; border: 1px solid #877B63; }
  .muted, .from, footer { color: #101820; }
}
"""


def style(personal: str) -> str:
    """The style sheet, with what stands at the foot of each printed page."""
    return STYLE.replace("%PERSONAL%", personal.translate({ord(sign): f"\\{ord(sign):x} " for sign in '<>"\\\n'}))
