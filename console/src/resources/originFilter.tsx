/** Narrows the resources of a branch to those that came from one project. */
import { useState } from 'react';
import { ProjectChoicesDocument, type ResourceRowFragment } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { SearchedChoice } from '../design/searchedChoice.js';

interface OriginFilterProps {
  /** The key of the project; undefined for any. */
  value: string | undefined;
  /** The rows on screen: their origins are offered first, for those projects may be on no server that a person sees. */
  rows: readonly ResourceRowFragment[];
  onChange: (key: string | undefined) => void;
}

/** No key: a key has no asterisk. */
const any = '*';
const foundCount = 20;

export function OriginFilter({ value, rows, onChange }: OriginFilterProps) {
  const [find, setFind] = useState('');
  const { data } = useQuery(ProjectChoicesDocument, {
    first: foundCount,
    ...(find !== '' && { filter: { search: find } }),
  });
  const wanted = find.toLowerCase();
  const origins = rows.flatMap(({ origin }) => (origin?.project ? [origin.project.key] : []));
  const keys = [...origins, ...(data?.projects.nodes ?? []).map(({ key }) => key), ...(find === '' ? [] : [find])];
  const found = [...new Set(keys)].filter((key) => key.toLowerCase().includes(wanted));
  return (
    <SearchedChoice
      label="From"
      shown={value ?? 'anywhere'}
      value={value ?? any}
      find={find}
      onFind={setFind}
      options={[
        ...(find === '' ? [{ value: any, text: 'anywhere' }] : []),
        ...found.map((key) => ({ value: key, text: key })),
      ]}
      onChange={(key) => {
        onChange(key === any ? undefined : key);
      }}
    />
  );
}
