// Fills Word templates over and over, as told on standard input: a line "WAY RUNS" is answered by the seconds of each run.
'use strict';

const { once } = require('node:events');
const fs = require('node:fs');
const path = require('node:path');
const readline = require('node:readline');
const { promisify } = require('node:util');

const carbone = require('carbone');
const Docxtemplater = require('docxtemplater');
const PizZip = require('pizzip');

const WARMING_RUNS = 30;
const folder = process.argv[2];
const data = (way) => JSON.parse(fs.readFileSync(path.join(folder, `${way}.json`), 'utf8'));
const template = fs.readFileSync(path.join(folder, 'docxtemplater.docx'));
const inputs = { docxtemplater: data('docxtemplater'), carbone: data('carbone') };
const render = promisify(carbone.render);
carbone.set({ templatePath: folder });

const ways = {
  docxtemplater: async () => {
    const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
    document.render(inputs.docxtemplater);
    return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
  },
  carbone: () => render('carbone.docx', inputs.carbone, {}),
};

async function seconds(way) {
  const start = process.hrtime.bigint();
  await ways[way]();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

async function main() {
  for (const way of Object.keys(ways)) {
    for (let run = 0; run < WARMING_RUNS; run += 1) await ways[way]();
  }
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const [way, runs] = line.split(' ');
    const taken = [];
    for (let run = 0; run < Number(runs); run += 1) taken.push(await seconds(way));
    if (!process.stdout.write(`${JSON.stringify(taken)}\n`)) await once(process.stdout, 'drain');
  }
}

main();
