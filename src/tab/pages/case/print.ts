// On paper nothing can be opened with a press, so everything is open there.
import { useEffect } from 'preact/hooks';

/** Opens everything while the page is printed, however printing was begun; what was closed is closed again after. */
export function useOpenWhenPrinted(): void {
  useEffect(() => {
    let opened: readonly HTMLDetailsElement[] = [];
    const open = (): void => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('.case-records details:not([open])')];
      for (const each of opened) {
        each.open = true;
      }
    };
    const close = (): void => {
      for (const each of opened) {
        each.open = false;
      }
      opened = [];
    };
    addEventListener('beforeprint', open);
    addEventListener('afterprint', close);
    return () => {
      removeEventListener('beforeprint', open);
      removeEventListener('afterprint', close);
    };
  }, []);
}

/** Opens the browser's own dialog for printing. */
export function printWhole(): void {
  print();
}
