// When the page is of use: the moment that its load is measured by, here and in the browser's own tools.

let isMarked = false;

/**
 * Called when an answer of the server has been drawn. The first time in a visit it puts the mark `usable` into the
 * timeline of the browser, as soon as that picture is on the screen and a press would be answered.
 */
export function markUsable(): void {
  if (isMarked) {
    return;
  }
  isMarked = true;
  // A timer set in a frame runs when the frame has been painted and nothing else keeps the page busy.
  requestAnimationFrame(() => setTimeout(() => performance.mark('usable')));
}
