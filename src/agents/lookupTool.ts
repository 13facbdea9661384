import {
  l10n,
  type LanguageModelTool,
  type LanguageModelToolInvocationOptions,
  type LanguageModelToolInvocationPrepareOptions,
  LanguageModelTextPart,
  LanguageModelToolResult,
  type PreparedToolInvocation,
} from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { parseLookupInput } from './answers/input';
import { lookUp } from './answers/lookUp';

/**
 * Tells assistants what users see: which event keys there are, which mean what, and whether given ones are right.
 *
 * One tool and not one for listing and one for checking: each costs a part of every prompt and one of the tools that a
 * request can hold, and here every field narrows or adds, so that no combination of them can be wrong.
 */
export class LookupTool implements LanguageModelTool<unknown> {
  constructor(private readonly catalog: EventCatalog) {}

  /**
   * No `confirmationMessages`: they make VS Code ask the user first, which its API wants for what "has a side-effect or
   * may potentially be dangerous". This reads a public list. Where VS Code asks about every tool, it has its own words.
   */
  prepareInvocation({ input }: LanguageModelToolInvocationPrepareOptions<unknown>): PreparedToolInvocation {
    return {
      invocationMessage: hasKeys(input)
        ? l10n.t('Checking Bitbucket event keys')
        : l10n.t('Looking up Bitbucket webhook events'),
    };
  }

  async invoke({ input }: LanguageModelToolInvocationOptions<unknown>): Promise<LanguageModelToolResult> {
    const parsed = parseLookupInput(input);
    this.catalog.wake();
    // The cache of former days, which is a file; never the network.
    await this.catalog.ready();
    return new LanguageModelToolResult([new LanguageModelTextPart(JSON.stringify(lookUp(this.catalog, parsed)))]);
  }
}

/** The input hasn't been validated yet, and a wrong one is `invoke`'s to complain about. */
function hasKeys(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'keys' in input && Array.isArray(input.keys);
}
