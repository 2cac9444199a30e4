"""Tables whose cells are known: which name who is responsible, and what their rows say.

::

    matrix.py    a grid by rows and columns: which cell covers what
    header.py    where its header stands and what its columns hold
    parts.py     titles above, tables, remarks below; what is no table of tasks as paragraphs
    lines.py     what each row of a table is: task, section, total, the rest of the row above
    cells.py     what a row holds once merged cells are given back
    blanks.py    what an empty cell means
    joining.py   rows that go on with the task above
    items.py     a row whose cells are numbered alike
    contents.py  columns of units and of people told apart by what stands in them
    table.py     the way through; the words of cells are read as in flattened tables
"""
