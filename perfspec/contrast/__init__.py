"""What rules over two years need to know of a comparison: one module for each question.

Pure functions from the records of `compare` to what stands in them. Nothing here knows of rules.
"""
