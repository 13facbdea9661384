/** How modules of a project are written. */
export interface ModuleStyle {
  readonly isTypeScript: boolean;
  /** ECMAScript modules, or CommonJS. In TypeScript both are written alike. */
  readonly isEsm: boolean;
  /** What relative imports end in. */
  readonly importExtension: '' | '.js' | '.ts';
}

/**
 * A module out of a template that serves both languages. What stands between « and » is for TypeScript alone, what
 * stands between ‹ and › for JavaScript; relative imports have no extension.
 */
export function moduleText(template: string, style: ModuleStyle): string {
  const text = template
    .replace(/«([^»]*)»/g, style.isTypeScript ? '$1' : '')
    .replace(/‹([^›]*)›/g, style.isTypeScript ? '' : '$1')
    .replace(/(?<= from ')\.[^']*/g, (path) => path + style.importExtension);
  return style.isTypeScript || style.isEsm ? text : commonJs(text);
}

function commonJs(text: string): string {
  const names = [...text.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(([, name]) => name);
  const body = text
    .replace(/^import (\w+) from ('[^']+');$/gm, 'const $1 = require($2);')
    .replace(/^import (\{[^}]+\}) from ('[^']+');$/gm, 'const $1 = require($2);')
    .replace(/^export (?=async |function|const)/gm, '');
  return names.length === 0 ? body : `${body}\nmodule.exports = { ${names.join(', ')} };\n`;
}
