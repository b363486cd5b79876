"""Words behind the text of every page, as Word itself writes them: a shape in the header.

Its words are no text of the page. Word, WPS and LibreOffice show it; Word takes it out at
«Remove Watermark», which goes by the shape's name.
"""

from perfspec.render.docx.writing import xmltext
from perfspec.render.docx.writing.xmltext import quoted

_VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
# The names of what a header may hold.
SPACES = f"{xmltext.SPACES} {_VML}"
# The shape 136 of Word: words along a straight line, drawn out to its box.
_KIND = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
    '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
    '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" '
    'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
    '<v:textpath on="t" fitshape="t"/></v:shapetype>'
)
_WIDTH = 300  # points: two thirds of the type area
_COLOUR = "#f8dfdf"


def shape(words: str, number: int) -> str:
    """Return a run with nothing but the watermark; `number` tells those of a document apart."""
    height = min(_WIDTH // max(len(words), 1), _WIDTH // 2)
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{_WIDTH}pt;height:{height}pt;"
        "rotation:325;z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        "mso-position-vertical-relative:margin"
    )
    return (
        f"<w:r><w:pict>{_KIND}"
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{1024 + number}" '
        f'type="#_x0000_t136" style="{style}" o:allowincell="f" fillcolor="{_COLOUR}" '
        'stroked="f"><v:textpath style="font-family:&quot;黑体&quot;;font-size:1pt" '
        f'string="{quoted(words)}"/></v:shape></w:pict></w:r>'
    )
