module.exports = { resolve: { extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } } };
