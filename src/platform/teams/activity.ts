// What Teams sends, as far as we read it. Everything else is dropped here, so the SDK never sees it: a forged
// `deliveryMode`, for one, would turn our replies into the HTTP answer.
import * as z from 'zod/mini';

const ShortText = z.string().check(z.minLength(1), z.maxLength(500));
const Account = z.object({
  id: ShortText,
  name: z.nullish(z.string().check(z.maxLength(500))),
  aadObjectId: z.nullish(ShortText),
});

const InboundActivity = z.object({
  type: ShortText,
  id: z.nullish(ShortText),
  name: z.nullish(ShortText),
  channelId: ShortText,
  serviceUrl: ShortText,
  from: Account,
  recipient: Account,
  conversation: z.object({
    id: ShortText,
    conversationType: z.nullish(ShortText),
    tenantId: z.nullish(ShortText),
    isGroup: z.nullish(z.boolean()),
  }),
  channelData: z.nullish(
    z.object({
      tenant: z.nullish(z.object({ id: ShortText })),
      team: z.nullish(z.object({ id: ShortText, aadGroupId: z.nullish(ShortText), name: z.nullish(ShortText) })),
      channel: z.nullish(z.object({ id: ShortText, name: z.nullish(z.string()), type: z.nullish(z.string()) })),
      eventType: z.nullish(ShortText),
    }),
  ),
  text: z.nullish(z.string().check(z.maxLength(100_000))),
  value: z.optional(z.unknown()),
  action: z.nullish(ShortText),
  replyToId: z.nullish(ShortText),
  membersAdded: z.nullish(z.array(Account).check(z.maxLength(10_000))),
  membersRemoved: z.nullish(z.array(Account).check(z.maxLength(10_000))),
});

/** One thing that Teams tells us, of the right shape; whether to believe it is for the guard to say. */
export type InboundActivity = z.infer<typeof InboundActivity>;

/** The activity in a request's body, or null when it is none. */
export function parseActivity(body: unknown): InboundActivity | null {
  const parsed = InboundActivity.safeParse(body);
  return parsed.success ? parsed.data : null;
}

/** The tenant that the activity comes from, lower case; null when it names none, or two different ones. */
export function tenantOfActivity(activity: InboundActivity): string | null {
  const named = [activity.channelData?.tenant?.id, activity.conversation.tenantId]
    .filter((id) => typeof id === 'string')
    .map((id) => id.toLowerCase());
  return new Set(named).size === 1 ? (named[0] ?? null) : null;
}

const CardPress = z.object({
  action: z.object({ type: z.literal('Action.Execute'), verb: ShortText, data: z.optional(z.unknown()) }),
});

/** What an `adaptiveCard/action` invoke presses, or null when it is no Action.Execute with a verb. */
export function parsePress(value: unknown): { readonly verb: string; readonly data: unknown } | null {
  const parsed = CardPress.safeParse(value);
  return parsed.success ? { verb: parsed.data.action.verb, data: parsed.data.action.data ?? {} } : null;
}

const Submission = z.looseObject({ verb: ShortText });

/** What an Action.Submit sends (its verb lies among its data), or null when the value holds no verb. */
export function parseSubmission(value: unknown): { readonly verb: string; readonly data: unknown } | null {
  const parsed = Submission.safeParse(value);
  return parsed.success ? { verb: parsed.data.verb, data: parsed.data } : null;
}
