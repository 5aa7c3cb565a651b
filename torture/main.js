/** Kills one server, or with `--scale` one part after the other of an installation of several processes. */
await import(process.argv.includes('--scale') ? './scale.js' : './kills.js');
