/** Why the rules say no. `field` names the form field at fault, `args` fill the sentence that explains it. */
export type Refusal<Code extends string = string> = {
  readonly code: Code;
  readonly field?: string;
  readonly args?: Readonly<Record<string, string | number>>;
};

/** A value, or a refusal that a person can do something about. Faults are thrown instead (see fault.ts). */
export type Result<Value, Code extends string = string> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal<Code> };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refuse<Code extends string>(
  code: Code,
  about: Omit<Refusal, 'code'> = {},
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: { code, ...about } };
}
