import assert from 'node:assert/strict';
import { choices, eventOf, type Files, generate, openProject } from './generated';

const several = choices['several'] ?? [];
const paths = async (id: string, files: Files = {}) =>
  (await generate(id, several, files)).files.map(({ path }) => path);
const file = async (id: string, name: string, keys = several, files: Files = {}) => {
  const plan = await generate(id, keys, files);
  return plan.files.find(({ path }) => path.endsWith(name))?.contents ?? assert.fail(name);
};

describe('A handler in Python', () => {
  it('comes with the least manifest in an empty folder, and as a package elsewhere', async () => {
    const empty = await generate('fastapi', ['repo:push']);
    assert.deepEqual(
      empty.files.map(({ path }) => path),
      [
        ...['pyproject.toml', '.gitignore', 'main.py', 'bitbucket/__init__.py'],
        ...['handlers', 'webhook', 'signature', 'deliveries', 'payloads', 'test_webhook'].map(
          (name) => `bitbucket/${name}.py`,
        ),
        'bitbucket/samples/repo-push.bitbucket.json',
      ],
    );
    assert.deepEqual(empty.install, ['pip install "fastapi[standard]" pytest']);
    assert.equal(empty.start, 'uvicorn main:app --env-file .env --reload');
    const mounted = await generate('fastapi', several, { 'requirements.txt': 'fastapi\n', 'app/main.py': '' });
    assert.ok(mounted.files.every(({ path }) => path.startsWith('app/bitbucket/')));
    assert.equal(mounted.mount?.imports, 'from app.bitbucket.webhook import bitbucket_webhook');
    assert.deepEqual([mounted.install, mounted.start], [['pip install pytest httpx'], undefined]);
  });

  it('leaves what is there as it is, under another name that Python can import', async () => {
    const written = await paths('fastapi', { '.gitignore': '', 'main.py': '' });
    assert.ok(!written.includes('.gitignore') && written.includes('main_2.py'));
    assert.equal((await generate('fastapi', several, { 'main.py': '' })).start?.split(' ')[1], 'main_2:app');
  });

  const manifests: readonly (readonly [title: string, files: Files, install: readonly string[] | undefined])[] = [
    ['a list of requirements', { 'requirements.txt': '# web\nFastAPI[standard]>=0.110\npytest' }, []],
    ['a project', { 'pyproject.toml': '[project]\ndependencies = ["fastapi>=0.1", "httpx"]' }, ['pip install pytest']],
    [
      'a project of uv',
      { 'pyproject.toml': 'dependencies = [\n  "fastapi",\n]', 'uv.lock': '' },
      ['uv add --dev pytest httpx'],
    ],
    [
      'a project of Poetry',
      { 'pyproject.toml': '[tool.poetry.dependencies]\nfastapi = "^0.1"\npytest = "*"', 'poetry.lock': '' },
      ['poetry add --group dev httpx'],
    ],
    ['a comment', { 'requirements.txt': '# fastapi\nflask  # not fastapi' }, undefined],
    ['another package', { 'pyproject.toml': 'dependencies = ["fastapi-users"]' }, undefined],
    ['a broken manifest', { 'pyproject.toml': '[project\n"' }, undefined],
  ];
  for (const [title, files, install] of manifests) {
    it(`is ${install ? 'recognised by' : 'not taken for what is named in'} ${title}`, async () => {
      const { usesFramework, isNew } = await openProject('fastapi', files);
      assert.deepEqual([usesFramework, isNew], [install !== undefined, false]);
      if (install) {
        assert.deepEqual((await generate('fastapi', several, files)).install, install);
      }
    });
  }

  it('has a function for each event, and no types where nobody has published any', async () => {
    const handlers = await file('fastapi', 'handlers.py');
    assert.match(handlers, /^def on_pullrequest_created\(payload: PullRequestCreatedPayload\) -> None:$/m);
    assert.match(handlers, /^ {4}"repo:push": on_repo_push,$/m);
    const unpublished = choices['unpublished'] ?? [];
    assert.match(await file('fastapi', 'handlers.py', unpublished), /\(payload: dict\[str, Any\]\)/);
    const plan = await generate('fastapi', unpublished);
    assert.ok(!plan.files.some(({ path }) => path.endsWith('payloads.py')));
  });
});

describe('A handler in Go', () => {
  it('comes with the least manifest in an empty folder, and as a package elsewhere', async () => {
    const empty = await generate('go', ['repo:push']);
    assert.deepEqual(
      empty.files.map(({ path }) => path),
      [
        ...['go.mod', '.gitignore', 'main.go'],
        ...['handlers', 'webhook', 'signature', 'deliveries', 'payloads', 'webhook_test'].map(
          (name) => `internal/bitbucket/${name}.go`,
        ),
        'internal/bitbucket/testdata/repo-push.bitbucket.json',
      ],
    );
    assert.deepEqual(empty.install, []);
    const files = { 'go.mod': '// ours\nmodule example.org/tides // since 2020\n\ngo 1.21\n' };
    const mounted = await generate('go', several, files);
    assert.ok(mounted.files.every(({ path }) => path.startsWith('bitbucket/')));
    assert.equal(mounted.mount?.imports, 'import "example.org/tides/bitbucket"');
    assert.match(
      mounted.mount.call,
      /^webhook, err := bitbucket\.NewWebhook\(\)\n[\s\S]*\nmux\.Handle\("\/bitbucket", webhook\)$/,
    );
    assert.equal(mounted.test, 'go test ./bitbucket');
    assert.ok((await openProject('go', files)).usesFramework);
  });

  it('has a package that is named as its folder, as far as Go allows', async () => {
    for (const [folder, name] of [
      ['services/bitbucket2', 'bitbucket2'],
      ['web-hooks', 'webhooks'],
      ['src/2', 'bitbucket'],
    ] as const) {
      const { files } = await generate('go', several, { 'go.mod': 'module m' }, folder);
      const packages = files.filter(({ path }) => path.endsWith('.go')).map(({ contents }) => contents);
      assert.ok(
        packages.every((text) => new RegExp(`^package ${name}$`, 'm').test(text)),
        folder,
      );
    }
  });

  it('has a function for each event', async () => {
    const handlers = await file('go', 'handlers.go');
    assert.match(handlers, /^\tcase "repo:push":\n\t\treturn decoded\(onRepoPush\)$/m);
    assert.match(handlers, /^func onRepoPush\(ctx context\.Context, payload RepoPushPayload\) error \{$/m);
    assert.match(await file('go', 'handlers.go', choices['unpublished']), /payload json\.RawMessage\) error/);
  });
});

describe('Handlers in Python and Go', () => {
  it('do something with each event whose body is known', async () => {
    const all = choices['all'] ?? [];
    const unknown = all.filter((key) => eventOf(key).sample === undefined).length;
    for (const [id, name] of [
      ['fastapi', 'handlers.py'],
      ['go', 'handlers.go'],
    ] as const) {
      assert.equal((await file(id, name, all)).split('Nobody has published').length - 1, unknown, id);
    }
  });
});
