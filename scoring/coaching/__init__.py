"""Coaching: what might have been said at the weakest moments of a call, and one thing to practise next.

The wordings are data (``models/<language>.yaml``); they hold nothing but what the case file and the call itself hold.
"""
