/** Makes a wrong file of a right one: of its bytes, of its JSON, of its lines, or of the members of an archive. */
import JSZip from 'jszip';

const nastyTexts = [
  ...['', ' ', '\0', '\ud800', '\u202e', '__proto__', 'constructor', 'a/b~1', '*', '../../etc/passwd', '{{x}}', '=1+1'],
  ...['x'.repeat(5000), '𝒳'.repeat(300), '/'.repeat(20_000), 'é\u0301', 'C_Book', 'null', '1e999', '2024-02-30', '٣'],
];
const nastyValues = [null, true, 0, -1, 1.5, 1e308, 2 ** 53, [], {}, [[]], [null], { '': '' }, { id: 1 }];

/** @returns the name and the bytes of the mutated file */
export async function mutateFile({ name, bytes }, random) {
  const changed =
    bytes.subarray(0, 2).toString('latin1') === 'PK' ? await mutateArchive(bytes, random) : mutateText(bytes, random);
  const isRenamed = random.chance(0.1);
  const packed = random.chance(0.05) ? await packedWith(name, changed, random) : changed;
  return {
    name: isRenamed
      ? random.pick(['06-object-entry.C_Book.csv', 'x', '..', '\\', 'a.zip', `${'n'.repeat(300)}.json`])
      : name,
    bytes: packed,
  };
}

async function packedWith(name, bytes, random) {
  const zip = new JSZip();
  zip.file(name, bytes);
  if (random.chance(0.3))
    zip.file(random.pick(['manifest.json', 'a/b.json', '__MACOSX/x', 'c.csv']), bytes.subarray(0, random.below(200)));
  return zip.generateAsync({ type: 'nodebuffer', compression: random.pick(['STORE', 'DEFLATE']) });
}

async function mutateArchive(bytes, random) {
  if (random.chance(0.4)) return mutateBytes(bytes, random);
  const zip = await JSZip.loadAsync(bytes).catch(() => undefined);
  const names = Object.keys(zip?.files ?? {}).filter((name) => !zip.files[name].dir);
  if (names.length === 0) return mutateBytes(bytes, random);
  const name = random.pick(names);
  const inner = await zip.file(name).async('nodebuffer');
  if (random.chance(0.2)) zip.remove(name);
  else zip.file(random.chance(0.2) ? `${name}.json` : name, mutateText(inner, random));
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

function mutateText(bytes, random) {
  const kind = random.below(10);
  if (kind < 2) return mutateBytes(bytes, random);
  const parsed = kind < 8 ? parsedOf(bytes) : undefined;
  return parsed === undefined ? mutateLines(bytes, random) : Buffer.from(mutateJson(parsed, random));
}

function parsedOf(bytes) {
  try {
    const value = JSON.parse(bytes.toString());
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function mutateBytes(bytes, random) {
  const changed = Buffer.from(bytes);
  const kind = random.below(4);
  if (kind === 0) return changed.subarray(0, random.below(changed.length + 1));
  if (kind === 1) return Buffer.concat([changed, changed.subarray(random.below(changed.length + 1))]);
  for (let count = 1 + random.below(20); count > 0 && changed.length > 0; count -= 1)
    changed[random.below(changed.length)] = random.below(256);
  return changed;
}

function mutateLines(bytes, random) {
  const lines = bytes.toString('latin1').split('\n');
  for (let count = 1 + random.below(4); count > 0; count -= 1) {
    const at = random.below(lines.length);
    const kind = random.below(6);
    if (kind === 0) lines.splice(at, 1);
    else if (kind === 1) lines.splice(at, 0, lines[random.below(lines.length)] ?? '');
    else if (kind === 2) lines[at] = `${lines[at] ?? ''}${random.pick([',', '"', ';;;', '\t', '{', '}', '\r'])}`;
    else if (kind === 3) lines[at] = (lines[at] ?? '').replace(/"[^"]*"/, JSON.stringify(random.pick(nastyTexts)));
    else if (kind === 4)
      lines.splice(at, 0, ...new Array(random.below(500)).fill(random.pick(['', ',', ',,', '{}', '[]', 'null'])));
    else lines[at] = (lines[at] ?? '').slice(0, random.below(80));
  }
  return Buffer.from(lines.join('\n'), 'latin1');
}

/** Changes some places of a value, with a walk that goes down at random. */
function mutateJson(root, random) {
  const value = structuredClone(root);
  for (let count = 1 + random.below(5); count > 0; count -= 1) {
    let holder = value;
    for (;;) {
      const keys = Object.keys(holder);
      if (keys.length === 0) break;
      const key = random.pick(keys);
      const inner = holder[key];
      if (typeof inner === 'object' && inner !== null && random.chance(0.85)) {
        holder = inner;
        continue;
      }
      changeMember(holder, key, random);
      break;
    }
  }
  const text = JSON.stringify(value, null, random.pick([0, 2]));
  return random.chance(0.03) ? `${'['.repeat(150)}${text}${']'.repeat(150)}` : text;
}

function changeMember(holder, key, random) {
  const kind = random.below(7);
  if (kind === 0) delete holder[key];
  else if (kind === 1) holder[key] = random.pick(nastyTexts);
  else if (kind === 2) holder[key] = random.pick(nastyValues);
  else if (kind === 3 && !Array.isArray(holder))
    Object.defineProperty(holder, random.pick(nastyTexts), {
      value: holder[key],
      enumerable: true,
      configurable: true,
      writable: true,
    });
  else if (kind === 4 && Array.isArray(holder)) holder.push(...holder.slice(0, 50));
  else if (kind === 5) holder[key] = [holder[key], structuredClone(holder[key])];
  else if (typeof holder[key] === 'string') holder[key] = `${holder[key]}${random.pick(nastyTexts)}`;
}
