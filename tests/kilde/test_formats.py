"""Word and PDF files are the same paper, and a hostile one is refused in Danish."""

from __future__ import annotations

import re
import sys
import zipfile
from pathlib import Path

import pytest

from rammevaerk.cli.main import main
from rammevaerk.diagnostics import Refused
from rammevaerk.rulefiles.kilde.reading import read_paper

OWN = Path(__file__).with_name("papirer") / "lilleby"
PAPER = OWN / "papir.txt"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def write_docx(path: Path, body: str, prefix: str = "") -> Path:
    document = f'{prefix}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", _TYPES)
        file.writestr("_rels/.rels", _RELS)
        file.writestr("word/document.xml", document)
    return path


def paragraph(text: str) -> str:
    style = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' if text.isupper() else ""
    return f'<w:p>{style}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def paragraphs() -> list[str]:
    """Each paragraph, item and heading of the paper by itself."""
    text = re.sub(r"(?<=[^\n:])\n(?![\n•])(?!LILLE|HVAD|TRE|VENNER)", " ", PAPER.read_text("utf-8"))
    return [line for line in re.sub(r"(FOR REJSER|KRAV|BYEN|EFTER) ", r"\1\n", text).splitlines() if line.strip()]


def write_pdf(path: Path, pages: list[list[str]]) -> Path:
    """A PDF of plain lines, written by hand."""
    fonts = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", fonts]
    kids = []
    for lines in pages:
        shown = b"".join(b"(" + re.sub(rb"([()\\])", rb"\\\1", line.encode("cp1252")) + b") '\n" for line in lines)
        stream = b"BT /F1 9 Tf 12 TL 40 800 Td\n" + shown + b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] /Contents %d 0 R"
        objects.append(page % len(objects) + b" /Resources << /Font << /F1 3 0 R >> >> >>")
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    path.write_bytes(out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end)
    return path


def test_a_word_file_is_the_same_paper(tmp_path: Path):
    pytest.importorskip("mammoth", reason="pakken mammoth følger med rammevaerk[kilde]")
    paper = write_docx(tmp_path / "papir.docx", "".join(map(paragraph, paragraphs())))
    assert main(["kilde", "kontrol", str(OWN), str(paper)]) == 0


def test_open_changes_are_told_and_inserted_words_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    pytest.importorskip("mammoth", reason="pakken mammoth følger med rammevaerk[kilde]")
    body = "".join(map(paragraph, paragraphs())).replace(
        "Mindst to rejser sammen",
        '</w:t></w:r><w:ins w:id="1" w:author="a"><w:r><w:t>Mindst tre rejser sammen</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="a"><w:r><w:delText>Mindst to rejser sammen</w:delText></w:r></w:del>'
        '<w:r><w:t xml:space="preserve">',
    )
    assert main(["kilde", "kontrol", str(OWN), str(write_docx(tmp_path / "papir.docx", body))]) == 1
    told = capsys.readouterr()
    assert told.err.startswith("K010")
    assert "krav.4: omformuleret" in told.out
    assert "1 steder" in told.out


@pytest.mark.parametrize("kind", ["entity", "huge", "no zip", "no document", "broken"])
def test_a_hostile_word_file_is_refused(tmp_path: Path, kind: str):
    pytest.importorskip("mammoth", reason="pakken mammoth følger med rammevaerk[kilde]")
    path = tmp_path / "papir.docx"
    match kind:
        case "entity":
            write_docx(path, "<w:p/>", '<!DOCTYPE x [<!ENTITY a "b">]>')
        case "huge":
            write_docx(path, " " * 12_000_000)
        case "no zip":
            path.write_bytes(b"\xd0\xcf\x11\xe0 gammel fil")
        case "no document":
            with zipfile.ZipFile(path, "w") as file:
                file.writestr("andet.xml", "<a/>")
        case _:
            write_docx(path, "<w:p>")
    with pytest.raises(Refused) as refused:
        read_paper(path)
    assert refused.value.diagnostics[0].code == ("K006" if kind == "huge" else "K011")


def test_a_pdf_file_is_the_same_paper(tmp_path: Path):
    pytest.importorskip("pypdf", reason="pakken pypdf følger med rammevaerk[kilde]")
    lines = PAPER.read_text("utf-8").splitlines()
    pages = [["Lilleby · rammer", *part, f"Side {number}"] for number, part in enumerate((lines[:14], lines[14:]), 1)]
    assert main(["kilde", "kontrol", str(OWN), str(write_pdf(tmp_path / "papir.pdf", pages))]) == 0


@pytest.mark.parametrize(("data", "code"), [(b"%PDF-1.4\nnej", "K011"), (b"", "K011")], ids=["cut off", "empty"])
def test_a_broken_pdf_is_refused(tmp_path: Path, data: bytes, code: str):
    pytest.importorskip("pypdf", reason="pakken pypdf følger med rammevaerk[kilde]")
    path = tmp_path / "papir.pdf"
    path.write_bytes(data)
    with pytest.raises(Refused) as refused:
        read_paper(path)
    assert refused.value.diagnostics[0].code == code


def test_a_scanned_pdf_is_told_as_such(tmp_path: Path):
    pytest.importorskip("pypdf", reason="pakken pypdf følger med rammevaerk[kilde]")
    with pytest.raises(Refused) as refused:
        read_paper(write_pdf(tmp_path / "papir.pdf", [[], []]))
    assert refused.value.diagnostics[0].code == "K007"


@pytest.mark.parametrize(("suffix", "package"), [("docx", "mammoth"), ("pdf", "pypdf")])
def test_a_missing_package_is_told_in_danish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, package: str
):
    monkeypatch.setitem(sys.modules, package, None)
    path = tmp_path / f"papir.{suffix}"
    path.write_bytes(b"x")
    with pytest.raises(Refused) as refused:
        read_paper(path)
    (fault,) = refused.value.diagnostics
    assert (fault.code, "rammevaerk[kilde]" in fault.help) == ("K005", True)


@pytest.mark.parametrize(
    ("data", "code"),
    ids=["bytes", "nul", "words", "size", "blank"],
    argvalues=[
        (b"\xff\xfe", "D002"),
        (b"a\x00b", "D003"),
        (b"x " * 200_000, "K006"),
        (b"x" * 3_000_000, "D001"),
        (b" \n", "K007"),
    ],
)
def test_hostile_text_is_refused(tmp_path: Path, data: bytes, code: str):
    path = tmp_path / "papir.txt"
    path.write_bytes(data)
    with pytest.raises(Refused) as refused:
        read_paper(path)
    assert refused.value.diagnostics[0].code == code


def test_every_code_stands_in_the_list():
    root = Path(__file__).parents[2]
    sources = (root / "src" / "rammevaerk").rglob("*.py")
    used = {code for path in sources for code in re.findall(r'"(K[0-9]{3})"', path.read_text("utf-8"))}
    listed = re.findall(r"^\| (K[0-9]{3}) \|", (root / "docs" / "fejlkoder.md").read_text("utf-8"), re.MULTILINE)
    assert listed == sorted(used)
