// One turn: from an activity that is proven to be Teams' to the one reply that it gets.
import * as z from 'zod/mini';
import { workspaceKey, type WorkspaceKey } from '../../kernel/ids.ts';
import { parsePress, parseSubmission, tenantOfActivity, type InboundActivity } from './activity.ts';
import { isTeamOf, resolveAsking, type Asked, type AskingParts } from './asking.ts';
import type { Asking, CardAction, CommandReply } from './bot.ts';
import { forTeam, teamOfPress } from './card-activity.ts';
import { cleanText } from './command-text.ts';
import type { Routed } from './command-router.ts';
import { within } from './deadline.ts';
import { CHOOSE_TEAM_VERB, type EdgeReplies } from './edge-replies.ts';
import { messageKey, type SeenMessages } from './seen-messages.ts';

/** Logs what broke under a new reference id and returns the id. `where` holds ids and codes only. */
export type ReportFault = (fault: unknown, where: Readonly<Record<string, string>>) => string;

export type TurnParts = AskingParts & {
  readonly route: (text: string) => Routed;
  readonly actions: ReadonlyMap<string, CardAction>;
  readonly replies: EdgeReplies;
  readonly seen: SeenMessages;
  readonly reportFault: ReportFault;
  /** The hard stop of a turn; Teams gives an invoke five seconds. */
  readonly budgetMs: number;
};

type Press = { readonly verb: string; readonly data: unknown };

/** The reply to a message: a command, or a form of a client too old for Action.Execute. Null: it was answered before. */
export function answerMessage(parts: TurnParts, activity: InboundActivity): Promise<CommandReply | null> {
  const submission = parseSubmission(activity.value);
  return guarded(parts, activity, async () => {
    const asked = await resolveAsking(parts, activity, teamOfPress(submission?.data));
    if (submission !== null) {
      return await answerSubmission(parts, activity, asked, submission);
    }
    if (asked.kind !== 'asking') {
      return replyToOutsider(parts.replies, asked);
    }
    if (await parts.seen(asked.asking.workspace, messageKey(activity))) {
      return null;
    }
    return await runCommand(parts, activity, asked.asking);
  });
}

/** The reply to a pressed button, for the presser alone; null when the invoke is no press. */
export function answerPress(parts: TurnParts, activity: InboundActivity): Promise<CommandReply | null> {
  const press = parsePress(activity.value);
  if (press === null) {
    return Promise.resolve(null);
  }
  return guarded(parts, activity, async () => {
    const asked = await resolveAsking(parts, activity, teamOfPress(press.data));
    return await runPress(parts, activity, asked, press);
  });
}

/** The one boundary of a turn: what breaks or takes too long is logged and said; the turn is never run again. */
async function guarded<Reply>(
  parts: TurnParts,
  activity: InboundActivity,
  turn: () => Promise<Reply>,
): Promise<Reply | CommandReply> {
  try {
    return await within(parts.budgetMs, 'turn-too-slow', turn());
  } catch (fault) {
    return parts.replies.fault(parts.reportFault(fault, { at: 'turn', type: activity.type, verb: verbOf(activity) }));
  }
}

// Only verbs that exist: anything else may hold somebody's words.
function verbOf(activity: InboundActivity): string {
  return (
    (parsePress(activity.value) ?? parseSubmission(activity.value))?.verb.replaceAll(/[^a-z/-]/gi, '').slice(0, 60) ??
    ''
  );
}

async function runCommand(parts: TurnParts, activity: InboundActivity, asking: Asking): Promise<CommandReply> {
  const text = cleanText(activity.text ?? '', activity.recipient.name ?? '');
  const routed = parts.route(text);
  const request = { ...asking, messageId: activity.id ?? '', rest: '' };
  switch (routed.kind) {
    case 'command':
      return await routed.command.run({ ...request, rest: routed.rest });
    case 'empty':
      return await parts.replies.help(request);
    default:
      return await parts.replies.unknownCommand(asking, text, routed.suggestion);
  }
}

async function answerSubmission(
  parts: TurnParts,
  activity: InboundActivity,
  asked: Asked,
  submission: Press,
): Promise<CommandReply> {
  const reply = await runPress(parts, activity, asked, submission);
  // The answer to a press may hold what only the presser may see, and a message in a channel is read by all.
  const isPublic = asked.kind === 'asking' && asked.asking.place.kind === 'channel';
  return isPublic ? await parts.replies.answeredElsewhere(asked.asking) : reply;
}

async function runPress(
  parts: TurnParts,
  activity: InboundActivity,
  asked: Asked,
  press: Press,
): Promise<CommandReply> {
  if (press.verb === CHOOSE_TEAM_VERB) {
    return await chooseTeam(parts, activity, asked, press.data);
  }
  if (asked.kind !== 'asking') {
    return replyToOutsider(parts.replies, asked);
  }
  const action = parts.actions.get(press.verb);
  if (action === undefined) {
    return await parts.replies.unknownAction(asked.asking, press.verb);
  }
  const cardActivityId = activity.replyToId ?? null;
  const { card } = await action.run({ ...asked.asking, data: press.data, cardActivityId });
  // What follows from a button that named its team is about that team too.
  const team = asked.asking.place.kind === 'personal' ? teamOfPress(press.data) : null;
  return { kind: 'card', card: team === null ? card : forTeam(card, team), summary: '' };
}

const TeamChoiceData = z.object({ teamId: z.string() });

async function chooseTeam(
  parts: TurnParts,
  activity: InboundActivity,
  asked: Asked,
  data: unknown,
): Promise<CommandReply> {
  const wanted = TeamChoiceData.safeParse(data);
  const workspace = wanted.success ? workspaceKey(tenantOfActivity(activity) ?? '', wanted.data.teamId) : null;
  const person = personOf(asked);
  if (workspace === null || person === null || !(await isTeamOf(parts, workspace, person))) {
    return asked.kind === 'asking' ? parts.replies.noTeam() : replyToOutsider(parts.replies, asked);
  }
  return await keepChoice(parts, activity, workspace, person);
}

function personOf(asked: Asked): Asking['person']['id'] | null {
  if (asked.kind === 'asking') {
    return asked.asking.place.kind === 'personal' ? asked.asking.person.id : null;
  }
  return asked.kind === 'severalTeams' ? asked.person : null;
}

async function keepChoice(
  parts: TurnParts,
  activity: InboundActivity,
  workspace: WorkspaceKey,
  person: Asking['person']['id'],
): Promise<CommandReply> {
  await parts.directory.chooseTeam(workspace, person);
  const again = await resolveAsking(parts, activity);
  return again.kind === 'asking' ? await parts.replies.teamChosen(again.asking) : replyToOutsider(parts.replies, again);
}

function replyToOutsider(replies: EdgeReplies, asked: Exclude<Asked, { kind: 'asking' }>): CommandReply {
  switch (asked.kind) {
    case 'noTeam':
      return replies.noTeam();
    case 'severalTeams':
      return replies.severalTeams(asked.teams);
    case 'unsupportedPlace':
      return replies.unsupportedPlace();
    default:
      return replies.stranger();
  }
}
