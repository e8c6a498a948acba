"""Long work and timed work: done by a process of its own, step by step, and never lost.

What is wanted is a row of `docgen.store.tables.Job`, written in the transaction of whoever wants it. A worker
hands waiting rows to DBOS, whose own database remembers which steps are finished; after a crash it goes on
from there. Nothing here listens on a port or speaks to another machine.
"""
