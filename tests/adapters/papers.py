"""Makes small Word, OpenDocument and PDF files for tests, byte by byte, so that no library tests itself."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
T = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
O = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"  # noqa: E741


def zipped(files: dict[str, str]) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def docx(paragraphs: Sequence[tuple[str, str]]) -> bytes:
    """A Word file of paragraphs, each with a style: "" for none, "list" for a numbered one, else the style's id."""
    body = ""
    for style, text in paragraphs:
        head = f'<w:pStyle w:val="{style}"/>' if style not in ("", "list") else ""
        head += '<w:numPr><w:ilvl w:val="0"/></w:numPr>' if style == "list" else ""
        runs = "".join(f"<w:r><w:t>{escape(run)}</w:t></w:r>" for run in (text[:5], text[5:]))
        body += f"<w:p><w:pPr>{head}</w:pPr>{runs}</w:p>"
    styles = '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    return zipped(
        {
            "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
            "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
        }
    )


def odt(heading: str, points: Sequence[str]) -> bytes:
    """An OpenDocument text: a heading and a list."""
    items = "".join(f"<t:list-item><t:p>{escape(p)}</t:p></t:list-item>" for p in points)
    head = f'<t:h t:outline-level="1">{escape(heading)}</t:h>'
    xml = f'<o:doc xmlns:o="{O}" xmlns:t="{T}">{head}<t:list>{items}</t:list></o:doc>'
    return zipped({"content.xml": xml})


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF of lines of ASCII text, page by page."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        shown = "".join(f"({x.replace('(', '').replace(')', '')}) Tj 0 -14 Td\n" for x in lines)
        stream = f"BT /F1 11 Tf 50 780 Td\n{shown}ET" if lines else ""
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        font = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {font} /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    out += f"<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("ascii")
