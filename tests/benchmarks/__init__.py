"""Speed, measured by ``make bench``; never part of the tests."""
