// Where a process spent its time, from the profile that Node wrote of it, by part of the program.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Frame = { readonly functionName: string; readonly url: string };
type Node = { readonly id: number; readonly callFrame: Frame; readonly children?: readonly number[] };
type Profile = {
  readonly nodes: readonly Node[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
};

/** The parts, the first that fits counts. What calls nobody's code is Node's own. */
const PARTS: readonly (readonly [part: string, owner: RegExp])[] = [
  ['storage: the SDK of Azure Tables', /^(@azure|@typespec)\//],
  ['storage: ours', /^src\/platform\/storage\//],
  ['check of the token', /^(jsonwebtoken|jws|jwa|base64url|rsa-pem-from-mod-exp|ecdsa-sig-formatter)$/],
  [
    'Bot Framework, teams-ai, restify',
    /^(bot|@microsoft\/teams-ai|restify|find-my-way|node-fetch|axios|zod-to|filename)/,
  ],
  ['cards: templates and forms', /^(adaptive|antlr4ts|src\/platform\/cards\/|src\/features\/.*\/cards\/)/],
  ['delivery: promises', /^src\/platform\/delivery\//],
  ['dates', /^(temporal|src\/kernel\/)/],
  ['everything else of ours', /^src\//],
  ['other packages', /^[^(]/],
];

/** The shares of the youngest profile of a folder, largest first, without what came before `fromMs`. */
export function sharesOf(folder: string, fromMs: number): readonly (readonly [part: string, share: number])[] {
  const file = readdirSync(folder)
    .filter((name) => name.endsWith('.cpuprofile'))
    .toSorted()
    .at(-1);
  // Node wrote it; its shape is documented.
  const profile = JSON.parse(readFileSync(join(folder, file ?? ''), 'utf8')) as Profile;
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const spent = new Map<string, number>();
  let passedUs = 0;
  profile.samples.forEach((id, index) => {
    const us = profile.timeDeltas[index] ?? 0;
    passedUs += us;
    if (passedUs >= fromMs * 1_000 && nodes.get(id)?.callFrame.functionName !== '(idle)') {
      const part = partOf(id, nodes, parents);
      spent.set(part, (spent.get(part) ?? 0) + us);
    }
  });
  const all = [...spent.values()].reduce((sum, us) => sum + us, 0);
  return [...spent].map(([part, us]) => [part, us / all] as const).toSorted((a, b) => b[1] - a[1]);
}

/** Whose code it is: the nearest caller outside of Node. */
function partOf(id: number, nodes: ReadonlyMap<number, Node>, parents: ReadonlyMap<number, number>): string {
  for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
    const owner = ownerOf(nodes.get(at)?.callFrame.url ?? '');
    if (owner !== null) {
      return PARTS.find(([, pattern]) => pattern.test(owner))?.[0] ?? owner;
    }
  }
  return nodes.get(id)?.callFrame.functionName === '(garbage collector)'
    ? 'garbage collection'
    : 'Node itself: sockets, promises';
}

function ownerOf(url: string): string | null {
  const inPackage = url.lastIndexOf('node_modules/');
  if (inPackage >= 0) {
    const [scope = '', name = ''] = url.slice(inPackage + 'node_modules/'.length).split('/');
    return scope.startsWith('@') ? `${scope}/${name}` : scope;
  }
  const inSource = url.lastIndexOf('/src/');
  return inSource >= 0 ? url.slice(inSource + 1) : null;
}
