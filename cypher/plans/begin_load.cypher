// Begin a load: nobody sees its number until it is finished.
//
// access: write
// param load: INTEGER NOT NULL
// param plan: STRING NOT NULL
// param loaded_by: STRING NOT NULL
CREATE (:Load {
  key: 'load-' + $load,
  number: $load,
  state: 'loading',
  plan: $plan,
  loaded_by: $loaded_by,
  written: 0
})
