// The page where one chooses who the Playground speaks as.
import { type Choice } from './acting.ts';
import type { LoopbackAnswer } from './loopback-server.ts';
import { COUNTY_CHANNELS, PEOPLE } from './people.ts';
import { plainPage, radio } from './plain-page.ts';

/** The page with the present choice marked and said in words. `playgroundUrl` is null when there is no Playground. */
export function actAsPage(choice: Choice, playgroundUrl: string | null): LoopbackAnswer {
  const people = PEOPLE.map(({ key, name, role }) =>
    radio({ name: 'person', value: key, text: `${name}, ${role}`, isChosen: key === choice.person.key }),
  );
  const channels = COUNTY_CHANNELS.map(({ name }) =>
    radio({ name: 'channel', value: name, text: name, isChosen: name === choice.channel.name }),
  );
  const back = playgroundUrl === null ? '' : `<p><a href="${playgroundUrl}">Siirry Playgroundiin</a></p>`;
  const main = `<h1>Kuka olet?</h1>
<p role="status">Olet nyt <strong>${choice.person.name}</strong> (${choice.person.role}).
Maakuntakanava on nyt <strong>${choice.channel.name}</strong>.</p>
<p>Playground näyttää aina saman nimen, mutta botti saa viestit siltä, jonka valitset tässä.</p>
<form method="post" action="/">
<fieldset><legend>Henkilö</legend>${people.join('')}</fieldset>
<fieldset><legend>Maakuntakanava</legend>${channels.join('')}</fieldset>
<button type="submit">Vaihda</button>
</form>
${back}`;
  return plainPage({ title: `${choice.person.name} – Kuka olet?`, main });
}
