/** Words for generated payloads: enough of them that no text repeats by accident. */
export const topics = (
  'cache index latency storage replica queue worker schema migration token budget router gateway cluster shard snapshot ledger invoice refund shipment ' +
  'customer account session browser mobile payment checkout catalog warehouse forecast sensor telemetry turbine harbor glacier meadow orchard violin ' +
  'compiler parser kernel driver firmware packet socket protocol handshake certificate signature password audit policy tenant region'
).split(' ');

export const fillers = (
  'the a of in for with and when after before under over every some many first last new old large small slow fast steady partial complete shared ' +
  'local remote nightly hourly manual automatic returns raises reduces explains describes compares measures moves keeps drops reads writes waits fails ' +
  'recovers improves depends changes arrives expires because although while until between during against without within'
).split(' ');

export const people =
  'Ada Bruno Chen Dana Emeka Farah Goran Hana Ivo Jun Kofi Lena Mara Nils Olga Pedro Quinn Rosa Sven Tara Uma Viktor Wanda Yusuf Zoe'.split(
    ' ',
  );
export const surnames =
  'Adeyemi Berg Castillo Dubois Eriksen Fontana Gupta Haddad Ito Jansen Kowalski Lindqvist Moreau Novak Okafor Petrov Rossi Sato Tanaka Weber'.split(
    ' ',
  );
export const domains = 'docs.example.com blog.example.org wiki.example.net support.example.com news.example.io'.split(' ');
export const languages = 'en en en en de fr es ja'.split(' ');
