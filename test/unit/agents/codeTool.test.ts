import assert from 'node:assert/strict';
import { CodeTool } from '../../../src/agents/codeTool';

describe('Comparing code for an assistant', () => {
  it('is refused in Restricted Mode, before any file is read', async () => {
    const tool = new CodeTool({ make: () => assert.fail('read') } as never);
    // Outside of VS Code no workspace is trusted.
    await assert.rejects(tool.invoke({ input: {} } as never, {} as never), /Restricted Mode/);
  });

  it('is asked about first', () => {
    const { confirmationMessages } = new CodeTool({} as never).prepareInvocation();
    assert.match(JSON.stringify(confirmationMessages), /files of the open folders/);
  });
});
