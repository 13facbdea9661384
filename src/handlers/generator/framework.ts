import type { TypeLanguage } from '../../payloads/library/types/typeLanguage';

/** What a framework is told to write. Paths are relative to the project's folder, with slashes. */
export interface HandlerOrder {
  /** In the order in which they are written; at least one. */
  readonly events: readonly HandledEvent[];
  /** The declarations of their bodies in the framework's language, as "Copy payload type" has them. */
  readonly types: string;
  /** Where the handler's own files belong. */
  readonly folder: string;
}

export interface HandledEvent {
  readonly key: string;
  /** A body as Bitbucket would send it; none where nobody has published one. */
  readonly sample?: string | undefined;
}

export interface GeneratedFile {
  readonly path: string;
  readonly contents: string;
}

/** What is to be written, and what people do next. */
export interface HandlerPlan {
  readonly files: readonly GeneratedFile[];
  /** The file with the code for each event. */
  readonly main: string;
  /** What installs the packages that it needs; nothing where they are there. Commands for any shell. */
  readonly install: readonly string[];
  /** What makes an existing app call the handler. */
  readonly mount?: { readonly imports: string; readonly call: string };
  /** The file that the framework's people keep secrets in while they develop. */
  readonly secretFile: string;
  /** What starts it; unknown in projects that start in their own way. */
  readonly start?: string;
  readonly test: string;
  /** What it listens on. */
  readonly address: string;
}

/** The files of a project. Paths may lead out of it with `..`, as far as `outer` says. */
export interface ProjectReader {
  /** `undefined` where there is no such file. */
  read(path: string): Promise<string | undefined>;
  /** Whether there is a file or folder. */
  exists(path: string): Promise<boolean>;
  /** The folders around it as far as files may be read, from the inside out: `..`, `../..`. */
  readonly outer: readonly string[];
}

/** A folder as a framework sees it. */
export interface HandlerProject {
  /** Whether there is no manifest, so that one is written. */
  readonly isNew: boolean;
  readonly usesFramework: boolean;
  /** A name, such as TypeScript. */
  readonly language: string;
  /** Where the framework's people would put the handler. */
  readonly folder: string;
  write(order: HandlerOrder): HandlerPlan;
}

/** One for each framework, in a file of its own. */
export interface Framework {
  readonly id: string;
  /** The same in all languages. */
  readonly name: string;
  /** The names of the files one of which a project of its language has. */
  readonly manifests: readonly string[];
  readonly typeLanguage: TypeLanguage;
  /** What stands before the number of a folder whose name was taken, such that the language can import it. */
  readonly numberPrefix: string;
  /** Never rejects because of what stands in files: a broken manifest is one that says nothing. */
  open(reader: ProjectReader): Promise<HandlerProject>;
}

/** A name that is free: the wished one, else with a number before its ending. */
export async function freeName(
  wished: string,
  isTaken: (name: string) => Promise<boolean>,
  numberPrefix = '-',
): Promise<string> {
  const [, stem = wished, ending = ''] = /^(.*?)((?:\.\w+)?)$/.exec(wished) ?? [];
  let name = wished;
  for (let number = 2; await isTaken(name); number++) {
    name = `${stem}${numberPrefix}${number}${ending}`;
  }
  return name;
}
