/**
 * Programs of Bitbucket's receivers that compile, by language. At each event key in them a further arm can be added, but
 * for those behind `§`.
 */
export const programs: Readonly<Record<string, readonly string[]>> = {
  typescript: [
    `
declare function run(body: unknown): Promise<void>;
declare function answer(status: number): void;
export async function bitbucket(eventKey: string, body: unknown): Promise<void> {
  switch (eventKey) {
    case 'repo:push':
    case 'repo:fork':
      await run(body);
      break;
    case 'pullrequest:created': {
      const merged = true;
      await run({ body, merged });
      return;
    }
    case 'issue:created': await run(body); break;
    default:
      answer(204);
  }
  switch (eventKey) {
    case "repo:push":
      answer(200);
    // Falls through
    default:
      answer(204);
  }
  switch (eventKey) {
    default: {
      const status = 204;
      answer(status);
      break;
    }
    case 'repo:push':
      answer(200);
  }
  switch (eventKey) { case 'repo:push': answer(200); break; case 'repo:fork': answer(201); }
}
`,
    `
export function bitbucketTitle(eventKey: string): string {
  switch (eventKey) {
    case 'repo:push':
      return 'Push';

    case 'repo:fork':
      return 'Fork';

    default:
      return eventKey;
  }
}
export function level(eventKey: '§repo:push' | '§repo:fork' | (string & {})): number {
  let found: number;
  switch (eventKey) {
    case 'repo:push':
      found = 1;
      break;
    default:
      found = 2;
  }
  switch (true) {
    case eventKey === 'repo:push':
      found += 1;
      break;
    case eventKey === 'repo:fork' || eventKey === 'repo:updated':
      found += 2;
      break;
  }
  return found;
}
export function refuses(eventKey: string): string {
  switch (eventKey) {
    case 'repo:push':
      return 'push';
    default: {
      const never = eventKey;
      throw new Error(never);
    }
  }
}
`,
    `
type Handler = (body: { actor: string }) => Promise<void>;
declare const push: Handler;
const bitbucketHandlers: Record<string, Handler> = {
  'repo:push': push,
  'repo:fork': async (body) => {
    await push(body);
  },
  'repo:updated': (body) => push(body),
};
const titles: Readonly<Record<string, string>> = { 'repo:push': 'Push', 'repo:fork': "Fork" };
const named: Record<string, (body: string) => string> = {
  'repo:push': function (body) {
    return body;
  },
  'repo:fork'(body) {
    return body.trim();
  },
};
const quiet: { [key: string]: () => void } = {
  ...named as object,
  "repo:push": () => {} // nothing
};
export const all = [bitbucketHandlers, titles, named, quiet];
`,
    `
declare function run(): string | undefined;
export function bitbucket(eventKey: string): string | undefined {
  if (eventKey === 'repo:push') {
    run();
  } else if (eventKey === 'repo:fork' || 'repo:updated' === eventKey) {
    run();
  } else if (run()) {
    run();
  } else {
    run();
  }
  if (eventKey === "issue:created") run();
  if (eventKey === 'repo:push') {
    return run();
  }
  // The other one

  if (eventKey === 'repo:fork') {
    return run();
  }
  let found: string;
  if (eventKey === 'repo:push') {
    found = 'a';
  }
  else if (eventKey === 'repo:fork') {
    found = 'b';
  }
  else {
    found = 'c';
  }
  return found;
}
`,
  ],
  javascript: [
    `
exports.bitbucket = (eventKey, run) => {
    switch (eventKey) {
        case 'repo:push':
            return run();
        case 'repo:fork':
            return run(1);
    }
    const handlers = {
        'repo:push': run,
        'repo:fork': () => run(2)
    };
    for (const each of [1, 2]) {
        switch (eventKey) {
            case 'repo:push':
                run(each);
                continue;
            case 'repo:fork':
                run();
        }
    }
    return handlers[eventKey];
};
`,
  ],
  python: [
    `
def bitbucket(event_key, run):
    match event_key:
        case "repo:push" | "repo:fork":
            run()
        case "repo:updated":
            if run():
                run()
            # Nothing else
        case _:
            run(event_key)

    match event_key:
        case 'repo:push': run()
        case other:
            run(other)

    if event_key == "repo:push":
        run()
    elif event_key in ("§repo:fork", "§repo:updated"):
        run()
    elif event_key == "repo:transfer" or event_key == "issue:created":
        return run(
            1,
        )
    else:
        run()

    if event_key == 'repo:push':
        return 1

    if event_key == 'repo:fork':
        return 2

    handlers = {
        "repo:push": run,
        "repo:fork": lambda body: run(body),
        "repo:updated": "name"
    }
    return handlers.get(event_key)


def title(event_key):
    match event_key:
        case "repo:push":
            return "Push"
        case _:
            return None


def named(event_key):
    match event_key:
        case "repo:push":
            return "Push"
        case other:
            return other


def level(event_key):
    if event_key == "repo:push":
        return "Push"
    elif event_key == "repo:fork":
        return "Fork"
    else:
        return "Other"
`,
  ],
  go: [
    `
package receiver

import "fmt"

type payload struct{ actor string }

func run(p payload) error { return fmt.Errorf("%s", p.actor) }

func quiet(p payload) { fmt.Println(p) }

// bitbucket does what an event asks for.
func bitbucket(event string, p payload) error {
	switch event {
	case "repo:push", "repo:fork":
		return run(p)
	case "repo:updated":
	case "issue:created":
		quiet(p)
	default:
		return fmt.Errorf("%s", event)
	}
	switch {
	case event == "repo:push":
		quiet(p)
		return nil
	case event == "repo:fork":
	}
	if event := event + ""; event == "repo:push" {
		quiet(p)
	} else if event == "repo:fork" {
		quiet(p)
	} else {
		return nil
	}
	if event == "repo:push" {
		return run(p)
	}
	if event == "repo:fork" {
		return run(p)
	}
	return nil
}

func level(event string) int {
	switch event {
	case "repo:push":
		return 1
	default:
		return 2
	}
}

func order(event string) int {
	if event == "repo:push" {
		return 1
	} else if event == "repo:fork" {
		return 2
	} else {
		return 3
	}
}

type handler func(payload) error

var handlers = map[string]func(payload) error{
	"repo:push": run,
}

var named = map[string]handler{
	"repo:push": run, "repo:fork": func(p payload) error { return nil },
	"repo:updated": run,
}

var quietly = map[string]func(payload){"repo:push": quiet}

var titles = map[string]string{
	"repo:push": "Push", // the usual one
}
`,
  ],
  php: [
    `
<?php
function bitbucket(string $eventKey, callable $run): mixed
{
    switch ($eventKey) {
        case 'repo:push':
        case 'repo:fork':
            $run();
            break;
        case 'issue:created':
            return $run();
        default:
            $run($eventKey);
    }
    switch ($eventKey) {
        case 'repo:push':
            $run();
        case 'repo:fork':
            $run(1);
    }
    $title = match ($eventKey) {
        'repo:push', 'repo:fork' => 'Push',
        'repo:updated' => $run(),
        default => null,
    };
    $level = match ($eventKey) {
        'repo:push' => 1,
        'repo:fork' => 2
    };
    $handlers = [
        'repo:push' => 'push',
        'repo:fork' => fn ($body) => $run($body),
    ];
    $others = array('repo:push' => function ($body) use ($run) {
        $run($body);
    }, 'repo:fork' => [$run, 'a']);
    return [$handlers, $others, $title, $level];
}
`,
  ],
  java: [
    `
import java.util.Map;
import java.util.function.Function;

class Bitbucket {
    static String run(String body) { return body; }

    String push(String body) { return body; }

    int receive(String eventKey) {
        switch (eventKey) {
            case "repo:push":
            case "repo:fork":
                run(eventKey);
                break;
            case "issue:created": {
                run("a");
                break;
            }
            default:
                run("b");
        }
        switch (eventKey) {
            case "repo:push" -> run("a");
            case "repo:fork", "repo:updated" -> {
                run("b");
            }
            default -> run("c");
        }
        int found;
        switch (eventKey) {
            case "repo:push":
                found = 1;
                break;
            default:
                found = 2;
        }
        switch (eventKey) {
            case "repo:push":
                return found;
            default:
                throw new IllegalArgumentException(eventKey);
        }
    }

    int level(String eventKey) {
        return switch (eventKey) {
            case "repo:push", "repo:fork" -> 1;
            case "repo:updated" -> {
                run("a");
                yield 2;
            }
            default -> 3;
        };
    }

    final Map<String, Function<String, String>> handlers = Map.of(
            "repo:push", this::push,
            "repo:fork", Bitbucket::run);
    final Map<String, Runnable> others = Map.ofEntries(
            Map.entry("repo:push", () -> run("a")),
            Map.entry("repo:fork", () -> { })
    );
    final Map<String, String> titles = Map.of("repo:push", "Push");
}
`,
  ],
  rust: [
    `
pub fn run(body: &str) -> Option<u8> { body.bytes().next() }

pub fn bitbucket(event_key: &str, header: Option<&str>) -> Option<u8> {
    match event_key {
        "repo:push" | "repo:fork" => { run("a"); }
        "repo:updated" => {}
        key if key.starts_with("§issue:") => {}
        _ => (),
    }
    match header {
        Some("repo:push") => run("a"),
        Some("repo:fork") => {
            run("b")
        }
        _ => None
    }
}

pub fn level(event_key: &str) -> String {
    match event_key {
        "repo:push" => "push".to_string(),
        other => other.to_string(),
    }
}
`,
  ],
};
