import { l10n, Uri, workspace } from 'vscode';
import { sampleFile } from '../events/fileNames';
import { renameSample } from '../events/inventedNames';
import type { SampleAddress } from '../presentation/sampleLinks';
import type { PayloadEntry, PayloadIndex, PayloadVariant } from './library/payloadIndex';
import { selectTypes } from './library/selectTypes';
import type { BodySchema } from './library/types/declareTypes';
import type { TypeLanguage } from './library/types/typeLanguage';

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

  /** The TypeScript types of all events. */
  allTypes(): Promise<string> {
    return this.text('types.d.ts');
  }

  /** The types of some events with all that they need; empty where there is none. */
  async types(keys: readonly string[], language: TypeLanguage = 'TypeScript'): Promise<string> {
    if (language === 'TypeScript') {
      return selectTypes(await this.allTypes(), keys);
    }
    const { schemaTypes } = await import('./library/types/schemaTypes');
    const texts = await Promise.all(keys.map((key) => this.schema(key)));
    const schemas = texts.flatMap((text) => (text === undefined ? [] : [JSON.parse(text) as BodySchema]));
    return schemaTypes[language](schemas);
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
