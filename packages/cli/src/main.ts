import { Command } from 'commander';
import { run } from './run.js';
import { program } from './program.js';

await run(program(new Command()), process.argv);
