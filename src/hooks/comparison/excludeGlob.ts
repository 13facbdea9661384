/** Folders with what others have written, and with what is made of one's own. */
const vendored = 'node_modules .venv venv vendor dist build out target .next .git'.split(' ');

/**
 * One glob for all that is left out: vendor folders, and what the values of `files.exclude` and `search.exclude` say.
 * Globs with a condition (`{ "when": … }`) hide files that are made of others, which are read here.
 */
export function excludeGlob(settings: readonly unknown[]): string {
  const globs = settings.flatMap((value) =>
    Object.entries(typeof value === 'object' && value !== null ? value : {}).flatMap(([glob, isOn]) =>
      isOn === true ? alternativesIn(glob) : [],
    ),
  );
  return `{${[...new Set([...vendored.map((name) => `**/${name}`), ...globs])].join(',')}}`;
}

/** `*.{a,b}` as `*.a` and `*.b`: a glob can't have braces in braces. */
function alternativesIn(glob: string): string[] {
  const [whole, before = '', alternatives = '', behind = ''] = /^(.*?)\{([^{}]*)\}(.*)$/.exec(glob) ?? [];
  return whole === undefined
    ? [glob]
    : alternatives.split(',').flatMap((each) => alternativesIn(`${before}${each}${behind}`));
}
