/** As many of the first items as have room in an answer, and at least one. `maxLength`: characters of JSON. */
export function firstWithin<T>(items: readonly T[], maxLength: number): T[] {
  let length = 0;
  const end = items.findIndex((item, index) => {
    length += JSON.stringify(item).length;
    return length > maxLength && index > 0;
  });
  return items.slice(0, end < 0 ? items.length : end);
}
