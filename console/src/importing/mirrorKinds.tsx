/** Kinds of which an import also deletes what came from the source earlier and is no longer in its file. */
import { Checkbox } from '../design/field.js';
import { capitalized } from '../design/format.js';
import text from '../design/text.module.css';
import styles from './importing.module.css';

interface MirrorKindsProps {
  kinds: readonly { name: string; title: string; pluralTitle: string }[];
  value: readonly string[];
  onChange: (kinds: string[]) => void;
}

export function MirrorKinds({ kinds, value, onChange }: MirrorKindsProps) {
  const chosen = new Set(value);
  return (
    <fieldset className={styles.options}>
      <legend>Also delete what is no longer in the file</legend>
      <span className={text.muted}>
        Of these kinds, what came from the same project earlier and is not in the file is deleted. The plan lists each,
        and asks for your consent.
      </span>
      {kinds.map(({ name, pluralTitle }) => (
        <Checkbox
          key={name}
          isSelected={chosen.has(name)}
          onChange={(isChosen) => onChange(isChosen ? [...value, name] : value.filter((one) => one !== name))}
        >
          {capitalized(pluralTitle)}
        </Checkbox>
      ))}
    </fieldset>
  );
}
