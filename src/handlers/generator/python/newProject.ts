import type { GeneratedFile } from '../framework';

/** What a new project has beside its code. */
export const newPythonProject: readonly GeneratedFile[] = [
  {
    path: 'pyproject.toml',
    contents: `[project]
name = "bitbucket-webhooks"
version = "0.1.0"
requires-python = ">=3.11"
dependencies = ["fastapi[standard]"]

[dependency-groups]
dev = ["pytest"]
`,
  },
  { path: '.gitignore', contents: '.env\n.venv/\n__pycache__/\n' },
];

/** The module that uvicorn serves. */
export const appModule = (webhookModule: string): string => `import logging

from fastapi import FastAPI

from ${webhookModule} import bitbucket_webhook

logging.basicConfig(level=logging.INFO)

app = FastAPI()
app.include_router(bitbucket_webhook())
`;
