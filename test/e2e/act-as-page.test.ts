import { startSigningProxy } from '../../infra/local/signing-proxy.ts';
import { openBrowser, openContext } from './support/browser.ts';

it('lets one choose who to be without a script, by label and button', async () => {
  const nowhere = 'http://127.0.0.1:9';
  const signActivityToken = (): Promise<string> => Promise.resolve('');
  const proxy = await startSigningProxy(0, { appUrl: nowhere, playgroundUrl: null, signActivityToken });
  const browser = await openBrowser();
  const { context } = await openContext(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 900 } });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${proxy.port}/`);
  await page.getByRole('group', { name: 'Henkilö' }).getByLabel('Aino Esimerkki').check();
  await page.getByRole('group', { name: 'Maakuntakanava' }).getByLabel('Varsinais-Suomi').check();
  await page.getByRole('button', { name: 'Vaihda' }).click();
  await page.getByText('Olet nyt Aino Esimerkki (järjestöasiantuntija)').waitFor();
  const status = await page.getByRole('status').innerText();
  const isChecked = await page.getByLabel('Varsinais-Suomi').isChecked();
  const overflow = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  await browser.close();
  await proxy.stop();
  expect({ status, isChecked, overflow }).toEqual({
    status: 'Olet nyt Aino Esimerkki (järjestöasiantuntija). Maakuntakanava on nyt Varsinais-Suomi.',
    isChecked: true,
    overflow: false,
  });
});
