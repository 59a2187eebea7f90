import type { ComponentChildren } from 'preact';
import { go, hrefOf, type Query } from './address.ts';

type LinkProps = {
  /** Below `/tab`: `tapaukset/2026-014`; '' is the first page. */
  readonly to: string;
  readonly query?: Query;
  readonly class?: string;
  readonly 'aria-current'?: 'page' | 'true';
  readonly 'aria-label'?: string;
  readonly children: ComponentChildren;
};

/** A real link to another page of the tab; opening it in a new window works as everywhere. */
export function Link({ to, query = {}, children, ...rest }: LinkProps) {
  const follow = (event: MouseEvent): void => {
    if (event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      go(to, { query });
    }
  };
  return (
    <a href={hrefOf(to, query)} onClick={follow} {...rest}>
      {children}
    </a>
  );
}
