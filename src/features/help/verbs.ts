/** The verbs of this feature's buttons. */
export const HELP_VERBS = {
  /** Runs the command that the button names. */
  run: 'help/run',
  /** Shows one word of the glossary. */
  term: 'help/term',
} as const;
