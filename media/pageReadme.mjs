// Makes the README that is packaged, dist/README.md, of README.md: VS Code's page of an extension shows no picture that
// is in the package, and who reads it there has no checkout to contribute with.
import { readFileSync, writeFileSync } from 'node:fs';

const readme = readFileSync('README.md', 'utf8');
const page = readme
  .replace(/<picture>.*?<\/picture>\n\n/gs, '')
  .replace(/^## Contributing\n.*?(?=^Bitbucket is a trademark)/ms, '');
const left = /<img|!\[|\]\((?!https:|#)|^## Contributing/m.exec(page);
if (left) {
  console.error(`README.md: “${left[0]}” would be broken on the extension's page. Correct media/pageReadme.mjs.`);
  process.exit(1);
}
writeFileSync('dist/README.md', page);
