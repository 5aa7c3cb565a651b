#!/usr/bin/env node
/** The command line: `waybill --help`. */
import { makeProgram } from './program.js';
import { runProgram } from './runProgram.js';

await runProgram(makeProgram(), process.argv);
