/** Any two revisions of the open resource, held against each other. */
import { useState } from 'react';
import { Choice } from '../design/menu.js';
import drawer from '../design/drawer.module.css';
import { countOf, formatCount, formatTime } from '../design/format.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import type { JsonObject } from '../json.js';
import { SpecDifferenceList } from './specDifferenceList.js';
import { differencesOf } from './specDifferences.js';

interface ComparedRevision {
  revision: number;
  name: string;
  spec: JsonObject;
  changedAt: string;
}

const none = 'none';

/** `revisions`: newest first, as far as they are loaded; two or more. */
export function CompareRevisions({ revisions }: { revisions: readonly ComparedRevision[] }) {
  const [older, setOlder] = useState(none);
  const [newer, setNewer] = useState(String(revisions[0]?.revision));
  const options = revisions.map(({ revision, changedAt }) => ({
    value: String(revision),
    text: `revision ${formatCount(revision)}`,
    note: formatTime(changedAt),
  }));
  const [before, after] = [older, newer].map((value) => revisions.find(({ revision }) => String(revision) === value));
  const differences = before && after ? differencesOf(before.spec, after.spec) : [];
  const isRenamed = before !== undefined && after !== undefined && before.name !== after.name;
  return (
    <>
      <div className={drawer.tools}>
        <Choice
          label="From"
          value={older}
          options={[{ value: none, text: 'each to the next' }, ...options]}
          onChange={setOlder}
        />
        {before && <Choice label="To" value={newer} options={options} onChange={setNewer} />}
      </div>
      {before && after && (
        <section
          className={`${drawer.body ?? ''} ${layout.stack ?? ''}`}
          aria-label={`From revision ${older} to revision ${newer}`}
        >
          <p>
            {differences.length === 0
              ? 'No field differs.'
              : `${countOf(differences.length, 'field')} ${differences.length === 1 ? 'differs' : 'differ'}.`}
            {isRenamed && (
              <>
                {' Renamed from '}
                <span className={text.mono}>{before.name}</span> to <span className={text.mono}>{after.name}</span>.
              </>
            )}
          </p>
          <SpecDifferenceList differences={differences} />
        </section>
      )}
    </>
  );
}
