import { useState } from 'preact/hooks';
import { OrganisationList, type ListedOrganisation } from '../../../features/organisations/contract.ts';
import { organisationsFi } from '../../../features/organisations/texts.fi.ts';
import { organisationsTabFi as words } from '../../../features/organisations/texts/tab.fi.ts';
import { go, useAddress } from '../../shell/address.ts';
import { announce } from '../../shell/announce.ts';
import { DataTable } from '../../shell/data-table.tsx';
import { download } from '../../shell/download.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { Notice } from '../../shell/notice.tsx';
import { useApi } from '../../shell/use-api.ts';
import { ImportForm } from './import-form.tsx';
import { OrganisationForm } from './organisation-form.tsx';

const { columns } = organisationsFi;
const PATH = 'asetukset/tukipiirit';

/** What is open below the list: the form of one organisation (null: a new one), or nothing. */
type Editing = { readonly organisation: ListedOrganisation | null };

/** The register of districts and associations: looking, searching, one by one and as a file. */
export function OrganisationsSection() {
  const { query } = useAddress();
  const search = query.get('haku') ?? '';
  const api = useApi(OrganisationList, `organisations?${new URLSearchParams({ haku: search }).toString()}`);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [said, setSaid] = useState<{ readonly tone: 'done' | 'problem'; readonly text: string } | null>(null);
  const tell = (tone: 'done' | 'problem', text: string): void => {
    setSaid({ tone, text });
    announce(text);
  };
  const done = (text: string): void => {
    setEditing(null);
    tell('done', text);
    api.reload();
  };
  return (
    <>
      {said === null ? null : <Notice tone={said.tone}>{said.text}</Notice>}
      <Loaded from={api}>
        {(list) => (
          <>
            <Head
              list={list}
              onAdd={() => setEditing({ organisation: null })}
              onFailed={() => tell('problem', words.failed)}
            />
            {editing === null ? null : (
              <OrganisationForm
                key={editing.organisation?.id ?? ''}
                organisation={editing.organisation}
                listSeen={list.seen}
                districts={list.districtNames}
                onSaved={done}
                onCancel={() => setEditing(null)}
              />
            )}
            <label class="field settings-search">
              {words.search}
              <input
                type="search"
                value={search}
                onInput={(event) => go(PATH, { query: { haku: event.currentTarget.value }, replace: true })}
              />
            </label>
            <Listed list={list} isSearch={search !== ''} onEdit={(organisation) => setEditing({ organisation })} />
            {list.canChange ? <ImportForm onDone={done} /> : null}
          </>
        )}
      </Loaded>
    </>
  );
}

type HeadProps = {
  readonly list: OrganisationList;
  readonly onAdd: () => void;
  readonly onFailed: () => void;
};

function Head({ list, onAdd, onFailed }: HeadProps) {
  const save = async (): Promise<void> => {
    if ((await download('organisations/file')).kind === 'failed') {
      onFailed();
    }
  };
  const { lastChange } = list;
  return (
    <>
      <p>
        {words.count(list.districts, list.associations)}{' '}
        {lastChange === null ? '' : words.lastChange(lastChange.by, lastChange.at)}
      </p>
      {list.canChange ? null : <p>{words.adminsOnly}</p>}
      {list.isInterrupted && list.canChange ? <Notice tone="warning">{words.interrupted}</Notice> : null}
      <div class="actions">
        {list.canChange ? (
          <button type="button" class="button" onClick={onAdd}>
            {words.add}
          </button>
        ) : null}
        <button type="button" class="button" onClick={() => void save()}>
          {words.download}
        </button>
      </div>
    </>
  );
}

type ListedProps = {
  readonly list: OrganisationList;
  readonly isSearch: boolean;
  readonly onEdit: (organisation: ListedOrganisation) => void;
};

function Listed({ list, isSearch, onEdit }: ListedProps) {
  if (list.organisations.length === 0) {
    return <p>{isSearch ? words.none : words.empty}</p>;
  }
  const title = { name: 'name', title: columns.name, isRowHeader: true };
  return (
    <>
      <DataTable<ListedOrganisation>
        caption={words.list}
        rows={list.organisations}
        keyOf={({ id }) => id}
        columns={[
          { ...title, cell: (each) => <Name organisation={each} /> },
          { name: 'kind', title: columns.kind, cell: ({ cells }) => cells.kind },
          { name: 'counties', title: columns.counties, cell: ({ cells }) => cells.counties },
          { name: 'municipalities', title: columns.municipalities, cell: ({ cells }) => cells.municipalities },
          { name: 'district', title: columns.district, cell: ({ cells }) => cells.district },
          ...(list.canChange
            ? [
                {
                  name: 'actions',
                  title: words.actions,
                  cell: (each: ListedOrganisation) => (
                    <button
                      type="button"
                      class="button"
                      aria-label={words.editNamed(each.cells.name)}
                      onClick={() => onEdit(each)}
                    >
                      {words.edit}
                    </button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {list.more === 0 ? null : <p>{words.more(list.more)}</p>}
    </>
  );
}

function Name({ organisation: { cells, isActive } }: { readonly organisation: ListedOrganisation }) {
  return (
    <>
      {cells.page === '' ? (
        cells.name
      ) : (
        <a href={cells.page} target="_blank" rel="noreferrer">
          {cells.name}
        </a>
      )}
      {isActive ? '' : ` (${words.notInUse})`}
    </>
  );
}
