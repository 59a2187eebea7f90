// The teams of the fault tests, as the bot would have met them.
import { parseChannelId, workspaceKey, type WorkspaceKey } from '../../src/kernel/ids.ts';
import type { WorkspaceDirectory } from '../../src/platform/teams/workspace-directory.ts';

/** The teams of so many tenants, spread evenly. */
export function buildWorkspaces(tenants: number, teamsOfTenant: number): readonly WorkspaceKey[] {
  return Array.from({ length: tenants * teamsOfTenant }, (_, index) => {
    const key = workspaceKey(`tenant-${index % tenants}`, `19:team-${index}@thread.tacv2`);
    if (key === null) {
      throw new Error('no key');
    }
    return key;
  });
}

/** Stores where the team can be reached, as its first activity would. */
export async function rememberTeam(
  directory: WorkspaceDirectory,
  workspace: WorkspaceKey,
  serviceUrl: string,
): Promise<void> {
  const [tenantId = '', teamId = ''] = workspace.split('|');
  const generalChannelId = parseChannelId(teamId);
  if (generalChannelId === null) {
    throw new Error('no channel');
  }
  const about = { tenantId, teamId, aadGroupId: null, name: null, botTeamsId: '28:bot' };
  await directory.remember(workspace, { ...about, serviceUrl, generalChannelId });
}
