"""The sign-on provider over HTTP: OpenID Connect's authorization code flow with PKCE, and the token's verification.

What a provider says of itself is fetched when it is first needed and kept for an hour; a token under an unknown key
makes us look again, at most once a minute.
"""

import datetime
import json
import threading
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from joserfc.jwt import ClaimsOption

from simulator.access.refusals import NotProven, ProviderSilent
from simulator.logs import logger
from simulator.settings import Settings, is_ours_to_reach

ALGORITHMS = ("EdDSA", *(f"{kind}{bits}" for kind in ("RS", "PS", "ES") for bits in (256, 384, 512)))
"""Signatures that only the provider's private key can make: neither ``none`` nor a shared secret."""
LEEWAY = 60
"""Seconds by which two clocks may differ."""
KEPT, LOOK_AGAIN = datetime.timedelta(hours=1), datetime.timedelta(minutes=1)
TIMEOUT, LARGEST = (5, 10), 1 << 20
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
_log = logger("provider")


class Provider:
    """One provider. ``returning`` is the address to which it sends people back; ``clock`` gives the instant."""

    def __init__(self, settings: Settings, returning: str, clock: Callable[[], datetime.datetime]) -> None:
        self._settings, self._returning, self._clock = settings, returning, clock
        self._lock = threading.Lock()
        self._said: dict[str, Any] = {}
        self._keys: KeySet | None = None
        self._said_at = self._keys_at = datetime.datetime.min.replace(tzinfo=datetime.UTC)

    def way_in(self, state: str, nonce: str, verifier: str, language: str) -> str:
        """The provider's page, to which the browser goes. Raises ``ProviderSilent``."""
        said, prompt = self._metadata(), self._settings.sso_prompt
        more = {"nonce": nonce, "ui_locales": language, **({} if prompt == "omitted" else {"prompt": prompt})}
        with self._client() as client:
            address, _ = client.create_authorization_url(
                said["authorization_endpoint"], state=state, code_verifier=verifier, **more
            )
        return str(address)

    def way_out(self, back: str) -> str:
        """The provider's own page for signing out; empty where it has none, or was not asked anything yet."""
        end = str(self._said.get("end_session_endpoint", ""))
        query = urlencode({"client_id": self._settings.sso_client_id, "post_logout_redirect_uri": back})
        return f"{end}?{query}" if is_ours_to_reach(end, self._settings.sso_issuer) else ""

    def claims(self, code: str, verifier: str, nonce: str, answered_by: str = "") -> dict[str, Any]:
        """What the provider says of whoever brought the code, verified. Raises ``ProviderSilent`` and ``NotProven``.

        ``answered_by`` is the issuer that the answer names (RFC 9207), if it names one.
        """
        said = self._metadata()
        must = said.get("authorization_response_iss_parameter_supported") is True
        if (answered_by or must) and answered_by != self._settings.sso_issuer:
            raise _unproven("another issuer answered")
        token = self._token(said, code, verifier)
        claims = self._verified(str(token.get("id_token", "")), nonce)
        return self._completed(said, claims, str(token.get("access_token", "")))

    def _client(self) -> Any:
        return OAuth2Session(
            self._settings.sso_client_id, self._settings.sso_client_secret or None, scope=self._settings.sso_scopes,
            redirect_uri=self._returning, code_challenge_method="S256", token_endpoint_auth_method=self._method(),
            default_timeout=TIMEOUT,
        )  # fmt: skip

    def _method(self) -> str:
        offered = self._said.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        if not self._settings.sso_client_secret:
            return "none"
        listed = offered if isinstance(offered, list) else []
        only_post = "client_secret_post" in listed and "client_secret_basic" not in listed
        return "client_secret_post" if only_post else "client_secret_basic"

    def _token(self, said: Mapping[str, Any], code: str, verifier: str) -> dict[str, Any]:
        try:
            with self._client() as client:
                token = client.fetch_token(
                    said["token_endpoint"], grant_type="authorization_code", code=code, code_verifier=verifier,
                    redirect_uri=self._returning, allow_redirects=False,
                )  # fmt: skip
        except AuthlibBaseError as error:  # it answered, and refused the code
            raise _unproven(f"code refused: {error.error}") from None
        except (requests.RequestException, ValueError) as error:
            raise _silent("token", error) from None
        return dict(token)

    def _verified(self, id_token: str, nonce: str) -> dict[str, Any]:
        must: ClaimsOption = {"essential": True}
        registry = jwt.JWTClaimsRegistry(
            now=int(self._clock().timestamp()), leeway=LEEWAY, exp=must, iat=must, sub=must,
            iss={"essential": True, "value": self._settings.sso_issuer},
            aud={"essential": True, "value": self._settings.sso_client_id},
            nonce={"essential": True, "value": nonce},
        )  # fmt: skip
        try:
            claims = self._decoded(id_token)
            registry.validate(claims)
        except (JoseError, ValueError, TypeError, KeyError) as error:
            raise _unproven(type(error).__name__) from None
        several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
        if claims.get("azp", None if several else self._settings.sso_client_id) != self._settings.sso_client_id:
            raise _unproven("issued to another client")
        if not 0 < len(claims["sub"]) <= 255:
            raise _unproven("subject")
        return claims

    def _decoded(self, id_token: str) -> dict[str, Any]:
        try:
            return dict(jwt.decode(id_token, self._jwks(), algorithms=ALGORITHMS).claims)
        except (JoseError, ValueError):
            if self._clock() - self._keys_at < LOOK_AGAIN:
                raise
        return dict(jwt.decode(id_token, self._jwks(anew=True), algorithms=ALGORITHMS).claims)

    def _completed(self, said: Mapping[str, Any], claims: dict[str, Any], access_token: str) -> dict[str, Any]:
        """With what the provider tells on request only, where a claim that counts here is missing."""
        counts = {self._settings.sso_role_claim, self._settings.sso_cohort_claim, "name"}
        address = said.get("userinfo_endpoint")
        if not address or not access_token or all(name.split(".")[0] in claims for name in counts):
            return claims
        more = self._fetched(str(address), {"authorization": f"Bearer {access_token}"})
        if more.get("sub") != claims["sub"]:
            raise _unproven("userinfo of somebody else")
        return {**more, **claims}

    def _metadata(self) -> dict[str, Any]:
        with self._lock:
            if self._clock() - self._said_at >= KEPT:
                issuer = self._settings.sso_issuer
                said = self._fetched(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
                if said.get("issuer") != issuer:
                    raise _silent("issuer", ValueError("it calls itself otherwise; set ACUERDO_SSO_ISSUER to that"))
                for name in ENDPOINTS:
                    if not is_ours_to_reach(str(said.get(name, "")), issuer):
                        raise _silent(name, ValueError("not an https address"))
                self._said, self._said_at = said, self._clock()
            return self._said

    def _jwks(self, *, anew: bool = False) -> KeySet:
        said = self._metadata()
        with self._lock:
            if anew or self._keys is None or self._clock() - self._keys_at >= KEPT:
                try:
                    self._keys = KeySet.import_key_set(self._fetched(said["jwks_uri"]))  # type: ignore[arg-type]
                except (JoseError, ValueError, KeyError, TypeError) as error:
                    raise _silent("keys", error) from None
                self._keys_at = self._clock()
            return self._keys

    @staticmethod
    def _fetched(address: str, headers: Mapping[str, str] | None = None) -> dict[str, Any]:
        try:
            with requests.get(
                address, headers=dict(headers or {}), timeout=TIMEOUT, allow_redirects=False, stream=True
            ) as answer:
                body = answer.raw.read(LARGEST + 1, decode_content=True)
                if answer.status_code != 200 or len(body) > LARGEST:
                    raise ValueError(f"status {answer.status_code}, {len(body)} bytes")
                found = json.loads(body)
        except (requests.RequestException, OSError, ValueError, RecursionError) as error:
            raise _silent(urlsplit(address).path, error) from None
        if not isinstance(found, dict):
            raise _silent(urlsplit(address).path, ValueError("not an object"))
        return found


def _silent(what: str, error: Exception) -> ProviderSilent:
    _log.error("provider_silent", what=what, kind=type(error).__name__, why=str(error)[:200])
    return ProviderSilent()


def _unproven(why: str) -> NotProven:
    _log.warning("sign_in_not_proven", why=why)
    return NotProven()
