// Runs inside the page that is looked at, and tells what is wrong with it in words: each finding is one line.
(() => {
  const MIN_TARGET_PX = 24;
  const MIN_TEXT_PX = 16;
  // Letters have air above and below them, as a part of their size, that may lie over the next line's.
  const AIR = 0.2;
  const root = document.querySelector('dialog[open]') ?? document.body;

  // Only for those who listen: cut to nothing, by whichever style.
  const isCutAway = (element) =>
    element !== null && (getComputedStyle(element).clipPath === 'inset(50%)' || isCutAway(element.parentElement));

  const isSeen = (element) =>
    element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
    element.closest('.skip, noscript, option') === null &&
    !isCutAway(element);

  const nameOf = (element) => {
    const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replaceAll(/\s+/g, ' ');
    return `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${words.slice(0, 40)}"`;
  };

  const all = [...root.querySelectorAll('*')].filter(isSeen);

  /** Links within a sentence take the sentence's line; so says WCAG, too. */
  const isWithinText = (element) => {
    const around = element.parentElement?.closest('p, li, dd, span')?.textContent?.trim() ?? '';
    return getComputedStyle(element).display === 'inline' && around !== (element.textContent ?? '').trim();
  };

  const targetBox = (element) => (element.closest('label') ?? element).getBoundingClientRect();

  const smallTargets = all
    .filter((element) => element.matches('a[href], button, input, select, textarea, summary, [role=option]'))
    .filter((element) => !isWithinText(element))
    .filter((element) => {
      const { width, height } = targetBox(element);
      // Boxes fall between pixels.
      return Math.min(width, height) < MIN_TARGET_PX - 0.5;
    })
    .map((element) => {
      const { width, height } = targetBox(element);
      return `${nameOf(element)} is ${Math.round(width)} × ${Math.round(height)}`;
    });

  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode() !== null) {
    const { currentNode } = walker;
    const { parentElement } = currentNode;
    if (parentElement !== null && currentNode.data.trim() !== '' && isSeen(parentElement)) {
      texts.push({ node: currentNode, element: parentElement });
    }
  }

  const smallTexts = texts
    .filter(({ element }) => Number.parseFloat(getComputedStyle(element).fontSize) < MIN_TEXT_PX)
    .map(({ element }) => `${nameOf(element)} is ${getComputedStyle(element).fontSize}`);

  const linesOf = ({ node, element }) => {
    const range = document.createRange();
    const air = AIR * Number.parseFloat(getComputedStyle(element).fontSize);
    range.selectNodeContents(node);
    return [...range.getClientRects()]
      .filter(({ width }) => width > 1)
      .map(({ left, right, top, bottom }) => ({ left, right, top: top + air, bottom: bottom - air, element }));
  };
  const lines = texts.flatMap(linesOf).toSorted((a, b) => a.top - b.top);

  const overlaps = [];
  for (const [index, line] of lines.entries()) {
    for (let next = index + 1; next < lines.length && lines[next].top < line.bottom; next += 1) {
      const other = lines[next];
      if (Math.min(line.right, other.right) - Math.max(line.left, other.left) > 1) {
        overlaps.push(`${nameOf(line.element)} lies over ${nameOf(other.element)}`);
      }
    }
  }

  const width = document.documentElement.clientWidth;
  const outside = lines
    .filter(({ left, right }) => left < -1 || right > width + 1)
    .map(({ element, right }) => `${nameOf(element)} ends at ${Math.round(right)} of ${width}`);

  const clips = (element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const isField = element.matches('input, select, textarea');
    const isWide = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    const isHigh = ['hidden', 'clip'].includes(overflowY) && element.scrollHeight > element.clientHeight + 1;
    return !isField && (isWide || isHigh);
  };
  const clipped = all.filter((element) => element.namespaceURI.endsWith('xhtml') && clips(element)).map(nameOf);

  const pictures = [...document.querySelectorAll('svg, img, canvas')]
    .filter((picture) => picture.closest('[aria-hidden=true]') === null)
    .filter((picture) => {
      const ids = (picture.getAttribute('aria-labelledby') ?? '').split(' ').filter((id) => id !== '');
      const words = ids.map((id) => document.getElementById(id)?.textContent?.trim() ?? '');
      const isNamed = (picture.getAttribute('alt') ?? '') !== '' || (words.length > 0 && !words.includes(''));
      return !(isNamed && (picture.matches('img') || picture.getAttribute('role') === 'img'));
    })
    .map(nameOf);

  const { scrollWidth, clientWidth } = document.documentElement;
  const sideways = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide in ${clientWidth}`] : [];

  const once = (findings) => [...new Set(findings)].slice(0, 12);
  return {
    sideways,
    smallTargets: once(smallTargets),
    smallTexts: once(smallTexts),
    overlaps: once(overlaps),
    outside: once(outside),
    clipped: once(clipped),
    namelessPictures: once(pictures),
  };
})();
