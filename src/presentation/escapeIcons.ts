/** Text from the network for places that draw `$(name)` as an icon: pick lists and the status bar. */
export function escapeIcons(text: string): string {
  return text.replaceAll('$(', '\\$(');
}
