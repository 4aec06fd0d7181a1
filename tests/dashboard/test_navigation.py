"""The table of contents: addresses that never change, a file behind every page."""

from dashboard.navigation import FOLDER, PLACES, page_path


def test_every_address_is_its_own_and_the_overview_is_at_the_root():
    paths = [place.path for place in PLACES]

    assert len(set(paths)) == len(paths)
    assert paths[0] == ""


def test_every_page_in_the_folder_is_in_the_table_of_contents_and_the_other_way_round():
    assert {place.key for place in PLACES} == {file.stem for file in FOLDER.glob("*.py")}


def test_every_detail_page_belongs_to_a_page_in_the_menu():
    menu = {place.key for place in PLACES if not place.is_detail}

    assert all(place.under in menu for place in PLACES if place.is_detail)


def test_an_address_carries_what_is_given_and_leaves_out_what_is_not():
    assert (
        page_path("metric", {"kod": "K-AVT-1", "lang": "en", "forvaltning": None}) == "/nyckeltal?kod=K-AVT-1&lang=en"
    )


def test_what_a_name_holds_cannot_break_out_of_an_address():
    assert page_path("supplier", {"id": "3&lang=en#<"}) == "/leverantor?id=3%26lang%3Den%23%3C"
