import { tenantOf, type CaseId, type WorkspaceKey } from '../../../kernel/ids.ts';
import { readPlace } from '../use-cases/case-place.ts';
import type { CaseDeps } from '../use-cases/deps.ts';

/**
 * The address that opens the thread of a case in Teams. Null while it has no thread, and on a developer's machine, whose
 * client has no such addresses.
 */
export async function threadLink(
  { store, directory }: Pick<CaseDeps, 'store' | 'directory'>,
  workspace: WorkspaceKey,
  id: CaseId,
): Promise<string | null> {
  const [placed, team] = await Promise.all([readPlace(store, workspace, id), directory.find(workspace)]);
  const groupId = team?.aadGroupId ?? null;
  const rootId = placed?.place.rootId ?? null;
  if (placed === null || rootId === null || groupId === null || !team?.serviceUrl.startsWith('https:')) {
    return null;
  }
  const url = new URL(
    `https://teams.microsoft.com/l/message/${encodeURIComponent(placed.place.channelId)}/${encodeURIComponent(rootId)}`,
  );
  url.search = new URLSearchParams({ tenantId: tenantOf(workspace), groupId, parentMessageId: rootId }).toString();
  return url.href;
}
