export const path = '/bitbucket';

export const webhookFile = (packageName: string): string => `// Package ${packageName} receives Bitbucket's webhooks.
package ${packageName}

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"runtime/debug"
)

const maxBody = 1 << 20

type webhook struct {
	secret     []byte
	deliveries deliveries
}

// NewWebhook returns a handler for Bitbucket's webhooks. It fails if there is no secret in the
// environment.
func NewWebhook() (http.Handler, error) {
	secret := os.Getenv("BITBUCKET_WEBHOOK_SECRET")
	if secret == "" {
		return nil, errors.New("set BITBUCKET_WEBHOOK_SECRET to the secret of the webhook")
	}
	return &webhook{secret: []byte(secret)}, nil
}

func (h *webhook) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		w.WriteHeader(http.StatusMethodNotAllowed)
		return
	}
	// An io.LimitReader would cut the body without an error.
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		var tooLarge *http.MaxBytesError
		if errors.As(err, &tooLarge) {
			w.WriteHeader(http.StatusRequestEntityTooLarge)
		} else {
			w.WriteHeader(http.StatusBadRequest)
		}
		return
	}
	if !isSigned(body, r.Header.Get("X-Hub-Signature"), h.secret) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if !json.Valid(body) {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	eventKey := r.Header.Get("X-Event-Key")
	handle := handlerOf(eventKey)
	if handle == nil {
		// No error, which Bitbucket would answer by sending it again.
		slog.InfoContext(r.Context(), "nothing handles this event", "event", eventKey)
		w.WriteHeader(http.StatusNoContent)
		return
	}
	id := r.Header.Get("X-Request-UUID")
	if id != "" && !h.deliveries.claim(id) {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	// Answer first, work after: Bitbucket waits ten seconds. What fails then doesn't come again.
	w.WriteHeader(http.StatusAccepted)
	// The request's own context ends with the answer.
	go h.work(context.WithoutCancel(r.Context()), handle, body, id)
}

func (h *webhook) work(ctx context.Context, handle handler, body []byte, id string) {
	if err := run(ctx, handle, body); err != nil {
		slog.ErrorContext(ctx, "a webhook was answered, but not handled", "error", err)
		h.deliveries.release(id)
	}
}

// run turns a panic into an error: outside of the request it would end the program.
func run(ctx context.Context, handle handler, body []byte) (err error) {
	defer func() {
		if reason := recover(); reason != nil {
			err = fmt.Errorf("panic: %v\\n%s", reason, debug.Stack())
		}
	}()
	return handle(ctx, body)
}
`;
