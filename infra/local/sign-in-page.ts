// Signing in to the tab in a plain browser of this machine: one chooses a person, and goes back with that person's token.
import { isOwnForm, json, type LoopbackAnswer, type LoopbackRequest } from './loopback-server.ts';
import { OUTSIDER, PEOPLE, type LocalPerson } from './people.ts';
import { escapeHtml, plainPage, radio } from './plain-page.ts';

/** Where the page is, on the issuer's own address. */
export const SIGN_IN_PATH = '/kirjaudu';

export type SignInParts = {
  /** Where the app listens, `http://127.0.0.1:<port>`: nobody else is sent a token. */
  readonly appUrl: string;
  readonly signPersonToken: (person: LocalPerson) => Promise<string>;
};

const EVERYBODY: readonly LocalPerson[] = [...PEOPLE, OUTSIDER];

/** Shows the page, or sends who chose on it back to the app; anybody else's address or form is refused. */
export async function answerSignIn(request: LoopbackRequest, parts: SignInParts): Promise<LoopbackAnswer> {
  switch (request.method) {
    case 'GET':
      return showSignIn(new URLSearchParams(request.query).get('return'), parts);
    case 'POST':
      return isOwnForm(request)
        ? await signIn(new URLSearchParams(request.body.toString()), parts)
        : json(403, { code: 'foreign-origin' });
    default:
      return json(405, { code: 'not-allowed' });
  }
}

function showSignIn(wanted: string | null, { appUrl }: SignInParts): LoopbackAnswer {
  const back = returnAddress(wanted, appUrl);
  if (back === null) {
    return refusedReturn(appUrl);
  }
  const people = EVERYBODY.map(({ key, name, role }, index) =>
    radio({ name: 'person', value: key, text: `${name}, ${role}`, isChosen: index === 0 }),
  );
  const main = `<h1>Kirjaudu sisään</h1>
<p>Tämä on harjoittelua omalla koneellasi. Salasanaa ei tarvita.</p>
<form method="post" action="${SIGN_IN_PATH}">
<input type="hidden" name="return" value="${escapeHtml(back.href)}">
<fieldset><legend>Kuka olet?</legend>${people.join('')}</fieldset>
<button type="submit">Jatka</button>
</form>`;
  // Browsers apply the rule for forms to where an answer sends them, too.
  return plainPage({ title: 'Kirjaudu sisään – Ratkaisupolku', main }, { formTargets: [back.origin] });
}

async function signIn(form: URLSearchParams, { appUrl, signPersonToken }: SignInParts): Promise<LoopbackAnswer> {
  const back = returnAddress(form.get('return'), appUrl);
  const person = EVERYBODY.find(({ key }) => key === form.get('person'));
  if (back === null || person === undefined) {
    return refusedReturn(appUrl);
  }
  back.hash = `token=${await signPersonToken(person)}`;
  return { status: 303, headers: { location: back.href, 'referrer-policy': 'no-referrer' } };
}

function refusedReturn(appUrl: string): LoopbackAnswer {
  const main = `<h1>Kirjautuminen ei onnistu</h1>
<p>Avaa ensin <a href="${appUrl}/tab">Ratkaisupolun sivut</a> ja kirjaudu sieltä.</p>`;
  return plainPage({ title: 'Kirjautuminen ei onnistu – Ratkaisupolku', main }, { status: 400 });
}

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost']);

/** The address of a page of our app on this machine; null for any other. */
function returnAddress(text: string | null, appUrl: string): URL | null {
  const url = URL.parse(text ?? '');
  const isOurs =
    url !== null &&
    url.protocol === 'http:' &&
    LOOPBACK_NAMES.has(url.hostname) &&
    url.port === new URL(appUrl).port &&
    url.username === '' &&
    url.password === '' &&
    (url.pathname === '/tab' || url.pathname.startsWith('/tab/'));
  return isOurs ? url : null;
}
