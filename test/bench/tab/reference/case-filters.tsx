import { Checkbox, Dropdown, Field, makeStyles, Option, SearchBox } from '@fluentui/react-components';
import { memo } from 'react';
import type { ListFilter } from '../../../../src/features/cases/contract/case-filter.ts';
import { CASE_STAGES, type CaseList } from '../../../../src/features/cases/contract/case-list.ts';
import { caseBoardFi } from '../../../../src/features/cases/texts/case-board.fi.ts';
import { stageTitle } from '../../../../src/tab/pages/cases/case-words.ts';

const words = caseBoardFi.filters;
const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: '16px', alignItems: 'end' } });

type FiltersProps = {
  readonly list: CaseList;
  readonly filter: ListFilter;
  readonly onChange: (filter: ListFilter) => void;
};

/** A search, the county, the stage and what is late. */
export const CaseFilters = memo(function CaseFilters({ list, filter, onChange }: FiltersProps) {
  const styles = useStyles();
  const stage = CASE_STAGES.find((each) => each === filter.stage);
  return (
    <div className={styles.row}>
      <Field label={words.text}>
        <SearchBox value={filter.text} onChange={(_event, { value }) => onChange({ ...filter, text: value })} />
      </Field>
      <Field label={words.county}>
        <Dropdown
          value={list.counties.find(({ code }) => code === filter.county)?.name ?? words.all}
          selectedOptions={[filter.county]}
          onOptionSelect={(_event, { optionValue = '' }) => onChange({ ...filter, county: optionValue })}
        >
          <Option value="">{words.all}</Option>
          {list.counties.map(({ code, name }) => (
            <Option key={code} value={code}>
              {name}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Field label={words.stage}>
        <Dropdown
          className="stage"
          value={stage === undefined ? words.all : stageTitle(stage)}
          selectedOptions={[stage ?? '']}
          onOptionSelect={(_event, { optionValue }) =>
            onChange({ ...filter, stage: CASE_STAGES.find((each) => each === optionValue) ?? null })
          }
        >
          <Option value="">{words.all}</Option>
          {CASE_STAGES.map((each) => (
            <Option key={each} value={each}>
              {stageTitle(each)}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Checkbox
        label={words.isLate}
        checked={filter.isLate}
        onChange={(_event, { checked }) => onChange({ ...filter, isLate: checked === true })}
      />
    </div>
  );
});
