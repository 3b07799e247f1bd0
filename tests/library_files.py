"""Small documents of every kind, made for the tests: what they say is written in the call."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pikepdf
from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from congress_desk.plumbing.resources import resource

FONT = "TestTinos"


def a_pdf(path: Path, texts: Sequence[str] = ("Báo cáo chính trị",), *, size: tuple[int, int] = (595, 842)) -> Path:
    """One page a text; a text may have several lines."""
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, str(resource("fonts", "Tinos-Regular.ttf"))))
    canvas = Canvas(str(path), pagesize=size, invariant=1)
    for text in texts:
        for number, line in enumerate(text.split("\n")):
            canvas.setFont(FONT, 14)
            canvas.drawString(72, size[1] - 100 - number * 20, line)
        canvas.showPage()
    canvas.save()
    return path


def a_heavy_pdf(path: Path, size: int) -> Path:
    """A sound PDF of one page and `size` bytes, give or take a hundred."""
    a_pdf(path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        filler = bytes(n * 7919 % 251 for n in range(size - path.stat().st_size - 100))
        pdf.Root["/Filler"] = pdf.make_stream(filler)
        pdf.save(path, compress_streams=False)
    return path


def an_active_pdf(path: Path) -> Path:
    """A PDF that runs a script when it is opened, sends a form, launches a program and carries a file."""
    a_pdf(path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('boo')")
        pdf.Root["/OpenAction"] = script
        names = pikepdf.Dictionary(Names=pikepdf.Array(["x", script]))
        pdf.Root["/Names"] = pikepdf.Dictionary(JavaScript=names)
        launch = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Link,
            Rect=[0, 0, 9, 9],
            A=pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe"),
        )
        pdf.pages[0]["/Annots"] = pikepdf.Array([pdf.make_indirect(launch)])
        submit = pikepdf.Dictionary(S=pikepdf.Name.SubmitForm, F="http://elsewhere.example")
        chain = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="http://hall.example", Next=pikepdf.Array([submit]))
        mark = pdf.make_indirect(pikepdf.Dictionary(Title="x", A=script, Next=pdf.make_indirect(chain)))
        pdf.Root["/Outlines"] = pdf.make_indirect(pikepdf.Dictionary(First=mark, Last=mark, Count=1))
        pdf.pages[0]["/AA"] = pikepdf.Dictionary(O=script)
        pdf.attachments["evil.exe"] = b"MZ"
        pdf.save(path)
    return path


def a_locked_pdf(path: Path) -> Path:
    a_pdf(path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="a", user="b"))
    return path


def a_docx(path: Path, text: str = "Dự thảo nghị quyết", *, extra: str = "") -> Path:
    body = f'<w:document xmlns:w="w"><w:body><w:p><w:t>{text}</w:t></w:p></w:body></w:document>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", body)
        if extra:
            archive.writestr(extra, b"x")
    return path


def a_picture(path: Path, kind: str = "PNG") -> Path:
    target = io.BytesIO()
    Image.new("RGB", (60, 40), (200, 30, 30)).save(target, kind)
    path.write_bytes(target.getvalue())
    return path


def a_clip(path: Path) -> Path:
    path.write_bytes(b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + b"\x00" * 64)
    return path
