"""Lines and tables of any source → the data of a plan; what is doubtful, joined or not understood is told.

Nothing here knows Word, Excel or files: `source` says what comes in, the other modules what it means.
"""
