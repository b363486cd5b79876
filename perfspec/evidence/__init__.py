"""What several rules need to know of a filing, as pure functions over its records.

A module here answers one question («which amounts of the purpose make up the budget»), so that
two rules that look at the same thing cannot answer it differently, and one slip is told once.
"""
