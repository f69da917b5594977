"""The store: what people did, kept. The only package that knows the database; frozen values go in and come out."""

from simulator.store.errors import Conflict, StoreError
from simulator.store.store import Store

__all__ = ["Conflict", "Store", "StoreError"]
