-- Text of a case for searching; rowid is the case's key. `body` is folded text, `grams` its bigrams.
create virtual table complaint_search using fts5 (
  body unindexed, grams, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* P* S* Co'");
