"""Portfolio mode: sixty accounts, four weeks, limited hours. A pure engine; nothing in it knows store, screen or clock."""
