import { libpqAddress } from '../../../../src/database/postgres/postgresOptions.js';

describe('the address for programs of PostgreSQL', () => {
  it.each([
    ['postgres://me:p%40ss@db:5433/w?sslmode=require', 'postgres://me@db:5433/w?sslmode=require', 'p@ss'],
    ['postgres://me@db/w?password=secret&host=/run/pg', 'postgres://me@db/w?host=%2Frun%2Fpg', 'secret'],
    ['postgresql://db/w?uselibpqcompat=true', 'postgresql://db/w', undefined],
  ])('holds neither the password nor what only the driver knows: %s', (url, address, password) => {
    expect(libpqAddress(url)).toEqual({ address, password });
  });
});
