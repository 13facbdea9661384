/** The arguments of VS Code that the stand-in understands; it takes no notice of the others. */
export interface StandInArguments {
  readonly extension: string;
  readonly tests: string;
  readonly userDataFolder: string | undefined;
  readonly workspace: string | undefined;
  readonly workspaceTrust: boolean;
  /** Whether the extension is to run in the web worker host rather than in the Node.js host. */
  readonly web: boolean;
}

/** Reads what @vscode/test-electron passes to VS Code. */
export function readArguments(args: readonly string[]): StandInArguments {
  const valueOf = (name: string): string | undefined =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(`--${name}=`.length);
  const required = (name: string): string => {
    const value = valueOf(name);
    if (value === undefined) {
      throw new Error(`The stand-in for VS Code runs tests only, and --${name}= is missing. Use it through runTests.`);
    }
    return value;
  };
  return {
    extension: required('extensionDevelopmentPath'),
    tests: required('extensionTestsPath'),
    userDataFolder: valueOf('user-data-dir'),
    workspace: args.find((arg) => !arg.startsWith('--')),
    workspaceTrust: !args.includes('--disable-workspace-trust'),
    web: valueOf('extensionDevelopmentKind') === 'web',
  };
}
