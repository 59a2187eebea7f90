// Runs inside the page: what has the focus, and what somebody who looks would miss of it.
(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) {
    return null;
  }
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const points = [
    [box.left + box.width / 2, box.top + box.height / 2],
    [box.left + 2, box.top + 2],
    [box.right - 2, box.bottom - 2],
  ];
  // A link over two lines has corners that are not its own.
  const isFree = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && (element.contains(top) || top.contains(element));
  });
  const name = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? '';
  return {
    name: name.replaceAll('\u00AD', '').replaceAll(/\s+/g, ' ').trim(),
    isShown: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    isFree,
  };
})();
