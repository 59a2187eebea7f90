// Azurite in a process of its own whose clock can be set: time travel for tests, without a hook in the product. The
// parent sends `{ now }` as epoch milliseconds; from then on time runs on from there.
const http = require('node:http');

const RealDate = Date;
let offsetMs = 0;
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length > 0 ? parts : [RealDate.now() + offsetMs]));
  }

  static now() {
    return RealDate.now() + offsetMs;
  }
};

// Node writes the Date header of some answers from a clock that cannot be replaced.
const { writeHead } = http.ServerResponse.prototype;
http.ServerResponse.prototype.writeHead = function writeHeadInOurTime(...parts) {
  this.setHeader('Date', new Date().toUTCString());
  return writeHead.apply(this, parts);
};

const start = require('./start-azurite.cjs');

process.on('message', ({ now }) => {
  offsetMs = now - RealDate.now();
  process.send({ now });
});
process.on('disconnect', () => process.exit());
void start().then(({ url }) => process.send({ url }));
