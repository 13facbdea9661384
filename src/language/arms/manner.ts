/** How people write what isn't done yet in a language. */
export interface Manner {
  readonly language: 'script' | 'python' | 'go' | 'php' | 'java' | 'rust';
  readonly comment: '//' | '#';
  /** One step of indentation, where nothing near shows it. */
  readonly step: string;
  /** An arm of a `switch` goes on in the next one, unless something ends it. */
  readonly fallsThrough: boolean;
  /** Arms are tried one after the other: what stands behind one that takes everything is never reached. */
  readonly isOrdered: boolean;
  /** What stands where a statement must, and nothing is done. */
  readonly nothing: string;
  /** A statement that refuses to go on, and stands wherever a value would. `quote` is that of texts near by. */
  readonly refuse: (key: string, quote: string) => string;
}

const script: Manner = {
  language: 'script',
  comment: '//',
  step: '  ',
  fallsThrough: true,
  isOrdered: false,
  nothing: '',
  refuse: (key, quote) => `throw new Error(${quote}${key} is not handled yet${quote});`,
};

/** By VS Code's language identifiers: the languages whose arms are known here. */
const manners: Readonly<Record<string, Manner>> = {
  typescript: script,
  typescriptreact: script,
  javascript: script,
  javascriptreact: script,
  python: {
    ...script,
    language: 'python',
    comment: '#',
    step: '    ',
    fallsThrough: false,
    isOrdered: true,
    nothing: 'pass',
    refuse: (key, quote) => `raise NotImplementedError(${quote}${key} is not handled yet${quote})`,
  },
  go: {
    ...script,
    language: 'go',
    step: '\t',
    fallsThrough: false,
    refuse: (key) => `panic("${key} is not handled yet")`,
  },
  php: {
    ...script,
    language: 'php',
    step: '    ',
    refuse: (key, quote) => `throw new \\LogicException(${quote}${key} is not handled yet${quote});`,
  },
  java: {
    ...script,
    language: 'java',
    step: '    ',
    refuse: (key) => `throw new UnsupportedOperationException("${key} is not handled yet");`,
  },
  rust: {
    ...script,
    language: 'rust',
    step: '    ',
    fallsThrough: false,
    isOrdered: true,
    refuse: (key) => `todo!("handle ${key}")`,
  },
};

export const armLanguages: readonly string[] = Object.keys(manners);

export function mannerOf(languageId: string): Manner | undefined {
  return manners[languageId];
}
