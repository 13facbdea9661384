/**
 * What is measured beside ours, at exact versions. Installed on demand into `.vscode-test/`: nobody else needs it.
 * yaml-language-server 1.25.0 is the last one that runs on Node.js 20.
 */
export const peerPackages = [
  { package: 'yaml-language-server', version: '1.25.0' },
  { package: 'vscode-json-languageservice', version: '5.7.2' },
  { package: 'vscode-languageserver-textdocument', version: '1.0.16' },
] as const;
