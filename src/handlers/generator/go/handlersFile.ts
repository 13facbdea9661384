import { payloadTypeName } from '../../../payloads/library/selectTypes';
import type { HandledEvent } from '../framework';
import { arms } from './arms';

/** The file in which people write what happens with each event. */
export function handlersFile(events: readonly HandledEvent[], packageName: string): string {
  const functions = events.map(functionOf).join('\n');
  const packages = ['context', 'encoding/json', 'log/slog', 'strings'].filter(
    (name) => name !== 'strings' || functions.includes('strings.'),
  );
  return `package ${packageName}

import (
${packages.map((name) => `\t"${name}"\n`).join('')})

// A handler does what is to be done with the body of an event.
type handler func(ctx context.Context, body []byte) error

// handlerOf returns what handles an event, by X-Event-Key; nil where nothing does.
func handlerOf(eventKey string) handler {
	switch eventKey {
${events.map(({ key }) => `\tcase "${key}":\n\t\treturn decoded(${functionName(key)})\n`).join('')}	default:
		return nil
	}
}

// decoded has the body of an event decoded before it is handled.
func decoded[T any](handle func(context.Context, T) error) handler {
	return func(ctx context.Context, body []byte) error {
		var payload T
		if err := json.Unmarshal(body, &payload); err != nil {
			return err
		}
		return handle(ctx, payload)
	}
}

${functions}`;
}

/** The function that handles an event. */
const functionName = (key: string): string => `on${payloadTypeName(key).replace(/Payload$/, '')}`;

function functionOf({ key, sample }: HandledEvent): string {
  const arm = sample === undefined ? undefined : arms[key];
  const type = arm === undefined ? 'json.RawMessage' : payloadTypeName(key);
  const lines = [...(arm ?? unpublished(key)).trim().split('\n'), 'return nil'].map((line) => `\t${line}\n`);
  return `func ${functionName(key)}(ctx context.Context, payload ${type}) error {\n${lines.join('')}}\n`;
}

const unpublished = (key: string): string => `
// Nobody has published what Bitbucket sends with this event: look at it before you rely on it.
slog.InfoContext(ctx, "${key}", "body", string(payload))`;
