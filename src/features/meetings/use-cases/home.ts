import { Fault } from '../../../kernel/fault.ts';
import type { Asking } from '../../../platform/teams/bot.ts';
import type { Home } from '../domain/meeting.ts';
import type { MeetingDeps } from './deps.ts';

/** Where what is made now belongs: this channel, or the General channel when it is asked for in the personal chat. */
export async function homeOf({ directory }: MeetingDeps, { place, workspace }: Asking): Promise<Home> {
  if (place.kind === 'channel') {
    return { channelId: place.channelId, access: place.access };
  }
  const team = await directory.find(workspace);
  if (team === null) {
    throw new Fault('workspace-unknown', { workspace });
  }
  return { channelId: team.generalChannelId, access: 'team' };
}
