/** What the file as a whole asks to look at. */
import { useState } from 'react';
import { TextButton } from '../design/button.js';
import { countOf } from '../design/format.js';
import { Notice } from '../design/page.js';
import text from '../design/text.module.css';
import { PlanProblems } from './planProblems.js';
import { usePlanScreen } from './planContext.js';
import styles from './importing.module.css';

export function PlanAdvice() {
  const { problems } = usePlanScreen().plan;
  const [isOpen, setIsOpen] = useState(false);
  const [first] = problems;
  if (!first) return null;
  return (
    <>
      <Notice icon="warn">
        <span className={`${styles.noticeText ?? ''} ${text.cut ?? ''}`}>
          <strong>About the whole file:</strong> {first.message}
        </span>
        <TextButton onPress={() => setIsOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? 'Hide' : `Show ${countOf(problems.length, 'note')}`}
        </TextButton>
      </Notice>
      {isOpen && (
        <div className={styles.advice}>
          <PlanProblems problems={problems} />
        </div>
      )}
    </>
  );
}
