const { transformSync, version } = require('esbuild');

// `.ts` in import specifiers is what Node runs directly; jest resolves the same paths.
module.exports = {
  getCacheKey: (source, file, { configString }) =>
    require('node:crypto')
      .createHash('sha1')
      .update(version)
      .update(source)
      .update(file)
      .update(configString)
      .digest('hex'),
  process(source, file) {
    const { code, map } = transformSync(source, {
      loader: 'ts',
      format: 'cjs',
      target: 'node24',
      sourcefile: file,
      sourcemap: 'both',
    });
    return { code, map };
  },
};
