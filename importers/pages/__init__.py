"""The pages on which a file is handed in, reviewed, committed and taken back.

::

    access      who may: administrators
    uploads     handing in, and watching it being read
    review      the batch row by row: one page, and one address a verb
    directory   picking departments, and saying once what unknown names mean
    changes     what a commit makes, changes and leaves
    ending      commit, result, undo
    presenters  rows, doubts and source lines as the templates want them

The verbs themselves are in ``importers.review`` and ``importers.commit``.
"""
