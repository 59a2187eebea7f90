/** Something is broken: a bug, an outage, unreadable data. `details` hold ids and codes only, never people's words. */
export class Fault extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number | boolean>>;

  constructor(
    code: string,
    details: Readonly<Record<string, string | number | boolean>> = {},
    options: { readonly cause?: unknown } = {},
  ) {
    super(code, options);
    this.name = 'Fault';
    this.code = code;
    this.details = details;
  }
}

/** Throws a Fault when what the code relies on does not hold. */
export function invariant(condition: unknown, code: string): asserts condition {
  if (!condition) {
    throw new Fault(code);
  }
}

/** Closes a switch over a union: a new member does not compile until it is handled. */
export function assertNever(value: never): never {
  throw new Fault('unexpected-value', { value: String(value) });
}
