/** The text among those known that was probably meant, without regard to case; undefined when none is near. */
export function nearText(text: string, known: readonly string[]): string | undefined {
  const folded = text.toLowerCase();
  return (
    known.find((other) => other.toLowerCase() === folded) ?? known.find((other) => isNear(other.toLowerCase(), folded))
  );
}

/** One letter more, less, or another, or two that changed places. */
function isNear(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const shorter = Math.min(one.length, other.length);
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [restOfOne, restOfOther] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  if (restOfOne.length === 2 && restOfOne === `${restOfOther.slice(1)}${restOfOther.slice(0, 1)}`) return true;
  return Math.max(restOfOne.length, restOfOther.length) <= 1;
}
