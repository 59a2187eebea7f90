// A stand-in for the app, for tests of the local world and of the browser harness: it answers every message with a card
// that holds one input of each kind, every press with a card that says what came, and lists what it received.
import { createServer } from 'node:http';
import { asObject } from '../../../infra/local/acting.ts';

const received: unknown[] = [];
let firstCardId = '';

createServer((request, response) => {
  void (async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(Buffer.from(chunk));
    }
    response.setHeader('content-type', 'application/json');
    if (request.method !== 'POST') {
      response.end(JSON.stringify(request.url === '/received' ? received : { status: 'ready' }));
      return;
    }
    const activity = asObject(JSON.parse(Buffer.concat(chunks).toString()));
    received.push({ authorization: request.headers.authorization ?? null, activity });
    response.end(JSON.stringify(await answerTo(activity)));
  })();
}).listen(Number(process.env['PORT']), '127.0.0.1');

async function answerTo(activity: Record<string, unknown>): Promise<unknown> {
  switch (activity['type']) {
    case 'message':
      firstCardId = await send(activity, 'POST', '', formCard('Lomake'));
      return {};
    case 'invoke': {
      const { verb, data } = asObject(asObject(activity['value'])['action']);
      if (verb === 'update') {
        await send(activity, 'PUT', `/${firstCardId}`, formCard('Päivitetty'));
      }
      if (verb === 'reply') {
        await send(activity, 'POST', '', formCard('Vastaus säikeessä'));
      }
      const value = formCard(`Tallennettu ${JSON.stringify(data)}`);
      return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value };
    }
    default:
      return {};
  }
}

async function send(activity: Record<string, unknown>, method: string, path: string, card: object): Promise<string> {
  const conversation = String(asObject(activity['conversation'])['id']);
  const url = `${String(activity['serviceUrl'])}/v3/conversations/${encodeURIComponent(conversation)}/activities${path}`;
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
  const body = { type: 'message', from: activity['recipient'], conversation: { id: conversation }, attachments };
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return String(asObject(await response.json())['id']);
}

function formCard(title: string): object {
  const choices = ['Nokia', 'Tampere', 'Ylöjärvi'].map((name) => ({ title: name, value: name }));
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text: title, style: 'heading', wrap: true },
      { type: 'Input.Text', id: 'title', label: 'Otsikko', isRequired: true, errorMessage: 'Kirjoita otsikko.' },
      { type: 'Input.Text', id: 'note', label: 'Kuvaus', isMultiline: true },
      { type: 'Input.ChoiceSet', id: 'town', label: 'Kunta', style: 'filtered', choices },
      { type: 'Input.ChoiceSet', id: 'way', label: 'Tapa', choices },
      { type: 'Input.ChoiceSet', id: 'one', label: 'Yksi', style: 'expanded', choices },
      { type: 'Input.Date', id: 'date', label: 'Päivä' },
      { type: 'Input.Time', id: 'time', label: 'Kello' },
      { type: 'Input.Toggle', id: 'agreed', title: 'Sovittu' },
    ],
    actions: [
      { type: 'Action.Execute', title: 'Tallenna', verb: 'save' },
      { type: 'Action.Execute', title: 'Päivitä', verb: 'update' },
      { type: 'Action.Execute', title: 'Vastaa', verb: 'reply' },
    ],
  };
}
