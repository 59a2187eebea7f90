module.exports = async () => {
  // Clients keep their connections open, and close() would wait for them.
  globalThis.testTables.httpServer.closeAllConnections();
  await globalThis.testTables.close();
};
