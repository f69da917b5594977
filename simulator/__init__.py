"""The application: the debtor, practice, storage, pages and the command line."""
