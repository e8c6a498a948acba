"""Administration: lists, forms and acts by starlette-admin's engine, over the functions of `docgen.office`.

Of starlette-admin come the lists (pages, search, order), the forms (fields read and checked) and who may see
which view. Its pages do not fit our policy for scripts, so that ours are shown instead; routes, sessions and
secrets of forms are those of all our pages.
"""

from docgen.web.admin import checks, settings, site

ROUTERS = (settings.router, checks.router, site.router)
"""Fixed addresses first: the other addresses take any key."""
