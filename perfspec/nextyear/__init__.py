"""What the next year begins with: a filing made of last year's, projects and indicators added.

In: a filing as loaded, or what a person says of a project or an indicator. Out: the texts of the
new files. They are made of the texts that are there and not of their data, so that comments, order
and quotes stay.
"""
