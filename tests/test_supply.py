"""What comes from elsewhere, and what must not leave: pinned packages with hashes, free licences, no secret in a file.

Whether a pinned version has a known hole is not asked here, for that needs a list from the internet: docs/security.md
gives the command for a machine that has it.
"""

import importlib.metadata
import math
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "docs/deploy/requirements.lock", "tests/requirements.lock")
PIN = re.compile(r"^([\w.-]+)==([^ ;\\]+)([^\\]*)", re.MULTILINE)
FREE = re.compile(r"\b(0BSD|Apache|BSD|HPND|ISC|MIT|MPL|Mozilla|PSF|Python Software|Unlicense|Zlib)\b", re.IGNORECASE)
COPYLEFT = re.compile(r"\b(A?GPL|GNU (Affero )?General|SSPL|BUSL|Commons Clause|Proprietary)\b", re.IGNORECASE)


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_to_a_version_and_to_what_is_in_it(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    blocks = re.split(r"\n(?=\S)", text.strip())
    assert len(blocks) > 20
    for block in blocks:
        assert re.match(r"[\w.-]+(\[[\w,-]+\])?==[\w.!+]+", block), block[:80]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", block), block[:80]
    for elsewhere in ("://", "git+", "--index-url", "--find-links", "--trusted-host"):
        assert elsewhere not in text


def test_the_three_sets_agree_on_every_version() -> None:
    pins = [dict(pin[:2] for pin in PIN.findall((ROOT / name).read_text("utf-8"))) for name in LOCKS]
    for other in pins[1:]:
        assert {name: other.get(name) for name in pins[0]} == pins[0]


def licences() -> Iterator[tuple[str, str]]:
    for name, _, where in PIN.findall((ROOT / LOCKS[0]).read_text("utf-8")):
        try:
            said = importlib.metadata.metadata(name)
        except importlib.metadata.PackageNotFoundError:
            assert "platform" in where, f"{name} is pinned and not installed"
            continue
        classified = [one for one in said.get_all("Classifier") or () if one.startswith("License")]
        yield name, " ".join((said.get("License-Expression") or "", *classified, (said.get("License") or "")[:60]))


def test_what_the_program_is_made_of_may_be_used_and_passed_on() -> None:
    for name, licence in licences():
        assert FREE.search(licence), f"{name}: {licence!r}"
        assert not COPYLEFT.search(licence), f"{name}: {licence!r}"


SECRETS = {
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/]{40}"),
    "a cloud key": re.compile(r"\b(AKIA|ASIA)[0-9A-Z]{16}\b|\bAIza[\w-]{35}\b"),
    "a token of a forge or a chat": re.compile(r"\bgh[pousr]_\w{36}\b|\bglpat-[\w-]{20}\b|\bxox[abprs]-[\w-]{10,}\b"),
    "a signed token": re.compile(r"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}"),
    "an address with a password": re.compile(r"\b(?:postgres\w*|https?|redis)://[\w.-]+:([^\s@/{}…<>$]{6,})@"),
}
NAMED = re.compile(r"(?i)(?:api_?key|secret|passw(?:or)?d|token)\w*[\"']?\s*[:=]\s*[\"']([A-Za-z0-9+/_=-]{20,})[\"']")
EXAMPLES = frozenset({"secret", "password"})
SKIPPED = frozenset({".git", ".venv", "node_modules", "build", "dist", ".mypy_cache", ".ruff_cache", ".hypothesis"})
TEXTS = frozenset(
    {"", ".py", ".md", ".yaml", ".toml", ".js", ".css", ".html", ".env", ".conf", ".txt", ".cfg", ".json", ".po"}
)


def files() -> list[Path]:
    found = (path for path in ROOT.rglob("*") if path.is_file() and path.suffix in TEXTS)
    return [path for path in found if not SKIPPED & set(path.relative_to(ROOT).parts)]


def bits(text: str) -> float:
    """How much a letter of a text tells, in bits: words have about 3, what was drawn at random has more than 4."""
    return -sum(n / len(text) * math.log2(n / len(text)) for n in Counter(text).values())


def secrets_in(text: str) -> list[str]:
    found = [
        what for what, looks in SECRETS.items() for hit in looks.finditer(text) if not set(hit.groups()) & EXAMPLES
    ]
    drawn = [hit[1] for hit in NAMED.finditer(text) if bits(hit[1]) > 4 and re.search(r"\d", hit[1])]
    return found + drawn


def test_no_file_holds_a_secret() -> None:
    looked_at = files()
    assert len(looked_at) > 500
    for path in looked_at:
        assert secrets_in(path.read_text("utf-8", "replace")) == [], path


@pytest.mark.parametrize(
    "planted",
    [
        "-----BEGIN RSA " + "PRIVATE KEY-----\n" + "MIIEpAIBAAKCAQEA" * 4,
        "AKIA" + "IOSFODNN7EXAMPLE",
        "url = postgresql://acuerdo:" + "h7Gq2LxP0z@db/acuerdo",
        'api_key = "' + 'Zk3vQ9xT7bLw2Rn8Yc5Hd1Ms6Jf4" ',
    ],
)
def test_a_planted_secret_is_found(planted: str) -> None:
    assert secrets_in(f"some = 1\n{planted}\n")


def test_words_and_placeholders_are_not_taken_for_secrets() -> None:
    for plain in (
        'password = "tres gatos en bici"',
        'token: "${ACUERDO_TOKEN:?}"',
        "postgresql://user:password@host/name",
    ):
        assert secrets_in(plain) == []
