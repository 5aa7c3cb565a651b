/**
 * What a command says, and to whom: results on stdout, everything else on stderr. With `--json`, stdout has exactly one document and what
 * is for people is left out. Colour and the progress line are for terminals only.
 */
import { createInterface } from 'node:readline/promises';
import { pipeline } from 'node:stream/promises';
import type { ReadStream } from 'node:tty';
import { CliFault } from './cliFault.js';
import type { Environment } from './environment.js';

export type Tone = 'good' | 'change' | 'warning' | 'bad' | 'quiet' | 'strong';

const codes: Readonly<Record<Tone, string>> = {
  good: '32',
  change: '33',
  warning: '35',
  bad: '31',
  quiet: '2',
  strong: '1',
};

interface Streams {
  stdin: NodeJS.ReadStream | ReadStream;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
}

/** What stdout gets: what a person reads, one document, or a text in Markdown. */
export type Output = 'TEXT' | 'JSON' | 'MARKDOWN';

interface TerminalOptions {
  output: Output;
  isColorWanted: boolean;
}

export class Terminal {
  readonly output: Output;
  private readonly isColored: boolean;
  private progressLength = 0;

  constructor(
    private readonly environment: Environment,
    { output, isColorWanted }: TerminalOptions,
    private readonly streams: Streams = process,
  ) {
    this.output = output;
    this.isColored = isColorWanted && !environment.isColorUnwanted && streams.stdout.isTTY;
    // Whoever reads the output may have had enough of it, as `head` has.
    for (const stream of [streams.stdout, streams.stderr])
      stream.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE') throw error;
      });
  }

  get isJson(): boolean {
    return this.output === 'JSON';
  }

  /** Columns of the terminal; undefined for a pipe or a file, whose lines are not cut. */
  get width(): number | undefined {
    return this.streams.stdout.isTTY ? this.streams.stdout.columns : undefined;
  }

  /** Whether somebody is there who can be asked. */
  get canAsk(): boolean {
    const { stdin, stderr } = this.streams;
    return stdin.isTTY && stderr.isTTY && !this.environment.isCi && this.output === 'TEXT';
  }

  paint(text: string, tone: Tone): string {
    return this.isColored ? `\u{1b}[${codes[tone]}m${text}\u{1b}[0m` : text;
  }

  /** A part of the result, for a person. */
  say(text = ''): void {
    if (this.output !== 'TEXT') return;
    this.clearProgress();
    this.streams.stdout.write(`${text}\n`);
  }

  /** The result itself, whatever else is said: a text for another program. */
  print(text: string): void {
    this.clearProgress();
    this.streams.stdout.write(`${text}\n`);
  }

  /** The result itself, as it comes: a file that is piped on. */
  async pipe(content: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<void> {
    this.clearProgress();
    await pipeline(content, this.streams.stdout, { signal, end: false });
  }

  /** The one document of `--json`. */
  document(value: unknown): void {
    if (this.isJson) this.streams.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  }

  /** A line beside the result. */
  note(text: string): void {
    this.clearProgress();
    this.streams.stderr.write(`${text}\n`);
  }

  warn(text: string, fix: string | null = null): void {
    this.note(`${this.paint('Warning:', 'warning')} ${text}${fix === null ? '' : ` ${fix}`}`);
  }

  fault(message: string, fix?: string): void {
    this.note(`${this.paint('Error:', 'bad')} ${message}`);
    if (fix !== undefined) this.note(`${this.paint('Fix:', 'strong')}   ${fix}`);
  }

  /** The line that shows how far a command is; on a terminal only. */
  progress(text: string): void {
    const { stderr } = this.streams;
    if (!stderr.isTTY || this.environment.isCi) return;
    const line = text.slice(0, Math.max(10, stderr.columns - 1));
    stderr.write(`\r${line}${' '.repeat(Math.max(0, this.progressLength - line.length))}`);
    this.progressLength = line.length;
  }

  clearProgress(): void {
    if (this.progressLength === 0) return;
    this.streams.stderr.write(`\r${' '.repeat(this.progressLength)}\r`);
    this.progressLength = 0;
  }

  /**
   * Asks a question whose answer is yes or no; no is the default.
   * @param answeredBy the option that answers it where nobody can be asked
   * @throws CliFault if nobody can be asked
   */
  async ask(question: string, answeredBy: string, signal: AbortSignal): Promise<boolean> {
    if (!this.canAsk) {
      throw new CliFault('CONFIRMATION_REQUIRED', `Nobody can be asked: ${question}`, {
        fix: `Add ${answeredBy} to say yes.`,
      });
    }
    const answer = await this.readLine(`${question} [y/N] `, signal);
    return /^y(es)?$/i.test(answer.trim());
  }

  /** Reads a line from the terminal. */
  async readLine(prompt: string, signal: AbortSignal): Promise<string> {
    this.clearProgress();
    const lines = createInterface({ input: this.streams.stdin, output: this.streams.stderr });
    // Ctrl+C goes to the terminal's reader first.
    lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    try {
      return await lines.question(prompt, { signal });
    } finally {
      lines.close();
    }
  }

  /** Reads a line that is not shown. */
  async readSecret(prompt: string, signal: AbortSignal): Promise<string> {
    this.streams.stderr.write(prompt);
    const lines = createInterface({ input: this.streams.stdin, terminal: true });
    lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    try {
      return await lines.question('', { signal });
    } finally {
      lines.close();
      this.streams.stderr.write('\n');
    }
  }

  /** Everything on stdin. */
  async readAll(): Promise<string> {
    let text = '';
    for await (const chunk of this.streams.stdin.setEncoding('utf8')) text += String(chunk);
    return text;
  }
}
