import { l10n, Uri, workspace } from 'vscode';
import { sampleFile } from '../events/fileNames';
import { renameSample } from '../events/inventedNames';
import type { SampleAddress } from '../presentation/sampleLinks';
import type { PayloadEntry, PayloadIndex, PayloadVariant } from './library/payloadIndex';
import { selectTypes } from './library/selectTypes';

/** What was built into `dist/payloads`; read when first needed, in the web host too. Rejects if a file can't be read. */
export class PayloadFiles {
  private readonly texts = new Map<string, Promise<string>>();

  constructor(private readonly extensionUri: Uri) {}

  async index(): Promise<PayloadIndex> {
    return JSON.parse(await this.text('index.json')) as PayloadIndex;
  }

  /** What there is of an event; `undefined` for one that this version doesn't know. */
  async entry(key: string): Promise<PayloadEntry | undefined> {
    const { events } = await this.index();
    return Object.hasOwn(events, key) ? events[key] : undefined;
  }

  /** The body of a sample as it would be sent; `undefined` where there is none. */
  async sample({ key, variant, names }: SampleAddress): Promise<string | undefined> {
    const variants = (await this.entry(key))?.variants ?? [];
    const found = variant === undefined ? variants[0] : variants.find(({ id }) => id === variant);
    if (!found) {
      return undefined;
    }
    const text = await this.text(sampleFile(key, found.id));
    return names ? renameSample(text, names) : text;
  }

  async schema(key: string): Promise<string | undefined> {
    const entry = await this.entry(key);
    return entry && this.text(entry.schema);
  }

  /** The TypeScript types of some events with all that they need, or of all; empty where there is none. */
  async types(keys?: readonly string[]): Promise<string> {
    const types = await this.text('types.d.ts');
    return keys ? selectTypes(types, keys) : types;
  }

  private text(name: string): Promise<string> {
    const reading = this.texts.get(name) ?? this.read(name);
    this.texts.set(name, reading);
    return reading;
  }

  private async read(name: string): Promise<string> {
    try {
      const bytes = await workspace.fs.readFile(Uri.joinPath(this.extensionUri, 'dist', 'payloads', name));
      return new TextDecoder().decode(bytes);
    } catch (error) {
      // The next one who needs it tries again.
      this.texts.delete(name);
      throw error;
    }
  }
}

/** What happened, in the user's language. */
export const variantTitle = ({ title }: PayloadVariant): string => l10n.t(title);
