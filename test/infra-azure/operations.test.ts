import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appSettings, readBicep } from './read-bicep.ts';

const read = (path: string) => readFileSync(join(__dirname, '../..', path), 'utf8');
const guide = read('docs/operations.md');
const rows = [...guide.matchAll(/^\| `([A-Z_]+)` \| (A?) ?\| (.+) \|$/gm)].map((match) => ({
  name: match[1] ?? '',
  isSetByTemplate: match[2] === 'A',
}));

describe('docs/operations.md', () => {
  it('explains every setting of the app, and no other', () => {
    const schema = /const Settings = z\.object\(\{\n([\s\S]*?)^\}\);/m.exec(read('src/config.ts'))?.[1] ?? '';
    const settings = [...schema.matchAll(/^ {2}([A-Z_]+):/gm)].map((match) => match[1] ?? '');
    expect(settings.length).toBeGreaterThan(10);
    expect(rows.map((row) => row.name).toSorted()).toEqual(settings.toSorted());
  });

  it('marks the settings that the template makes', () => {
    const made = appSettings(readBicep('azure.bicep').code);
    const wrong = rows.filter(({ name, isSetByTemplate }) => made.has(name) !== isSetByTemplate);
    expect(wrong).toEqual([]);
  });

  it('names every parameter that may be chosen', () => {
    const optional = readBicep('azure.bicep').params.filter((param) => param.fallback !== null);
    expect(optional.filter(({ name }) => !guide.includes(`\`${name}\``))).toEqual([]);
  });

  it('G-09: says what Teams keeps', () => {
    expect(guide).toContain('What Teams keeps (G-09)');
  });

  it('says that the templates have not been compiled', () => {
    expect(guide).toContain('The templates have not been compiled.');
  });
});
