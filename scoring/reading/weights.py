"""Where the trained weights stand, and which they are; known without loading them."""

import zlib
from functools import lru_cache
from pathlib import Path

WEIGHTS = Path(__file__).parent / "weights" / "acts.npz"


@lru_cache(maxsize=1)
def weights_version() -> str:
    """Eight hexadecimal digits of the stored weights."""
    return f"{zlib.crc32(WEIGHTS.read_bytes()):08x}"
