/** Where details for whoever looks into a problem go; VS Code's `LogOutputChannel` is one. Not localised. */
export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
}
