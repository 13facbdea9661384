import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { KeyFinder } from '../../../src/language/find';
import { known } from '../language/fixture';

const finder = new KeyFinder(known);

/** Bodies of functions that are handed `eventKey`, and call `run` with what they do. */
const bodies = [
  `switch (eventKey) {
    case 'repo:push':
      run(1);
    case 'repo:fork':
      run(2);
      break;
    case 'repo:updated':
      run(3);
    default:
      run(4);
  }`,
  `switch (eventKey) {
    default:
      run(4);
    case 'repo:push':
      run(1);
  }
  run(5);`,
  `for (const each of [1, 2]) {
    switch (eventKey) {
      case 'repo:push':
        run(each);
        continue;
      default:
        run(6);
    }
    run(7);
  }`,
  `switch (eventKey) {
    case 'repo:push': return 1;
    default: run(8); return 2;
  }`,
  `if (eventKey === 'repo:push') {
    run(1);
  } else if (eventKey === 'repo:fork') {
    run(2);
  } else {
    run(3);
  }
  run(4);`,
  `if (eventKey === 'repo:push') {
    return run(1);
  }
  if (eventKey === 'repo:fork') {
    return run(2);
  }
  return run(3);`,
];

/** What is done when an event comes. */
function trace(body: string, key: string): unknown[] {
  const done: unknown[] = [];
  const program = `(function (eventKey, run) {\n${body}\n})`;
  const run = runInNewContext(program) as (key: string, run: (what: number) => void) => unknown;
  const given = run(key, (what) => done.push(what));
  return [...done, given];
}

describe('Code with further arms', () => {
  for (const body of bodies) {
    it(`does what it did when other events come: ${body.split('\n')[1]?.trim() ?? ''}`, async () => {
      const text = `function bitbucket(eventKey) {\n${body}\n}`;
      const source = { languageId: 'javascript', getText: () => text };
      const dispatch = await finder.dispatch(source, 'a', text.indexOf('repo:push'));
      const { from, to, text: added } = dispatch?.insertion(['issue:created', 'issue:updated']) ?? assert.fail();
      const changed = (text.slice(0, from) + added + text.slice(to)).split('\n').slice(1, -1).join('\n');
      for (const key of ['repo:push', 'repo:fork', 'repo:updated', 'repo:transfer']) {
        assert.deepEqual(trace(changed, key), trace(body, key), `${key}\n${changed}`);
      }
      const [own, others] = [
        trace(changed, 'issue:created'),
        ['repo:push', 'repo:fork'].flatMap((key) => trace(body, key)),
      ];
      const today = trace(body, 'issue:created');
      const ofNeighbours = own.filter((each) => each !== undefined && others.includes(each) && !today.includes(each));
      assert.deepEqual(ofNeighbours, [], changed);
      assert.deepEqual(own, trace(changed, 'issue:updated'));
    });
  }
});
