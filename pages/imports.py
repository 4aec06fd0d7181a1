"""How do we get our own files in, and what came in before?"""

from dashboard import session
from dashboard.data import imports as data
from dashboard.language import t
from dashboard.layout import empty, heading
from dashboard.sidebar import draw_language_switch
from dashboard.text import Text
from dashboard.views import import_list, import_upload
from dashboard.views.ids import asked_id
from dashboard.views.permission import permitted

TITLE = Text(sv="Importer", en="Imports")
LEAD = Text(
    sv="Välj en fil, se vad den innehåller, och ta in den. Allt går att ångra.",
    en="Choose a file, see what it holds, and take it in. Everything can be undone.",
)
UNKNOWN = Text(sv="Den importen finns inte.", en="There is no such import.")

draw_language_switch()
edition = session.edition()
heading(t(TITLE), t(LEAD), is_filtered=False)

file = import_upload.upload()
if file is None:
    import_upload.nothing_chosen()
elif seen := import_upload.look(file):
    import_upload.report(seen)
    if person := permitted("take_import"):
        import_upload.take(file, seen, person, session.now())
    import_upload.correct(file, seen)

asked = asked_id(import_list.IMPORT_KEY)
if asked is not None:
    found = data.one_import(edition, asked)
    if found is None:
        empty(t(UNKNOWN))
    else:
        import_list.one_import(found, session.now())
import_list.list_of_imports(data.imports(edition))
