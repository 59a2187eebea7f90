// Which version of the model the cases follow (S0-04).
import * as z from 'zod/mini';

/** `GET /templates`: the present version, and how many cases were opened under each; the newest first. */
export const TemplateUse = z.object({
  current: z.string(),
  versions: z.array(z.object({ version: z.string(), cases: z.number() })),
});

export type TemplateUse = z.infer<typeof TemplateUse>;
