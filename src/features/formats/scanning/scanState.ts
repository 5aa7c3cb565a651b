/** The top-level grammar of a file, between the values. */

/** State of a scan between two values. */
export type ScanState =
  | 'start'
  | 'keyOrEnd'
  | 'key'
  | 'colon'
  | 'member'
  | 'afterMember'
  | 'elementOrEnd'
  | 'element'
  | 'afterElement'
  | 'line'
  | 'afterLine'
  | 'over';

/** What is allowed in a state, as a noun phrase. */
export const expectedIn: Record<ScanState, string> = {
  start: 'the start of a JSON document',
  keyOrEnd: 'a key in quotation marks or "}"',
  key: 'a key in quotation marks',
  colon: 'a colon',
  member: 'a value',
  afterMember: 'a comma or "}"',
  elementOrEnd: 'a value or "]"',
  element: 'a value',
  afterElement: 'a comma or "]"',
  line: 'a value',
  afterLine: 'the end of the line',
  over: 'the end of the file',
};

const quotationMark = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const closeBracket = 0x5d;
const closeBrace = 0x7d;

/** `endOfList`: a list was closed; the next state depends on its container. */
export type NextState = ScanState | 'endOfList' | undefined;

/** The state after a byte of punctuation; undefined if the byte is not allowed here. */
export function stateAfter(state: ScanState, byte: number): NextState {
  switch (byte) {
    case comma:
      return state === 'afterMember' ? 'key' : state === 'afterElement' ? 'element' : undefined;
    case colon:
      return state === 'colon' ? 'member' : undefined;
    case closeBrace:
      return state === 'keyOrEnd' || state === 'afterMember' ? 'over' : undefined;
    case closeBracket:
      return state === 'elementOrEnd' || state === 'afterElement' ? 'endOfList' : undefined;
    default:
      return undefined;
  }
}

/** Whether a key comes next. */
export function isKeyExpected(state: ScanState): boolean {
  return state === 'key' || state === 'keyOrEnd';
}

/** Whether a value or a key can start with a byte. */
export function canBegin(state: ScanState, byte: number): boolean {
  if (isKeyExpected(state)) return byte === quotationMark;
  const isValueExpected = state === 'element' || state === 'elementOrEnd' || state === 'line' || state === 'member';
  return isValueExpected && byte !== comma && byte !== colon && byte !== closeBracket && byte !== closeBrace;
}
