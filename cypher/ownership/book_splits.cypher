// Every revenue split with its shares as they are stored.
//
// access: read
// column key: STRING NOT NULL
// column name: STRING NOT NULL
// column name_en: STRING
// column basis: STRING NOT NULL
// column shares: LIST<STRING NOT NULL> NOT NULL
MATCH (split:RevenueSplit)
RETURN
  split.key AS key,
  split.name AS name,
  split.name_en AS name_en,
  split.basis AS basis,
  coalesce(split.shares, []) AS shares
ORDER BY key
