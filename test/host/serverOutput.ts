/**
 * The last lines of what the server printed, for error messages. Left out are the complaints about native modules:
 * their packages are installed unbuilt on purpose, and the server works without them.
 */
export class ServerOutput {
  private readonly lines: string[] = [];
  private inComplaint = false;

  add(line: string): void {
    if (line.includes('Could not locate the bindings file')) {
      this.inComplaint = true;
    } else if (this.inComplaint && line === '}') {
      this.inComplaint = false;
    } else if (!this.inComplaint && line.trim() !== '') {
      this.lines.push(line);
      this.lines.splice(0, this.lines.length - 40);
    }
  }

  toString(): string {
    return this.lines.length === 0 ? '(it printed nothing)' : this.lines.join('\n');
  }
}
