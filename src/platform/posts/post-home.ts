// Where a post belongs: the channel in which it was written, and who reads there.
import { Fault } from '../../kernel/fault.ts';
import type { ChannelId } from '../../kernel/ids.ts';
import type { Asking, Place } from '../teams/bot.ts';
import type { WorkspaceDirectory } from '../teams/workspace-directory.ts';

export type PostHome = { readonly channelId: ChannelId; readonly access: 'team' | 'restricted' };

/** The channel where somebody writes; written in the personal chat, the post goes to the General channel. */
export async function homeOf(
  directory: Pick<WorkspaceDirectory, 'find'>,
  { place, workspace }: Pick<Asking, 'place' | 'workspace'>,
): Promise<PostHome> {
  if (place.kind === 'channel') {
    return { channelId: place.channelId, access: place.access };
  }
  const team = await directory.find(workspace);
  if (team === null) {
    throw new Fault('workspace-unknown', { workspace });
  }
  return { channelId: team.generalChannelId, access: 'team' };
}

/**
 * Whether a post may be shown in this place. One of a restricted channel shows only there: its roster has been checked by
 * the edge, and elsewhere others would read along.
 */
export function isShownIn(home: PostHome, place: Place): boolean {
  return home.access === 'team' || (place.kind === 'channel' && place.channelId === home.channelId);
}
