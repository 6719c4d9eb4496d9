// The browser comes with `npm ci` (Linux x64) or is found on the machine; puppeteer never downloads one unasked.
module.exports = { skipDownload: true }
