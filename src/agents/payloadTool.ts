import {
  l10n,
  type LanguageModelTool,
  type LanguageModelToolInvocationOptions,
  LanguageModelTextPart,
  LanguageModelToolResult,
  type PreparedToolInvocation,
} from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { describePayload, maxAnswerLength, type PayloadSource } from './answers/describePayload';
import { parsePayloadInput } from './answers/input';

/**
 * Tells assistants what comes with an event: a sample, the schema or the type of its body, and how sure that is.
 *
 * A tool of its own beside the one for keys: its answers are long and of one event, and a model that writes a handler asks
 * for them at another moment than one that looks for a key.
 */
export class PayloadTool implements LanguageModelTool<unknown> {
  constructor(
    private readonly catalog: EventCatalog,
    private readonly payloads: PayloadSource,
  ) {}

  /** No `confirmationMessages`: it reads files of the extension. */
  prepareInvocation(): PreparedToolInvocation {
    return { invocationMessage: l10n.t('Looking up what Bitbucket sends with an event') };
  }

  async invoke({ input }: LanguageModelToolInvocationOptions<unknown>): Promise<LanguageModelToolResult> {
    const parsed = parsePayloadInput(input);
    await this.catalog.ready();
    const answer = JSON.stringify(await describePayload(this.payloads, this.catalog.listKnownEvents(), parsed));
    if (answer.length > maxAnswerLength) {
      throw new Error('The answer would be too long. Ask for another "part", or for another "variant".');
    }
    return new LanguageModelToolResult([new LanguageModelTextPart(answer)]);
  }
}
