// The same two questions that our page asks, with Teams' token.
import { authentication } from '@microsoft/teams-js';
import { CaseList } from '../../../../src/features/cases/contract/case-list.ts';
import { Me } from '../../../../src/platform/tab/contract.ts';

/** The cases of the person's first team. */
export async function askCases(): Promise<CaseList> {
  const token = await authentication.getAuthToken();
  const ask = async (url: string): Promise<unknown> => {
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    return await response.json();
  };
  const me = Me.parse(await ask('/api/me'));
  return CaseList.parse(await ask(`/api/teams/${encodeURIComponent(me.teams[0]?.id ?? '')}/cases`));
}
