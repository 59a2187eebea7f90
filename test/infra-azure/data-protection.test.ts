import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../docs/data-protection');
const FILES = [
  'README.md',
  'tietosuojaseloste.md',
  'seloste-kasittelytoimista.md',
  'vaikutustenarviointi.md',
  'saavutettavuusseloste.md',
] as const;
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe.each(FILES)('%s', (name) => {
  const text = read(name);

  it('marks what the controller fills in or checks in one way', () => {
    const brackets = [...text.matchAll(/\[([^\]]+)\](?!\()/g)].map((match) => match[1] ?? '');
    expect(brackets.filter((mark) => mark.trim() !== '' && !/^(TÄYTÄ|TARKISTA): \S/.test(mark))).toEqual([]);
  });

  it('links to documents that exist', () => {
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? '');
    const local = links.filter((link) => !link.startsWith('https://'));
    expect(local.filter((link) => !existsSync(join(folder, link)))).toEqual([]);
  });

  it('A-11: carries no exclamation marks', () => {
    expect(text).not.toContain('!');
  });

  it('A-09: speaks of the wellbeing services county without its abbreviation', () => {
    expect(text).not.toMatch(/\bHVA\b/);
  });
});

describe('the privacy notice', () => {
  const notice = read('tietosuojaseloste.md');

  it('G-16: names the controller, the purposes, the basis, the retention and the rights', () => {
    for (const heading of [
      '## Kuka vastaa tiedoistasi',
      '## Miksi käsittelemme tietojasi',
      '## Millä perusteella',
      '## Kuinka kauan säilytämme tietoja',
      '## Mitä oikeuksia sinulla on',
    ]) {
      expect(notice).toContain(heading);
    }
  });

  it('G-20: leaves the controller to be filled in', () => {
    expect(notice).toContain('[TÄYTÄ: rekisterinpitäjän nimi');
  });

  it('A-01: makes sentences of at most fifteen words, the legal basis apart', () => {
    const prose = notice
      .replace(/\[(TÄYTÄ|TARKISTA):[^\]]*\]/g, '')
      .replace(/## Millä perusteella[\s\S]*?(?=\n## )/, '')
      .replace(/\n(?=[^\n#|-])/g, ' ');
    const sentences = prose.split(/(?<=[.:])\s+|[\n|]+/);
    expect(sentences.filter((sentence) => sentence.trim().split(/\s+/).length > 15)).toEqual([]);
  });
});

describe('the record of processing', () => {
  it('G-06, G-19: has no row for service users, and names what has no field', () => {
    const record = read('seloste-kasittelytoimista.md');
    expect(record).toMatch(/\| Palvelun käyttäjät ja läheiset \| ei mitään;/);
    expect(record).toMatch(/diagnoosille, etuudelle, henkilötunnukselle, kotiosoitteelle eikä syntymäajalle/);
  });
});

describe('the impact assessment', () => {
  it('G-17: leaves no risk without what the app does, what the organisation does, and the judgement', () => {
    const risks = /\| Riski \|[^\n]*\n[^\n]*\n((?:\|[^\n]*\n)+)/.exec(read('vaikutustenarviointi.md'))?.[1] ?? '';
    const rows = risks.trim().split('\n');
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter((row) => !/^\| [^|]+ \| [^|]+ \| [^|]+ \| \[TÄYTÄ: arvio\] \|$/.test(row))).toEqual([]);
  });
});
