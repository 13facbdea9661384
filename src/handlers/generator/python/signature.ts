export const signatureModule = `import hmac
import re

SIGNATURE = re.compile(r"sha256=([0-9a-f]{64})")


def is_signed(body: bytes, header: str | None, secret: str) -> bool:
    """Whether the secret gives the signature of a body, in its raw bytes.

    Bitbucket sends it as X-Hub-Signature: "sha256=" and an HMAC-SHA256 in hex. It sends
    no X-Hub-Signature-256.
    """
    match = SIGNATURE.fullmatch(header or "")
    if match is None:
        return False
    expected = hmac.digest(secret.encode(), body, "sha256")
    return hmac.compare_digest(bytes.fromhex(match[1]), expected)
`;
