"""Pictures of the file as PNG or JPEG."""

import io

import pytest
from drawn import drawing, old, picture
from PIL import Image as Pillow
from wordfile import WordFile

from docgen.pdf.reading import pictures, read
from docgen.word.formatting import Sides


def encoded(kind, size=(4, 2)):
    buffer = io.BytesIO()
    Pillow.new("RGB", size, "red").save(buffer, kind)
    return buffer.getvalue()


def described(data, graphic=None, *, target="media/a.bin"):
    file = WordFile(graphic or drawing(picture("rIdA")), links={"rIdA": ("image", target)})
    file.extra = {} if data is None else {"word/media/a.bin": data}
    description = read(file.bytes())
    found = description.sections[0].blocks[0].content[0]
    (shape,) = getattr(found, "drawing", found).shapes
    return shape, [str(warning) for warning in description.warnings]


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_png_and_jpeg_stay_as_they_are(kind):
    data = encoded(kind)
    shape, warnings = described(data)
    assert (shape.image.data, shape.image.kind, shape.stroke.width, warnings) == (data, kind, 0, [])


def test_a_picture_may_stand_twice():
    file = WordFile(drawing(picture("rIdA") + picture("rIdA")), links={"rIdA": ("image", "media/a.bin")})
    file.extra = {"word/media/a.bin": encoded("gif")}
    one, two = read(file.bytes()).sections[0].blocks[0].content[0].drawing.shapes
    assert one.image is two.image


@pytest.mark.parametrize("kind", ["gif", "bmp", "tiff"])
def test_other_pictures_become_png(kind):
    shape, warnings = described(encoded(kind))
    assert (shape.image.kind, warnings) == ("png", [])
    assert Pillow.open(io.BytesIO(shape.image.data)).size == (4, 2)


FAULTS = {
    "ảnh kiểu WMF": b"\xd7\xcd\xc6\x9a" + bytes(9),
    "ảnh kiểu EMF": b"\x01\x00\x00\x00" + bytes(9),
    "ảnh kiểu SVG": b"<svg/>",
    "ảnh hỏng": b"\x89PNG\r\n\x1a\n" + bytes(9),
    "ảnh không có trong tệp": None,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_no_picture_is_an_empty_box_with_a_warning(fault):
    shape, warnings = described(FAULTS[fault])
    assert (shape.image, shape.width, shape.stroke.width) == (None, 72, 0.5)
    assert fault in warnings[0]


def test_a_picture_that_is_cut_short_is_broken():
    assert "hỏng" in described(encoded("png", (400, 400))[:-200])[1][0]


def test_nothing_is_fetched():
    file = WordFile(drawing(picture("rIdA")))
    links = file.parts()["word/_rels/document.xml.rels"]
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    outside = f'<Relationship Id="rIdA" Type="{kind}" Target="http://a/a.png" TargetMode="External"/>'
    file.extra = {"word/_rels/document.xml.rels": links.replace("</Rel", f"{outside}</Rel")}
    assert "nằm ngoài tệp" in str(read(file.bytes()).warnings[0])


def test_a_picture_of_too_many_points_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(pictures, "MAX_PIXELS", 7)
    assert "quá lớn (4 × 2" in described(encoded("png"))[1][0]


def test_a_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(Pillow, "MAX_IMAGE_PIXELS", 2)
    assert "hỏng" in described(encoded("png"))[1][0]


def test_what_is_cut_off_is_told_in_shares():
    cut = '<a:srcRect l="25000" t="10000" r="-5000" b="200000"/>'
    shape, _ = described(encoded("png"), drawing(picture("rIdA", cut)))
    assert shape.image.crop == Sides(0.1, 0, 0.99, 0.25)


def test_a_picture_may_be_turned():
    turned = '<a:xfrm rot="5400000"/>'
    cut = '<a:srcRect l="25000"/>'
    shape, _ = described(encoded("png"), drawing(picture("rIdA", cut, turned)))
    assert Pillow.open(io.BytesIO(shape.image.data)).size == (2, 4)
    assert shape.image.crop == Sides(0.25, 0, 0, 0)


def test_an_old_drawing_shows_a_picture_too():
    size = 'style="width:72pt;height:36pt"'
    data = '<v:imagedata r:id="rIdA" cropleft="16384f" croptop="0.5"/>'
    shape, warnings = described(encoded("png"), old(f"<v:shape {size}>{data}</v:shape>"))
    assert (shape.image.crop, shape.fill, warnings) == (Sides(0.5, 0, 0, 0.25), "", [])


def test_an_embedded_object_shows_its_preview():
    preview = '<v:shape style="width:72pt;height:36pt"><v:imagedata r:id="rIdA"/></v:shape><o:OLEObject/>'
    shape, warnings = described(b"\x01\x00\x00\x00", old(preview, "object"))
    assert (shape.image, shape.stroke.width) == (None, 0.5)
    assert "EMF" in warnings[0]
