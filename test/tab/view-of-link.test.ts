import { viewOfLink } from '../../src/tab/pages/channel-tab/view-of-link.ts';

const OWN = 'https://polku.example';
const TAB = { origin: OWN, pages: ['', 'tapaukset', 'kalenteri', 'tilastot'] };

const shared = (context: unknown): string =>
  `https://teams.microsoft.com/l/entity/1/ratkaisupolku?context=${encodeURIComponent(JSON.stringify(context))}`;

it.each([
  ['a link of Teams', shared({ subEntityId: 'tapaukset?alue=06&paatetyt=1' }), 'tapaukset?alue=06&paatetyt=1'],
  ['a page below another', shared({ subEntityId: 'tapaukset/2026-001' }), 'tapaukset/2026-001'],
  ['the first page', shared({ subEntityId: '' }), ''],
  ['the page’s own address', ` ${OWN}/tab/kalenteri?omat=1 `, 'kalenteri?omat=1'],
  ['an address that says where its reader is', `${OWN}/tab/tilastot?tiimi=19&aika=2026&kanava=2`, 'tilastot?aika=2026'],
])('finds the view of %s', (_what, link, view) => {
  expect(viewOfLink(link, TAB)).toBe(view);
});

it.each([
  ['no link', 'tapaukset'],
  ['nothing', ''],
  ['somebody else’s page', 'https://example.org/tab/tapaukset'],
  ['a page that is none of ours', `${OWN}/tab/muu`],
  ['another part of the app', `${OWN}/calendar/abc`],
  ['the page for choosing itself', `${OWN}/tab/config`],
  ['a link that leads out', shared({ subEntityId: '../calendar/abc' })],
  ['a link that leads elsewhere', shared({ subEntityId: '/../../example.org' })],
  ['a link without a view', shared({ channelId: '19' })],
  ['a link that was cut', 'https://teams.microsoft.com/l/entity/1/x?context=%7B%22sub'],
])('takes %s for none', (_what, link) => {
  expect(viewOfLink(link, TAB)).toBeNull();
});
