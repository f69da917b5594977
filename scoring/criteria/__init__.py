"""Criteria: each a room of indicators. An indicator looks at one reply in its place and finds something, or nothing.

To add an indicator: a function in the criterion's room, a card in each language beside it, its words in
``wording/<language>.yaml``. The tests hold the three together.
"""
