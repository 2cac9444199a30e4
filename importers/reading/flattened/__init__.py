"""Tables whose cells became paragraphs: merged and empty cells are gone, order is left.

One model for all of them (``docs/decisions/0001-reading.md``)::

    header.py    where a table stands and what its columns hold
    units.py     the paragraphs between two headers, one a cell or part of a cell
    weights.py   the one table of prior weights
    model.py     states, scores of units and of steps between them
    decoder.py   forward, backward, best path, sampled paths
    learning.py  the table's own rates, by expectation and maximisation
    rows.py      a path of states becomes rows
    fields.py    rows become tasks, with what is inherited, doubted and repaired
    table.py     the way through all of it

Where each row kept its line, the lines are taken apart instead::

    row_cells.py   a line as cells, by its spaces or by what its columns hold
    row_lines.py   lines as rows and headings
    line_table.py  their tasks, with the borders that no mark shows; tables without a header
"""
