import fc from 'fast-check';
import { presentForm } from '../../../../src/platform/cards/present-form.ts';
import { lintCard } from '../../../support/card-linter.ts';
import { walk, walks } from '../walk.ts';
it('sizes', () => {
  const max = new Map<string, number>();
  const problems = new Set<string>();
  for (const chances of fc.sample(walks(80), { numRuns: 60, seed: 7 })) {
    for (const s of walk(chances)) {
      const card = presentForm({ title: s.content.title, about: 'Tapaus 2026-014 · x', intro: s.content.intro, step: 'Vaihe 2/4', notices: s.content.notices, privacyNotice: 'Älä kirjoita', fields: s.content.fields, typed: {}, problems: {}, buttons: [], help: 'Kysy' });
      const size = JSON.stringify(card).length;
      max.set(s.name, Math.max(max.get(s.name) ?? 0, size));
      for (const p of lintCard(card)) problems.add(`${s.name}: ${String(p)}`);
    }
  }
  console.log([...max].sort((a, b) => b[1] - a[1]).slice(0, 8), [...problems].slice(0, 20));
});
