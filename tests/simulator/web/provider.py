"""A sign-on provider over real HTTP that tells whatever a test wants it to: the truth, or one lie at a time."""

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

CLIENT = "acuerdo"
_KEY, _OTHER = RSAKey.generate_key(2048, {"kid": "k1"}), RSAKey.generate_key(2048, {"kid": "k2"})


class LyingProvider(ThreadingHTTPServer):
    """``claims`` are what its tokens say beside the truth, ``None`` leaves one out; ``said`` is its metadata."""

    daemon_threads = True

    def __init__(self, now: Callable[[], float]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.now, self.claims, self.said = now, dict[str, Any](), dict[str, Any]()
        self.userinfo: dict[str, Any] | None = None
        self.signed_by, self.published, self.algorithm = _KEY, [_KEY], "RS256"
        self.silent, self.asked = False, list[str]()
        self._codes: dict[str, dict[str, str]] = {}
        self._thread = threading.Thread(target=self.serve_forever, args=(0.02,))
        self._thread.start()

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def stop(self) -> None:
        self.shutdown()
        self._thread.join()
        self.server_close()

    def rotate(self) -> None:
        """From now on it signs with another key."""
        self.signed_by, self.published = _OTHER, [_OTHER]

    def agreed(self, address: str) -> str:
        """Somebody was sent to ``address`` and agreed there: the path on which they come back."""
        asked = dict(parse_qsl(urlsplit(address).query))
        assert (asked["client_id"], asked["response_type"], asked["code_challenge_method"]) == (CLIENT, "code", "S256")
        code = f"code-{len(self._codes)}"
        self._codes[code] = asked
        back = urlsplit(asked["redirect_uri"])
        return f"{back.path}?{urlencode({'code': code, 'state': asked['state']})}"

    def metadata(self) -> dict[str, Any]:
        at = self.issuer
        return {
            "issuer": at, "authorization_endpoint": f"{at}/authorize", "token_endpoint": f"{at}/token",
            "jwks_uri": f"{at}/keys", "userinfo_endpoint": f"{at}/userinfo", "end_session_endpoint": f"{at}/end",
            **self.said,
        }  # fmt: skip

    def token(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        from authlib.oauth2.rfc7636 import create_s256_code_challenge  # noqa: PLC0415

        asked = self._codes.pop(form.get("code", ""), None)
        proof = create_s256_code_challenge(form.get("code_verifier", ""))
        if asked is None or asked["code_challenge"] != proof or asked["redirect_uri"] != form["redirect_uri"]:
            return 400, {"error": "invalid_grant"}
        now = int(self.now())
        truth = {"iss": self.issuer, "aud": CLIENT, "sub": "ana-1", "iat": now, "exp": now + 300,
                 "nonce": asked["nonce"], "name": "Ana Ruiz", "groups": ["agents"]}  # fmt: skip
        claims = {name: value for name, value in {**truth, **self.claims}.items() if value is not None}
        return 200, {"access_token": "opens-userinfo", "token_type": "Bearer", "id_token": self._signed(claims)}

    def _signed(self, claims: dict[str, Any]) -> str:
        if self.algorithm == "HS256":  # signed with what everybody can read: the public key
            public = json.dumps(_KEY.as_dict(private=False)).encode()
            return jwt.encode({"alg": "HS256", "kid": "k1"}, claims, OctKey.import_key(public))
        if self.algorithm == "none":
            head = jwt.encode({"alg": "RS256", "kid": "k1"}, claims, _KEY).split(".")
            import base64  # noqa: PLC0415

            bare = base64.urlsafe_b64encode(b'{"alg":"none","typ":"JWT"}').decode().rstrip("=")
            return f"{bare}.{head[1]}."
        return jwt.encode({"alg": "RS256", "kid": self.signed_by.kid}, claims, self.signed_by)


class _Handler(BaseHTTPRequestHandler):
    server: LyingProvider

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        self.server.asked.append(path)
        if self.server.silent:
            self._answer(500, {"error": "down"})
        elif path == "/.well-known/openid-configuration":
            self._answer(200, self.server.metadata())
        elif path == "/keys":
            self._answer(200, {"keys": [key.as_dict(private=False) for key in self.server.published]})
        elif path == "/userinfo" and self.headers["authorization"] == "Bearer opens-userinfo":
            self._answer(200, self.server.userinfo or {"sub": "ana-1"})
        else:
            self._answer(404, {})

    def do_POST(self) -> None:
        length = int(self.headers.get("content-length", 0))
        form = {name: values[0] for name, values in parse_qs(self.rfile.read(length).decode()).items()}
        self._answer(*self.server.token(form))

    def _answer(self, status: int, content: dict[str, Any]) -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Silent."""
