import {
  beginSpan,
  currentSpan,
  inSpan,
  keepSpan,
  outsideSpans,
  spanEnded,
  traceparent,
  type EndedSpan,
} from '../../../src/shared/spans.js';

describe('spans', () => {
  const ended: EndedSpan[] = [];
  let stop: () => void;
  beforeEach(() => {
    ended.length = 0;
    stop = spanEnded.listen((span) => ended.push(span));
  });
  afterEach(() => {
    stop();
  });

  it('are told when they end, each inside the one that was present', async () => {
    await inSpan({ name: 'outer', parent: null }, async () => {
      await inSpan({ name: 'inner', attributes: { size: 3 } }, () => Promise.resolve());
    });
    const [inner, outer] = ended;
    expect([inner?.name, inner?.attributes, inner?.parentSpanId]).toEqual(['inner', { size: 3 }, outer?.spanId]);
    expect(inner?.traceId).toBe(outer?.traceId);
    expect(outer).toMatchObject({ name: 'outer', parentSpanId: undefined, kind: 'INTERNAL', fault: undefined });
    expect(outer!.endMs).toBeGreaterThanOrEqual(inner!.endMs);
  });

  it('are none where nothing began a trace', async () => {
    expect(await inSpan({ name: 'alone' }, () => Promise.resolve(traceparent()))).toBeUndefined();
    expect(ended).toEqual([]);
  });

  it('continue the trace of another process, as it was begun there', async () => {
    const parent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const passedOn = await inSpan({ name: 'here', parent }, () => Promise.resolve(traceparent()));
    const [here] = ended;
    expect(here).toMatchObject({ traceId: '0af7651916cd43dd8448eb211c80319c', parentSpanId: 'b7ad6b7169203331' });
    expect(passedOn).toBe(`00-${here?.traceId}-${here?.spanId}-01`);
  });

  it('are not told if the other process does not record them, and say so to the next', async () => {
    const parent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00';
    const passedOn = await inSpan({ name: 'here', parent }, () => Promise.resolve(traceparent()));
    expect(passedOn).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-00$/);
    expect(ended).toEqual([]);
  });

  it.each([
    '',
    'x',
    '00-0-0-01',
    `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
    `ff-${'a'.repeat(32)}-b7ad6b7169203331-01`,
  ])('begin a trace where the header is "%s"', async (parent) => {
    await inSpan({ name: 'here', parent }, () => Promise.resolve());
    expect(ended[0]).toMatchObject({ parentSpanId: undefined });
    expect(ended[0]?.traceId).toMatch(/^[0-9a-f]{32}$/);
  });

  it('tell the name of a fault, and pass it on', async () => {
    const fault = Object.assign(new Error('names a secret'), { code: 'ECONNREFUSED' });
    await expect(inSpan({ name: 'here', parent: null }, () => Promise.reject(fault))).rejects.toBe(fault);
    expect(ended).toMatchObject([{ fault: 'ECONNREFUSED' }]);
    expect(JSON.stringify(ended)).not.toContain('secret');
  });

  it('end once', () => {
    const span = beginSpan({ name: 'here', parent: null });
    span?.end({ name: 'first' });
    span?.end({ name: 'second' });
    expect(ended.map(({ name }) => name)).toEqual(['first']);
  });

  it('are kept by work that a queue starts later, and left by work of nobody', async () => {
    let kept: () => string | undefined = () => undefined;
    await inSpan({ name: 'outer', parent: null }, () => {
      kept = keepSpan(() => currentSpan()?.spanId);
      expect(outsideSpans(currentSpan)).toBeUndefined();
      return Promise.resolve();
    });
    expect(kept()).toBe(ended[0]?.spanId);
  });
});

describe('without a listener', () => {
  it('nothing is made', async () => {
    expect(beginSpan({ name: 'here', parent: null })).toBeUndefined();
    expect(await inSpan({ name: 'here', parent: null }, () => Promise.resolve(traceparent()))).toBeUndefined();
  });
});
