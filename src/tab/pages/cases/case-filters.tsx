// What narrows the list: a search, a few choices, and more of them behind one press.
import { useId, useMemo, useState } from 'preact/hooks';
import {
  EVERYTHING,
  isNarrowed,
  LEVEL_SLUGS,
  OWNER_KIND_SLUGS,
  STAGE_SLUGS,
  THEME_SLUGS,
  URGENCY_SLUGS,
  type ListFilter,
} from '../../../features/cases/contract/case-filter.ts';
import type { CaseList } from '../../../features/cases/contract/case-list.ts';
import { caseBoardFi } from '../../../features/cases/texts/case-board.fi.ts';
import { vocabularyFi as vocabulary } from '../../../features/cases/texts/vocabulary.fi.ts';
import { compareFinnish } from '../../../kernel/fold.ts';
import { stageTitle } from './case-words.ts';

const words = caseBoardFi.filters;

type FiltersProps = {
  readonly list: CaseList;
  readonly filter: ListFilter;
  /** What stands in the search field; the filter follows it. */
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly onChange: (filter: ListFilter) => void;
};

/** The search and the choices, as native fields with their labels above them. */
export function CaseFilters({ list, filter, typed, onType, onChange }: FiltersProps) {
  const change = (over: Partial<ListFilter>): void => onChange({ ...filter, ...over });
  const search = useId();
  const hint = useId();
  return (
    <form class="case-filters" role="search" aria-label={words.heading} onSubmit={(event) => event.preventDefault()}>
      <div class="field case-search">
        <label for={search}>{words.text}</label>
        <input
          id={search}
          type="search"
          value={typed}
          maxLength={100}
          autocomplete="off"
          aria-describedby={hint}
          onInput={(event) => onType(event.currentTarget.value)}
        />
        <p id={hint} class="hint">
          {words.textHint}
        </p>
      </div>
      <Choice
        label={words.county}
        value={filter.county}
        options={list.counties.map(({ code, name }) => [code, name])}
        // A municipality of another county would leave nothing to see.
        onChoose={(county) => change({ county, municipality: '' })}
      />
      <Choice
        label={words.stage}
        value={slugOf(STAGE_SLUGS, filter.stage)}
        options={optionsOf(STAGE_SLUGS, stageTitle)}
        onChoose={(slug) => change({ stage: memberOf(STAGE_SLUGS, slug) })}
      />
      <div class="case-flags">
        <Flag label={words.isLate} isOn={filter.isLate} onSwitch={(isLate) => change({ isLate })} />
        <Flag label={words.isMine} isOn={filter.isMine} onSwitch={(isMine) => change({ isMine })} />
        <Flag label={words.withClosed} isOn={filter.withClosed} onSwitch={(withClosed) => change({ withClosed })} />
        {isNarrowed({ ...filter, text: typed }) ? (
          <button
            type="button"
            class="button"
            onClick={() => onChange({ ...EVERYTHING, withClosed: filter.withClosed })}
          >
            {words.clear}
          </button>
        ) : null}
      </div>
      <MoreChoices list={list} filter={filter} change={change} />
    </form>
  );
}

type MoreChoicesProps = Pick<FiltersProps, 'list' | 'filter'> & {
  readonly change: (over: Partial<ListFilter>) => void;
};

function MoreChoices({ list, filter, change }: MoreChoicesProps) {
  const { municipality, theme, urgency, level, owner } = filter;
  const owners = useMemo(() => ownersOf(list), [list]);
  const inUse = [municipality, theme, urgency, level, owner].filter((value) => value !== '' && value !== null).length;
  const places = list.municipalities.filter(({ county }) => filter.county === '' || county === filter.county);
  // Open where something in it narrows the list; from then on as the reader leaves it.
  const [isOpen, setIsOpen] = useState(inUse > 0);
  return (
    <details class="case-more" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        {words.more}
        {inUse === 0 ? null : ` (${words.inUse(inUse)})`}
      </summary>
      <div class="case-choices">
        <Choice
          label={words.municipality}
          value={municipality}
          options={places.map(({ code, name }) => [code, name])}
          onChoose={(value) => change({ municipality: value })}
        />
        <Choice
          label={words.theme}
          value={slugOf(THEME_SLUGS, theme)}
          options={optionsOf(THEME_SLUGS, (member) => vocabulary.themes[member])}
          onChoose={(slug) => change({ theme: memberOf(THEME_SLUGS, slug) })}
        />
        <Choice
          label={words.urgency}
          value={slugOf(URGENCY_SLUGS, urgency)}
          options={optionsOf(URGENCY_SLUGS, (member) => vocabulary.urgencies[member])}
          onChoose={(slug) => change({ urgency: memberOf(URGENCY_SLUGS, slug) })}
        />
        <Choice
          label={words.level}
          value={slugOf(LEVEL_SLUGS, level)}
          options={optionsOf(LEVEL_SLUGS, (member) => vocabulary.levels[member])}
          onChoose={(slug) => change({ level: memberOf(LEVEL_SLUGS, slug) })}
        />
        <Choice
          label={words.owner}
          value={owner}
          options={[...optionsOf(OWNER_KIND_SLUGS, (kind) => words.ownerKinds[kind]), ...owners]}
          onChoose={(value) => change({ owner: value })}
        />
      </div>
    </details>
  );
}

type Option = readonly [value: string, title: string];

function ownersOf({ cases }: CaseList): readonly Option[] {
  const names = new Set(cases.map(({ owner }) => owner).filter((owner) => owner !== ''));
  return [...names].toSorted(compareFinnish).map((name) => [name, name]);
}

type Slugs<Member extends string> = Readonly<Record<Member, string>>;

function membersOf<Member extends string>(slugs: Slugs<Member>): readonly Member[] {
  // Object.keys loses the key type; the record's own type gives it back.
  return Object.keys(slugs) as Member[];
}

function optionsOf<Member extends string>(slugs: Slugs<Member>, title: (member: Member) => string): readonly Option[] {
  return membersOf(slugs).map((member) => [slugs[member], title(member)]);
}

function slugOf<Member extends string>(slugs: Slugs<Member>, member: Member | null): string {
  return member === null ? '' : slugs[member];
}

function memberOf<Member extends string>(slugs: Slugs<Member>, slug: string): Member | null {
  return membersOf(slugs).find((member) => slugs[member] === slug) ?? null;
}

type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChoose: (value: string) => void;
};

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const id = useId();
  // A shared address may name what no case has just now; it narrows all the same, so it is shown.
  const known =
    value === '' || options.some(([each]) => each === value) ? options : [...options, [value, value] as const];
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{words.all}</option>
        {known.map(([each, title]) => (
          <option key={each} value={each}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

type FlagProps = { readonly label: string; readonly isOn: boolean; readonly onSwitch: (isOn: boolean) => void };

function Flag({ label, isOn, onSwitch }: FlagProps) {
  return (
    <label class="choice">
      <input type="checkbox" checked={isOn} onChange={(event) => onSwitch(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
