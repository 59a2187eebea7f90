// The page where one chooses who the Playground speaks as. Plain HTML: it works without scripts.
import { type Choice } from './acting.ts';
import { COUNTY_CHANNELS, PEOPLE } from './people.ts';

const STYLE = `
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
body { max-width: 34rem; margin: 2rem auto; padding: 0 1rem; }
fieldset { border: 1px solid; border-radius: .5rem; margin: 0 0 1.5rem; padding: .5rem 1rem 1rem; }
legend { font-weight: 600; padding: 0 .25rem; }
label { display: block; padding: .35rem 0; }
input { width: 1.25rem; height: 1.25rem; margin-right: .5rem; vertical-align: text-bottom; }
button { font: inherit; padding: .5rem 1.5rem; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
`;

/** The page with the present choice marked and said in words. `playgroundUrl` is null when there is no Playground. */
export function actAsPage(choice: Choice, playgroundUrl: string | null): string {
  const people = PEOPLE.map((person) =>
    radio('person', person.key, `${person.name}, ${person.role}`, person.key === choice.person.key),
  );
  const channels = COUNTY_CHANNELS.map(({ name }) => radio('channel', name, name, name === choice.channel.name));
  const back = playgroundUrl === null ? '' : `<p><a href="${playgroundUrl}">Siirry Playgroundiin</a></p>`;
  return `<!doctype html>
<html lang="fi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${choice.person.name} – Kuka olet?</title><style>${STYLE}</style></head>
<body><main>
<h1>Kuka olet?</h1>
<p role="status">Olet nyt <strong>${choice.person.name}</strong> (${choice.person.role}).
Maakuntakanava on nyt <strong>${choice.channel.name}</strong>.</p>
<p>Playground näyttää aina saman nimen, mutta botti saa viestit siltä, jonka valitset tässä.</p>
<form method="post" action="/">
<fieldset><legend>Henkilö</legend>${people.join('')}</fieldset>
<fieldset><legend>Maakuntakanava</legend>${channels.join('')}</fieldset>
<button type="submit">Vaihda</button>
</form>
${back}
</main></body></html>
`;
}

function radio(name: string, value: string, text: string, isChosen: boolean): string {
  return `<label><input type="radio" name="${name}" value="${value}"${isChosen ? ' checked' : ''}>${text}</label>`;
}
