/** How a file is read, and what becomes of its items: first what such a file needs, what else fits it when a person asks for it. */
import { useState } from 'react';
import { Button } from '../design/button.js';
import type { ImportSearch } from './importSearch.js';
import { fits, uploadOptions, wordsOfShape, type FileShape, type UploadOption } from './fileShape.js';
import { UploadOptionFields, type SearchChange } from './uploadOptionFields.js';
import styles from './importing.module.css';

interface UploadOptionsProps {
  /** Undefined as long as no file is chosen. */
  shape: FileShape | undefined;
  search: ImportSearch;
  onChange: (change: SearchChange) => void;
}

/** The members of an address that an option stands for. */
const membersOf: Readonly<Record<UploadOption, readonly (keyof ImportSearch)[]>> = {
  mode: ['mode'],
  template: ['template'],
  private: ['isPrivate'],
  strategies: ['createStrategy', 'updateStrategy'],
  deletion: ['isDeletionAllowed'],
  mirror: ['mirrorKinds'],
  collection: ['intoCollection', 'isScopeExtended'],
  format: ['format'],
  kind: ['kind'],
  definition: ['definitionErc'],
  csv: ['delimiter', 'quote', 'hasHeader'],
  name: ['name'],
  strict: ['isStrict'],
};

function isSet(option: UploadOption, search: ImportSearch): boolean {
  return membersOf[option].some((member) => search[member] !== undefined);
}

export function UploadOptions({ shape, search, onChange }: UploadOptionsProps) {
  const [isMoreShown, setIsMoreShown] = useState(false);
  // Those of the address: what is chosen here stays where it stands.
  const [given] = useState(() => new Set(uploadOptions.filter((option) => isSet(option, search))));
  if (shape === undefined) return <ChosenOptions {...{ given, search, onChange }} />;
  const { title, first } = wordsOfShape(shape);
  // What is set is sent, so it is shown.
  const shown = uploadOptions.filter((option) => fits(option, shape, search.format) || isSet(option, search));
  const isFirst = (option: UploadOption) => first.has(option) || given.has(option);
  return (
    <div className={styles.options}>
      <fieldset>
        <legend>It looks like {title}</legend>
        <UploadOptionFields options={shown.filter(isFirst)} {...{ shape, search, onChange }} />
      </fieldset>
      <div>
        <Button
          look="quiet"
          icon={isMoreShown ? 'down' : 'right'}
          aria-expanded={isMoreShown}
          onPress={() => setIsMoreShown(!isMoreShown)}
        >
          More options
        </Button>
      </div>
      {isMoreShown && (
        <fieldset aria-label="More options">
          <UploadOptionFields options={shown.filter((option) => !isFirst(option))} {...{ shape, search, onChange }} />
        </fieldset>
      )}
    </div>
  );
}

type ChosenOptionsProps = Pick<UploadOptionsProps, 'search' | 'onChange'> & { given: ReadonlySet<UploadOption> };

/** What the address states, such as a template, before there is a file. */
function ChosenOptions({ given, search, onChange }: ChosenOptionsProps) {
  if (given.size === 0) return null;
  return (
    <div className={styles.options}>
      <fieldset>
        <legend>Options</legend>
        <UploadOptionFields
          options={uploadOptions.filter((option) => given.has(option))}
          shape={undefined}
          {...{ search, onChange }}
        />
      </fieldset>
    </div>
  );
}
