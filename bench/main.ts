export {};

/** `npm run bench -- <name>`: measures and prints; nothing here passes or fails on time. */
const BENCHES: Readonly<Record<string, () => Promise<{ run(): Promise<void> }>>> = {
  size: () => import('./size.ts'),
  decide: () => import('./decide.ts'),
  launch: () => import('./launch.ts'),
  rules: () => import('./rules.ts'),
  hooks: () => import('./hooks.ts'),
  'hooks-faults': () => import('./hooks-faults.ts'),
  fuzz: () => import('./fuzz.ts'),
  scale: () => import('./scale.ts'),
  taps: () => import('./taps.ts'),
  page: () => import('./page.ts'),
};
/** Run only when asked for by name: they take minutes. */
const LONG = ['fuzz', 'scale'];

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`Unknown benchmark: ${unknown.join(', ')}. Known: ${Object.keys(BENCHES).join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const name of names.length > 0 ? names : Object.keys(BENCHES).filter((one) => !LONG.includes(one)))
    await (await BENCHES[name]?.())?.run();
}
