/** A part of a text that leads somewhere; offsets. */
export interface LinkIn<Target> {
  readonly from: number;
  readonly to: number;
  readonly target: Target;
}

/** A text that is being written, with links in it. */
export class LinkedText<Target> {
  private parts = '';
  readonly links: LinkIn<Target>[] = [];

  get text(): string {
    return this.parts;
  }

  write(text: string): this {
    this.parts += text;
    return this;
  }

  link(text: string, target: Target): this {
    this.links.push({ from: this.parts.length, to: this.parts.length + text.length, target });
    return this.write(text);
  }

  line(text = ''): this {
    return this.write(`${text}\n`);
  }
}
