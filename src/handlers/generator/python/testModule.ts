import type { HandledEvent } from '../framework';

/** A test that sends each event's sample to the handler, and what it has to refuse. */
export function testModule(events: readonly HandledEvent[]): string {
  const hasSamples = events.some(({ sample }) => sample !== undefined);
  const unpublished = events.filter(({ sample }) => sample === undefined).map(({ key }) => key);
  const first = events[0]?.key ?? '';
  return `import hashlib
import hmac
import json
import uuid
${hasSamples ? 'from pathlib import Path\n' : ''}
${hasSamples ? 'import pytest\n' : ''}from fastapi import FastAPI
from fastapi.testclient import TestClient

from .webhook import bitbucket_webhook

SECRET = "the secret of the test"
BODY = b'{ "test": true }'

app = FastAPI()
app.include_router(bitbucket_webhook(SECRET))
client = TestClient(app)


def sign(body: bytes, secret: str = SECRET) -> str:
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def deliver(body: bytes, event_key: str, signature: str | None = None) -> int:
    """Sends as Bitbucket does: signed, and each time with another id."""
    headers = {
        "Content-Type": "application/json",
        "X-Event-Key": event_key,
        "X-Request-UUID": str(uuid.uuid4()),
        "X-Hub-Signature": sign(body) if signature is None else signature,
    }
    status: int = client.post("/bitbucket", content=body, headers=headers).status_code
    return status

${hasSamples ? sampleTest : ''}${unpublished.map(unpublishedTest).join('')}
def test_refuses_the_signature_of_another_secret() -> None:
    assert deliver(BODY, "${first}", sign(BODY, "another secret")) == 401


def test_refuses_the_same_json_in_other_bytes() -> None:
    other = json.dumps(json.loads(BODY)).encode()
    assert deliver(other, "${first}", sign(BODY)) == 401


def test_refuses_what_is_not_signed() -> None:
    response = client.post("/bitbucket", content=BODY)
    assert response.status_code == 401


def test_refuses_what_is_signed_but_no_json() -> None:
    assert deliver(b"{", "${first}") == 400


def test_takes_an_event_that_it_does_not_know() -> None:
    # So that it is not sent again.
    assert deliver(BODY, "repo:unheard_of") == 204
`;
}

/** Of whatever lies there, so that people can add what they were sent. */
const sampleTest = `
SAMPLES = sorted(Path(__file__).with_name("samples").glob("*.json"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_handles_sample(sample: Path, caplog: pytest.LogCaptureFixture) -> None:
    event_key = sample.name.split(".")[0].replace("-", ":")
    assert deliver(sample.read_bytes(), event_key) == 202
    assert "not handled" not in caplog.text

`;

const unpublishedTest = (key: string): string => `
def test_handles_${key.replace(/[^a-z\d]+/g, '_')}() -> None:
    # Nobody has published its body.
    assert deliver(b"{}", "${key}") == 202

`;
