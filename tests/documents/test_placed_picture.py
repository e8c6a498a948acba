"""A picture that stands in a document."""

from periods_drawn import blank_png

from docgen.documents.pictures import PlacedPicture


def test_it_knows_its_size_and_survives_json():
    picture = PlacedPicture(position=7, png=blank_png(30, 20), alt="Biểu đồ")
    assert picture.size == (30, 20)
    assert PlacedPicture.model_validate_json(picture.model_dump_json()) == picture
