// What the edge says where no feature speaks, as codes: tests of the edge look at which reply it chose.
import type { CommandReply } from '../../src/platform/teams/bot.ts';
import type { EdgeReplies } from '../../src/platform/teams/edge-replies.ts';
import { plainCard } from './bot-client.ts';

export function reply(text: string): CommandReply {
  return { kind: 'card', card: plainCard(text), summary: text };
}

export const replies: EdgeReplies = {
  help: () => Promise.resolve(reply('help')),
  unknownCommand: (_asking, text, suggestion) =>
    Promise.resolve(reply(`unknown command ${text} -> ${suggestion ?? 'none'}`)),
  unknownAction: (_asking, verb) => Promise.resolve(reply(`unknown action ${verb}`)),
  stranger: () => reply('stranger'),
  noTeam: () => reply('no team'),
  severalTeams: (teams) => reply(`several teams ${teams.map((team) => team.teamId).join(' ')}`),
  teamChosen: (asking) => Promise.resolve(reply(`chosen ${asking.workspace}`)),
  unsupportedPlace: () => reply('unsupported place'),
  answeredElsewhere: () => Promise.resolve(reply('answered elsewhere')),
  fault: (ref) => reply(`fault ${ref}`),
};
