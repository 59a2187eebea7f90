/**
 * The candidate that is the fewest slips away from the word (a letter missing, extra, wrong, or two neighbours swapped),
 * at most `maxDistance`; the first of equals, null when none is near. Compares as written: fold both sides first.
 */
export function nearest(word: string, candidates: readonly string[], maxDistance: number): string | null {
  let best: string | null = null;
  let bestDistance = maxDistance + 1;
  for (const candidate of candidates) {
    // The difference in length alone is a lower bound, and it keeps long pasted texts cheap.
    if (Math.abs(candidate.length - word.length) >= bestDistance) {
      continue;
    }
    const distance = slipsBetween(word, candidate);
    if (distance < bestDistance) {
      [best, bestDistance] = [candidate, distance];
    }
  }
  return best;
}

// Damerau–Levenshtein in its restricted form: no pair of letters is edited twice. Rows are prefixes of `a`.
function slipsBetween(a: string, b: string): number {
  let beforePrevious: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1),
        swapped ? at(beforePrevious, column - 2) + 1 : Infinity,
      );
    }
    [beforePrevious, previous] = [previous, current];
  }
  return at(previous, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
