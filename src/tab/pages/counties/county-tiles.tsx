import { useRef } from 'preact/hooks';
import type { CountiesView, CountyLine } from '../../../features/counties/contract.ts';
import { countiesFi as words } from '../../../features/counties/texts.fi.ts';
import { Link } from '../../shell/link.tsx';
import { ALAND, TILE_PLACES, tileBeside, type Direction, type TilePlace } from './tile-places.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

const SHADES = 4;

type CountyTilesProps = { readonly counties: CountiesView['counties']; readonly isNarrow: boolean };

/**
 * The counties as tiles that lie like the country. Each is a link in the usual order of Tab, so that nobody has to know
 * that arrows work too: a roving tabindex would hide all tiles but one from those who only know Tab.
 */
export function CountyTiles({ counties, isNarrow }: CountyTilesProps) {
  const tiles = useRef<HTMLUListElement>(null);
  const most = Math.max(1, ...counties.map(({ open }) => open));
  const walk = (event: KeyboardEvent): void => {
    const direction = ARROWS[event.key];
    const at = event.target instanceof Element ? event.target.closest('li')?.dataset['code'] : undefined;
    const next = direction === undefined || at === undefined ? null : tileBeside(at, direction);
    if (next !== null) {
      event.preventDefault();
      tiles.current?.querySelector<HTMLElement>(`li[data-code="${next}"] a`)?.focus();
    }
  };
  return (
    <section class="map" aria-labelledby="county-map">
      <h2 id="county-map">{words.map.heading}</h2>
      <p>{words.map.intro}</p>
      <p>{words.map.legend}</p>
      <p class="hint">{isNarrow ? words.map.narrow : words.map.keys}</p>
      <ul class="tiles" ref={tiles} onKeyDown={walk}>
        {TILE_PLACES.map((place) => (
          <Tile key={place.code} place={place} county={counties.find(({ code }) => code === place.code)} most={most} />
        ))}
      </ul>
      <p class="hint">{words.map.alandNote}</p>
    </section>
  );
}

type TileProps = { readonly place: TilePlace; readonly county: CountyLine | undefined; readonly most: number };

function Tile({ place, county, most }: TileProps) {
  const { code, row, column } = place;
  return (
    <li data-code={code} class={`tile tile-row-${row} tile-column-${column}`}>
      {county === undefined ? <Aland code={code} /> : <CountyTile county={county} most={most} />}
    </li>
  );
}

function Aland({ code }: { readonly code: string }) {
  return code === ALAND ? (
    <span class="tile-body tile-aland">
      <span class="tile-name">{words.map.aland}</span>
    </span>
  ) : null;
}

function CountyTile({ county, most }: { readonly county: CountyLine; readonly most: number }) {
  const { code, shortName, open, late } = county;
  const shade = Math.ceil((SHADES * open) / most);
  return (
    <Link to={`hyvinvointialueet/${code}`} class={`tile-body tile-shade-${shade}`}>
      <span class="tile-name">{shortName}</span>
      <span class="tile-count">{open}</span>
      <span class="unseen">{words.openWord(open)}</span>
      {late === 0 ? <span class="unseen">{words.late(0)}</span> : <span class="tile-late">{words.late(late)}</span>}
    </Link>
  );
}
