import type { HandledEvent } from '../framework';
import { path } from './webhookFile';

/** A test that sends each event's sample to the handler, and what it has to refuse. */
export function testFile(events: readonly HandledEvent[], packageName: string): string {
  const hasSamples = events.some(({ sample }) => sample !== undefined);
  const unpublished = events.filter(({ sample }) => sample === undefined).map(({ key }) => key);
  const first = events[0]?.key ?? '';
  const packages = [
    ...['bytes', ...(hasSamples ? ['context'] : []), 'crypto/hmac', 'crypto/rand', 'crypto/sha256', 'encoding/hex'],
    ...['net/http', 'net/http/httptest'],
    ...(hasSamples ? ['os', 'path/filepath', 'strings'] : []),
    'testing',
  ];
  return `package ${packageName}

import (
${packages.map((name) => `\t"${name}"\n`).join('')})

const testSecret = "the secret of the test"

func sign(body []byte, secret string) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write(body)
	return "sha256=" + hex.EncodeToString(mac.Sum(nil))
}

// deliver sends as Bitbucket does, each time with another id, and returns the status.
func deliver(t *testing.T, eventKey string, body []byte, signature string) int {
	t.Helper()
	t.Setenv("BITBUCKET_WEBHOOK_SECRET", testSecret)
	webhook, err := NewWebhook()
	if err != nil {
		t.Fatal(err)
	}
	id := make([]byte, 16)
	if _, err := rand.Read(id); err != nil {
		t.Fatal(err)
	}
	request := httptest.NewRequest(http.MethodPost, "${path}", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("X-Event-Key", eventKey)
	request.Header.Set("X-Request-UUID", hex.EncodeToString(id))
	if signature != "" {
		request.Header.Set("X-Hub-Signature", signature)
	}
	response := httptest.NewRecorder()
	webhook.ServeHTTP(response, request)
	return response.Code
}
${hasSamples ? sampleTest : ''}${unpublished.length > 0 ? unpublishedTest(unpublished) : ''}
func TestRefuses(t *testing.T) {
	body := []byte("{ \\"test\\": true }")
	tests := []struct {
		name      string
		body      []byte
		signature string
		want      int
	}{
		{"the signature of another secret", body, sign(body, "another secret"), http.StatusUnauthorized},
		{"the same JSON in other bytes", []byte("{\\"test\\":true}"), sign(body, testSecret), http.StatusUnauthorized},
		{"what is not signed", body, "", http.StatusUnauthorized},
		{"what is signed but no JSON", []byte("{"), sign([]byte("{"), testSecret), http.StatusBadRequest},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := deliver(t, "${first}", test.body, test.signature); got != test.want {
				t.Errorf("got %d, want %d", got, test.want)
			}
		})
	}
}

// So that it is not sent again.
func TestTakesAnEventThatItDoesNotKnow(t *testing.T) {
	body := []byte("{}")
	if got := deliver(t, "repo:unheard_of", body, sign(body, testSecret)); got != http.StatusNoContent {
		t.Errorf("got %d, want %d", got, http.StatusNoContent)
	}
}
`;
}

const sampleTest = `
// Whatever lies there, so that people can add what they were sent.
func TestHandlesSamples(t *testing.T) {
	samples, err := filepath.Glob("testdata/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, sample := range samples {
		name := filepath.Base(sample)
		t.Run(name, func(t *testing.T) {
			body, err := os.ReadFile(sample)
			if err != nil {
				t.Fatal(err)
			}
			key, _, _ := strings.Cut(name, ".")
			key = strings.ReplaceAll(key, "-", ":")
			if got := deliver(t, key, body, sign(body, testSecret)); got != http.StatusAccepted {
				t.Fatalf("got %d, want %d", got, http.StatusAccepted)
			}
			if err := run(context.Background(), handlerOf(key), body); err != nil {
				t.Error(err)
			}
		})
	}
}
`;

const unpublishedTest = (keys: readonly string[]): string => `
func TestHandlesEventsWhoseBodyNobodyHasPublished(t *testing.T) {
	for _, key := range []string{${keys.map((key) => `"${key}"`).join(', ')}} {
		t.Run(key, func(t *testing.T) {
			body := []byte("{}")
			if got := deliver(t, key, body, sign(body, testSecret)); got != http.StatusAccepted {
				t.Errorf("got %d, want %d", got, http.StatusAccepted)
			}
		})
	}
}
`;
