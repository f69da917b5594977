"""Portfolio mode: sixty accounts, four weeks, limited hours. A pure engine that knows no store, screen or clock."""
